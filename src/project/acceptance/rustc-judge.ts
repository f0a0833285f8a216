/** Asks the installed rustc whether a crate compiles: as it is, and with its tests. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import type { CrateJudge, JudgedCrate, RustFault } from './corrections.js';

const messageSchema = z.object({
  level: z.string(),
  message: z.string(),
  code: z.object({ code: z.string() }).nullable(),
  spans: z.array(z.object({ file_name: z.string(), line_start: z.number(), is_primary: z.boolean() })),
});

/** Time for one run of rustc, in milliseconds; a run that takes longer proves nothing. */
const TIME_LIMIT = 120_000;

/** A judge that runs `rustc`, the path of a compiler. */
export function rustcJudge(rustc: string, edition: string): CrateJudge {
  return (crate) => {
    const directory = mkdtempSync(join(tmpdir(), 'zig2rust-'));
    try {
      layOut(crate, directory);
      const withTests = check(rustc, edition, crate, directory, ['--test']);
      return withTests.length > 0 ? withTests : check(rustc, edition, crate, directory, []);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  };
}

function layOut(crate: JudgedCrate, directory: string): void {
  for (const [path, text] of crate.files) {
    const target = join(directory, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function check(
  rustc: string,
  edition: string,
  { isBinary }: JudgedCrate,
  directory: string,
  flags: readonly string[],
): readonly RustFault[] {
  const root = join(directory, 'src', isBinary ? 'main.rs' : 'lib.rs');
  const kind = isBinary ? 'bin' : 'lib';
  const args = [
    ...['--edition', edition, '--crate-name', 'ported', '--crate-type', kind, '--emit', 'metadata'],
    ...['--cap-lints', 'allow', '--error-format', 'json', '-o', join(directory, 'ported.rmeta')],
    ...flags,
    root,
  ];
  const run = spawnSync(rustc, args, { encoding: 'utf8', timeout: TIME_LIMIT, maxBuffer: 64 * 1024 * 1024 });
  if (run.status === 0 || run.error !== undefined) return [];
  return run.stderr.split('\n').flatMap((line) => readFault(line, directory));
}

function readFault(line: string, directory: string): readonly RustFault[] {
  if (!line.startsWith('{')) return [];
  const parsed = messageSchema.safeParse(JSON.parse(line));
  if (!parsed.success || parsed.data.level !== 'error') return [];
  const { message, code, spans } = parsed.data;
  const place = spans.find((span) => span.is_primary) ?? spans[0];
  // The last message only counts the others.
  if (place === undefined && code === null) return [];
  return [
    {
      file: place && relative(directory, place.file_name),
      line: place?.line_start ?? 0,
      code: code?.code,
      message,
    },
  ];
}
