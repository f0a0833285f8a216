/**
 * `npx tsx bench/types.oracle.ts [--limit N] FILE.zig...`: asks the real compiler for the types of expressions of each file (at most N,
 * spread evenly) and compares them with ours. Without files: the samples of docs/measurements.md.
 */
import { basename, dirname } from 'node:path';
import { compareTypes } from '../test/sema/types/compare.js';
import { prepared, SAMPLES } from '../test/sema/types/samples.js';

const args = process.argv.slice(2);
const limitAt = args.indexOf('--limit');
const limit = limitAt < 0 ? 2000 : Number(args.splice(limitAt, 2)[1]);
const files = args.length > 0 ? args : SAMPLES;
const total = new Map<string, number>();
const add = (name: string, count: number): Map<string, number> => total.set(name, (total.get(name) ?? 0) + count);
for (const file of files) {
  const result = compareTypes(prepared(file), limit);
  const { askable, asked, compared, agreements, disagreements, refused, complaints } = result;
  const how = [...agreements].map(([name, count]) => `${name} ${count}`).join(', ');
  console.log(
    `${basename(dirname(file))}/${basename(file)}: askable ${askable}, asked ${asked}, refused ${refused}, compared ${compared}: ${how}; ` +
      `disagreements ${disagreements.length}`,
  );
  for (const { place, text, ours, theirs } of disagreements)
    console.log(`  ${place}: ${text}\n    ours ${ours.join(' | ')}\n    Zig  ${theirs.join(' | ')}`);
  for (const complaint of complaints) console.log(`  ${complaint}`);
  for (const [name, count] of agreements) add(name, count);
  add('compared', compared);
  add('refused', refused);
  add('disagreements', disagreements.length);
}
console.log(Object.fromEntries(total));
process.exitCode = (total.get('disagreements') ?? 0) > 0 ? 1 : 0;
