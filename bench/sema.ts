/**
 * `npx tsx bench/sema.ts FILE.zig...`: analyses each file as a root, with its tests and without rules, so that all that they reach is
 * analysed from source. Prints what was analysed fully, what is unknown, the time and the memory, and the reasons sorted by count.
 */
import { basename, resolve } from 'node:path';
import { analyseProgram } from '../src/parse/sema/analyse.js';
import { fileSystemHost } from '../src/project/source-host.js';
import { findZigLib } from '../src/project/zig-lib.js';

const host = fileSystemHost();
const reasons = new Map<string, number>();
for (const file of process.argv.slice(2)) {
  const before = process.cpuUsage();
  const analysed = analyseProgram(host, resolve(file), { zigLibDir: findZigLib(undefined) ?? '' });
  if (analysed === undefined) throw new Error(`${file} was not read`);
  const { program } = analysed;
  const { user, system } = process.cpuUsage(before);
  const failed = (functions: typeof program.functions): number =>
    functions.filter((one) => one.failure !== undefined).length;
  const own = program.functions.filter((one) => one.container.file.origin === 'user');
  const { expressions, unknownExpressions } = program.counts;
  const unknown = ((100 * unknownExpressions) / expressions).toFixed(3);
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(
    `${basename(file)}: own functions ${own.length} (failed ${failed(own)}), all ${program.functions.length} (failed ${failed(program.functions)}), ` +
      `expressions ${expressions}, unknown ${unknown}%, ${((user + system) / 1e6).toFixed(1)} s CPU, ${memory} MB`,
  );
  for (const one of program.diagnostics) {
    const reason = JSON.stringify(one.args);
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
}
for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1])) console.log(count, reason);
