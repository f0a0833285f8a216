/**
 * Diagnostics as users see them. `<name>.zig`, or the directory `<name>/` with a `main.zig`, must raise the diagnostic of that name;
 * what is shown stands beside it in `<name>.txt`. Options, if any, in `<name>.json`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { renderDiagnostic } from '../../src/cli/render.js';
import { colorsOf } from '../../src/cli/terminal.js';
import { DIAGNOSTICS, type DiagnosticName } from '../../src/diagnostics.js';
import { fileSystemHost } from '../../src/project/source-host.js';
import { transpileProject } from '../../src/project/transpile.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Raised by what is no Zig file, or only by a fault of our own; `test/cli` and `test/acceptance` has their tests. */
const WITHOUT_FILE: ReadonlySet<DiagnosticName> = new Set<DiagnosticName>([
  'unreadable-file',
  'missing-root-file',
  'missing-std',
  'internal-error',
  'rust-refusal',
  'rust-error',
]);

/** Raised by rule files, which have tests of their own in `test/rules`. */
const isAboutRules = (name: DiagnosticName) => name.startsWith('rule-');

const names = Object.keys(DIAGNOSTICS) as DiagnosticName[];
const fixtures = readdirSync(here)
  .filter((entry) => entry.endsWith('.zig') || existsSync(`${here}${entry}/main.zig`))
  .map((entry) => entry.replace(/\.zig$/, ''));

const optionsSchema = z.strictObject({
  edition: z.enum(['2021', '2024']).optional(),
  allocators: z.enum(['drop', 'keep']).optional(),
  zigVersion: z.string().optional(),
});

test('codes are unique and in the range of their section', () => {
  const codes = Object.values(DIAGNOSTICS).map((one) => one.code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^Z2R0\d{3}$/);
});

test('every diagnostic has a file that raises it', () => {
  const missing = names.filter((name) => !WITHOUT_FILE.has(name) && !isAboutRules(name) && !fixtures.includes(name));
  expect(missing).toEqual([]);
});

test('every file is named after a diagnostic', () => {
  expect(fixtures.filter((name) => !(name in DIAGNOSTICS))).toEqual([]);
});

describe('raised', () => {
  test.each(fixtures)('%s', async (name) => {
    const single = `${here}${name}.zig`;
    const options = existsSync(`${here}${name}.json`)
      ? (optionsSchema.parse(JSON.parse(readFileSync(`${here}${name}.json`, 'utf8'))) as Parameters<
          typeof transpileProject
        >[1])
      : {};
    const result = transpileProject(existsSync(single) ? single : `${here}${name}/main.zig`, options);
    expect(result.diagnostics.map((one) => one.name)).toContain(name);
    const colors = colorsOf({ out() {}, err() {}, interactive: false, colors: false });
    const shown = result.diagnostics.map((one) => renderDiagnostic(one, fileSystemHost(), colors)).join('\n');
    await expect(shown).toMatchFileSnapshot(`${here}${name}.txt`);
  });
});
