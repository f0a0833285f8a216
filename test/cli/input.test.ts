/** Bad input: a clear message, exit code 2, and nothing written. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, directoryWith } from '../support/cli.js';

async function refuse(files: Readonly<Record<string, string | Uint8Array>>, input: string): Promise<string> {
  const directory = directoryWith(files);
  const out = join(directory, 'crate');
  const outcome = await cli('transpile', join(directory, input), '--out', out);
  expect(outcome.exitCode).toBe(2);
  expect(outcome.stdout).toBe('');
  expect(existsSync(out)).toBe(false);
  return outcome.stderr;
}

describe('input that cannot be read', () => {
  test('a file that does not exist', async () => {
    expect(await refuse({}, 'gone.zig')).toMatch(/error\[Z2R0004\]: cannot read .*gone\.zig: there is no such file/);
  });

  test('a directory without Zig', async () => {
    expect(await refuse({ 'empty/readme.md': '' }, 'empty')).toMatch(/\[Z2R0006\] there is no Zig file in/);
  });

  test('a directory with several candidates for the root', async () => {
    const files = { 'project/a.zig': '', 'project/b.zig': '' };
    expect(await refuse(files, 'project')).toContain('a.zig, b.zig');
  });

  test('an import of a file that is not there: position, line, and mark', async () => {
    const stderr = await refuse({ 'main.zig': 'const x = 1;\nconst y = @import("gone.zig");\n' }, 'main.zig');
    expect(stderr).toMatch(/main\.zig:2:11\n {2}\|\n2 \| const y = @import\("gone\.zig"\);\n {2}\| {11}\^{19}\n/);
    expect(stderr).toContain('nothing was written');
  });

  test('an import of a module that is not named', async () => {
    expect(await refuse({ 'main.zig': 'const y = @import("gone");\n' }, 'main.zig')).toContain('--module gone=path');
  });

  test('an import outside of the root, also from a file further down', async () => {
    const files = {
      'outside.zig': '',
      'root/main.zig': 'const a = @import("sub/a.zig");\n',
      'root/sub/a.zig': 'const fine = @import("../main.zig");\nconst bad = @import("../../outside.zig");\n',
    };
    const stderr = await refuse(files, 'root/main.zig');
    expect(stderr).toMatch(/Z2R0002.*\n.*sub\/a\.zig:2:13/);
    expect(stderr.match(/Z2R/g)).toHaveLength(1);
  });

  test('a root that is not UTF-8', async () => {
    const stderr = await refuse({ 'main.zig': new Uint8Array([0x2f, 0x2f, 0xff, 0x0a]) }, 'main.zig');
    expect(stderr).toMatch(/Z2R0003.*main\.zig is not UTF-8: bad byte at offset 2/);
  });

  test('an imported file that is not UTF-8', async () => {
    const files = { 'main.zig': 'const y = @import("y.zig");\n', 'y.zig': new Uint8Array([0xc3, 0x28]) };
    expect(await refuse(files, 'main.zig')).toMatch(/y\.zig is not UTF-8: bad byte at offset 0/);
  });

  test('links that form a cycle', async () => {
    const directory = directoryWith({ 'main.zig': 'const y = @import("loop.zig");\n' });
    symlinkSync('loop.zig', join(directory, 'loop.zig'));
    const outcome = await cli('check', join(directory, 'main.zig'));
    expect(outcome.exitCode).toBe(2);
    expect(outcome.stderr).toContain('its symbolic links form a cycle');
  });
});

describe('input that looks odd but is fine', () => {
  test('directories that link to themselves', async () => {
    const directory = directoryWith({ 'main.zig': 'pub const answer: u8 = 42;\n' });
    mkdirSync(join(directory, 'sub'));
    symlinkSync('..', join(directory, 'sub', 'up'));
    expect((await cli('check', directory)).exitCode).toBe(0);
  });

  test('files that import each other', async () => {
    const directory = directoryWith({
      'main.zig': 'pub const other = @import("other.zig");\npub const one: u8 = 1;\n',
      'other.zig': 'const main = @import("main.zig");\npub const two: u8 = main.one + 1;\n',
    });
    expect(await cli('check', directory)).toMatchObject({ exitCode: 0 });
  });

  test('an empty file: an empty crate, and a note', async () => {
    const directory = directoryWith({ 'empty.zig': '' });
    const out = join(directory, 'crate');
    const outcome = await cli('transpile', join(directory, 'empty.zig'), '--out', out);
    expect(outcome).toMatchObject({ exitCode: 0 });
    expect(outcome.stderr).toContain('note[Z2R0005]');
    expect(readdirSync(join(out, 'src'))).toContain('lib.rs');
  });

  test('a byte order mark', async () => {
    const directory = directoryWith({ 'main.zig': '\ufeffpub const answer: u8 = 42;\n' });
    expect(await cli('check', join(directory, 'main.zig'))).toMatchObject({ exitCode: 0 });
  });

  test('a syntax error: what was expected, and the other declarations still come out', async () => {
    const directory = directoryWith({
      'main.zig': 'fn broken() void {\n    const x = ;\n}\npub fn whole() u8 {\n    return 1;\n}\n',
    });
    const out = join(directory, 'crate');
    const outcome = await cli('transpile', join(directory, 'main.zig'), '--out', out);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stderr).toMatch(/error\[Z2R0100\]: expected .*\n.*main\.zig:2:15\n/);
    expect(readFileSync(join(out, 'src/lib.rs'), 'utf8')).toContain('fn whole() -> u8');
  });
});
