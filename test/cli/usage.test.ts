/** Usage: options, config, and what cannot be meant. Exit code 2, and a message that says how to go on. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, directoryWith } from '../support/cli.js';

const zig = 'pub fn add(a: u32, b: u32) u32 {\n    return a + b;\n}\n';

describe('bad usage', () => {
  test.each([
    { args: ['transpile', 'a.zig'], message: "required option '--out <dir>' not specified" },
    { args: ['transpile', '--out', 'x'], message: "missing required argument 'path'" },
    { args: ['check', 'a.zig', '--edition', '2018'], message: 'Allowed choices are 2021, 2024' },
    { args: ['check', 'a.zig', '--jobs', '0'], message: 'Expected a whole number from 1' },
    { args: ['check', 'a.zig', '--max-todos', 'many'], message: 'Expected a whole number from 0' },
    { args: ['check', 'a.zig', '--module', 'name'], message: 'Expected name=path' },
    { args: ['check', 'a.zig', '--zig-version', 'new'], message: 'Expected a version such as 0.16.0' },
    { args: ['check', 'a.zig', '--crate-name', 'My Crate'], message: 'Expected small letters' },
    { args: ['check', 'a.zig', '--jbos', '2'], message: "unknown option '--jbos'" },
    { args: ['chekc', 'a.zig'], message: 'Did you mean check?' },
    { args: ['check', 'a.zig', '--config', 'gone.json'], message: 'there is no config file gone.json' },
    { args: ['check', 'a.zig', '--rules', 'gone'], message: 'there is no directory gone' },
    { args: ['check', 'a.zig', '--include-dir', 'gone'], message: 'there is no directory gone' },
    { args: ['check', 'a.zig', '--zig-lib-dir', '.'], message: "is not Zig's library" },
    { args: ['verify', 'gone'], message: 'there is no file or directory gone' },
    { args: ['verify', '.', '--update-ratchet'], message: '--update-ratchet needs --ratchet FILE' },
  ])('$args', async ({ args, message }) => {
    const outcome = await cli(...args);
    expect(outcome.exitCode).toBe(2);
    expect(outcome.stderr).toContain(message);
    expect(outcome.stdout).toBe('');
  });

  test('help and version are no fault', async () => {
    expect(await cli('--version')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(await cli('transpile', '--help')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('--out <dir>'),
    });
  });
});

describe('config', () => {
  const check = async (name: string, config: string) => {
    const directory = directoryWith({ 'main.zig': zig, [name]: config });
    return cli('check', join(directory, 'main.zig'), '--json');
  };

  test.each([
    { name: 'zig2rust.config.json', config: '{\n  "edition": "2018"\n}', place: '2:14' },
    { name: 'zig2rust.config.json', config: '{\n  "editoin": "2021"\n}', place: '2:14' },
    { name: 'zig2rust.config.yaml', config: 'jobs: 2\nmaxTodos: -1\n', place: '2:11' },
    { name: 'zig2rust.config.yaml', config: 'jobs: 2\nzigVersion: new\n', place: '2:13' },
    { name: 'zig2rust.config.yaml', config: 'jobs: [2\n', place: '' },
    { name: 'zig2rust.config.yaml', config: 'modules:\n  name: [x]\n', place: '2:9' },
  ])('a fault in $name has a position: $place', async ({ name, config, place }) => {
    const outcome = await check(name, config);
    expect(outcome.exitCode).toBe(2);
    expect(outcome.stderr).toMatch(new RegExp(`${name.replaceAll('.', '\\.')}:${place}`));
  });

  test('it is found above the input, and its paths are its own', async () => {
    const directory = directoryWith({
      'zig2rust.config.yaml': 'modules:\n  helper: lib/helper.zig\n',
      'lib/helper.zig': 'pub const n: u8 = 1;\n',
      'app/src/main.zig': 'const helper = @import("helper");\npub const n: u8 = helper.n;\n',
    });
    const outcome = await cli('check', join(directory, 'app'), '--json');
    expect(outcome.stderr).toBe('');
    expect(outcome.exitCode).toBe(0);
  });

  test('the command line wins over it', async () => {
    const directory = directoryWith({ 'main.zig': zig, 'zig2rust.config.yaml': 'edition: "2021"\n' });
    const editionOf = async (...args: readonly string[]) => {
      const out = join(directory, `out-${args.length}`);
      await cli('transpile', join(directory, 'main.zig'), '--out', out, ...args);
      return /edition = "(\d+)"/.exec(readFileSync(join(out, 'Cargo.toml'), 'utf8'))?.[1];
    };
    expect(await editionOf()).toBe('2021');
    expect(await editionOf('--edition', '2024')).toBe('2024');
  });

  test('an unreadable --config is named', async () => {
    const directory = directoryWith({ 'main.zig': zig });
    writeFileSync(join(directory, 'other.yaml'), 'jobs: none\n');
    const outcome = await cli('check', join(directory, 'main.zig'), '--config', join(directory, 'other.yaml'));
    expect(outcome.stderr).toMatch(/other\.yaml:1:7: /);
  });
});
