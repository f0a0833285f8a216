/** transpile and check as a script uses them: files, summaries, the JSON report, and the program as npx starts it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cli, directoryWith } from '../support/cli.js';
import { haveTools } from '../support/toolchain.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const hello = 'const std = @import("std");\npub fn main() void {\n    std.debug.print("hello\\n", .{});\n}\n';
const library = 'pub fn add(a: u32, b: u32) u32 {\n    return a + b;\n}\n';

test('a program becomes src/main.rs, and says so in one line', async () => {
  const directory = directoryWith({ 'main.zig': hello });
  const out = join(directory, 'crate');
  const outcome = await cli('transpile', join(directory, 'main.zig'), '--out', out);
  expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
  expect(outcome.stdout).toMatch(/main\.zig -> .*crate: 4 lines, 1 functions, 0 tests, 0 unsafe, nothing left to do\n/);
  expect(readdirSync(out).sort()).toEqual(['.zig2rust-manifest.json', 'Cargo.toml', 'src']);
  expect(existsSync(join(out, 'src/main.rs'))).toBe(true);
});

test.runIf(haveTools('cargo'))('the crate runs', async () => {
  const directory = directoryWith({ 'main.zig': hello });
  const out = join(directory, 'crate');
  await cli('transpile', join(directory, 'main.zig'), '--out', out);
  const run = spawnSync('cargo', ['run', '--quiet', '--offline'], { cwd: out, encoding: 'utf8' });
  expect(run).toMatchObject({ status: 0, stdout: '', stderr: 'hello\n' });
});

test('a file without main becomes src/lib.rs', async () => {
  const directory = directoryWith({ 'math.zig': library });
  const out = join(directory, 'crate');
  expect(await cli('transpile', join(directory, 'math.zig'), '--out', out)).toMatchObject({ exitCode: 0 });
  expect(readFileSync(join(out, 'src/lib.rs'), 'utf8')).toContain('pub fn add(a: u32, b: u32) -> u32');
  expect(readFileSync(join(out, 'Cargo.toml'), 'utf8')).toContain('name = "math"');
});

test('several inputs become one crate each', async () => {
  const directory = directoryWith({ 'a/main.zig': hello, 'b/b.zig': library });
  const out = join(directory, 'crates');
  const outcome = await cli('transpile', join(directory, 'a'), join(directory, 'b'), '--out', out, '--jobs', '2');
  expect(outcome.exitCode).toBe(0);
  expect(outcome.stderr).toMatch(/^\[1\/2\] .*\n\[2\/2\] .*\n$/);
  expect(readdirSync(out).sort()).toEqual(['a', 'b']);
});

test('of several crates none is written where one would overwrite a foreign file', async () => {
  const directory = directoryWith({ 'a/main.zig': hello, 'b/b.zig': library, 'crates/b/Cargo.toml': 'mine' });
  const out = join(directory, 'crates');
  const outcome = await cli('transpile', join(directory, 'a'), join(directory, 'b'), '--out', out);
  expect(outcome.exitCode).toBe(2);
  expect(outcome.stderr).toContain('Cargo.toml: it exists and was not written by zig2rust');
  expect(readdirSync(out)).toEqual(['b']);
});

test('two inputs of one name are refused', async () => {
  const directory = directoryWith({ 'x/a.zig': library, 'y/a.zig': library });
  const inputs = [join(directory, 'x/a.zig'), join(directory, 'y/a.zig')];
  const outcome = await cli('transpile', ...inputs, '--out', join(directory, 'crates'));
  expect(outcome.exitCode).toBe(2);
  expect(outcome.stderr).toContain('two inputs would be written to');
});

describe('--json', () => {
  test('one document on standard output, nothing else', async () => {
    const directory = directoryWith({ 'main.zig': hello });
    const outcome = await cli('check', join(directory, 'main.zig'), '--json');
    expect(outcome.stderr).toBe('');
    const report = JSON.parse(outcome.stdout);
    expect(report).toMatchObject({ version: 1, command: 'check', exitCode: 0 });
    expect(report.roots[0]).toMatchObject({ isBinary: true, diagnostics: [], markers: [], unsafeSites: [] });
    expect(report.roots[0].counts).toMatchObject({ functions: 1, marked: 0, todos: 0, lines: 4 });
  });

  test('faults of the input are in the document', async () => {
    const directory = directoryWith({ 'main.zig': 'const y = @import("gone.zig");\n' });
    const outcome = await cli('transpile', join(directory, 'main.zig'), '--out', join(directory, 'crate'), '--json');
    expect(outcome).toMatchObject({ exitCode: 2, stderr: '' });
    const report = JSON.parse(outcome.stdout);
    expect(report.exitCode).toBe(2);
    expect(report.roots[0].diagnostics[0]).toMatchObject({
      name: 'missing-import',
      code: 'Z2R0001',
      severity: 'error',
      line: 1,
      column: 11,
      endLine: 1,
      endColumn: 30,
    });
    expect(report.roots[0]).not.toHaveProperty('out');
  });
});

describe('as a process', () => {
  const main = ['--import', 'tsx', join(repository, 'src/cli/main.ts')];

  test('exit code and streams', () => {
    const directory = directoryWith({ 'main.zig': 'const y = @import("gone.zig");\n' });
    const run = spawnSync(process.execPath, [...main, 'check', join(directory, 'main.zig')], {
      encoding: 'utf8',
      cwd: repository,
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('Z2R0001');
  });

  test('verify without rustc says what is missing', () => {
    const directory = directoryWith({ 'main.zig': hello });
    const run = spawnSync(
      process.execPath,
      [...main, 'verify', join(directory, 'main.zig'), '--work', join(directory, 'work')],
      {
        encoding: 'utf8',
        cwd: repository,
        env: { HOME: directory, PATH: directory },
      },
    );
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('verify needs rustc, which was not found');
  });
});

test('what npm packs has everything that a user needs, and no tests', () => {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: repository,
    encoding: 'utf8',
  });
  const files: string[] = JSON.parse(packed)[0].files.map((file: { path: string }) => file.path);
  for (const needed of ['README.md', 'package.json']) expect(files).toContain(needed);
  expect(files.filter((file) => file.startsWith('rules/')).length).toBeGreaterThan(0);
  expect(files.filter((file) => /^runtime\/.*\.rs$/.test(file)).length).toBeGreaterThan(0);
  expect(files.filter((file) => /^(?:test|snapshots|bench)\//.test(file) || file.includes('/target/'))).toEqual([]);
});
