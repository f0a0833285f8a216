/** Crates: which files there are, and that Cargo takes them. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as rust from '../../src/emit/build.js';
import { type CrateDescription, emitCrate } from '../../src/emit/crate.js';
import { packageName } from '../../src/emit/manifest.js';
import type { FunctionItem } from '../../src/emit/rust-ast.js';

const answer = (name: string, value: number): FunctionItem =>
  rust.fn(name, [], rust.u8Type, rust.block([], rust.int(value, 'u8')), { visibility: 'pub' });

const program: CrateDescription = {
  name: 'my program',
  edition: '2024',
  kind: 'bin',
  root: {
    docs: [' What it does.'],
    items: [
      rust.useItem(rust.useTree(['crate', 'a', 'b'], 'deep')),
      rust.fn(
        'main',
        [],
        undefined,
        rust.block([
          rust.exprStmt(
            rust.formatMacro(
              'println',
              [rust.hole()],
              [rust.binary('+', rust.call(rust.path('deep'), []), rust.call(rust.path('rt', 'helper', 'one'), []))],
            ),
          ),
        ]),
      ),
    ],
  },
  modules: [
    { path: ['a', 'b'], content: { items: [answer('deep', 2)] } },
    { path: ['c'], content: { items: [answer('alone', 3)] } },
    { path: ['c', 'd'], content: { items: [answer('below', 4)] } },
  ],
  runtime: new Map([['helper', 'pub fn one() -> u8 {\n    1\n}\n']]),
  bindings: new Map([['Header', { items: [rust.typeAlias('Id', rust.u8Type)] }]]),
};

describe('files', () => {
  const { files, printed } = emitCrate(program);

  it('are the manifest, the root, modules with and without files of their own, runtime and bindings', () => {
    expect([...files.keys()].sort()).toEqual([
      'Cargo.toml',
      'src/a.rs',
      'src/a/b.rs',
      'src/bindings.rs',
      'src/bindings/Header.rs',
      'src/c.rs',
      'src/c/d.rs',
      'src/main.rs',
      'src/rt.rs',
      'src/rt/helper.rs',
    ]);
  });

  it('declare their modules', () => {
    expect(files.get('src/main.rs')).toContain('mod a;\nmod bindings;\nmod c;\nmod rt;\n\nuse crate::a::b::deep;\n');
    expect(files.get('src/a.rs')).toBe('pub mod b;\n');
    expect(files.get('src/c.rs')).toBe('pub mod d;\n\npub fn alone() -> u8 {\n    3\n}\n');
    expect(files.get('src/rt.rs')).toContain('pub mod helper;\n');
    expect(files.get('src/rt/helper.rs')).toBe(program.runtime?.get('helper'));
  });

  it('begin with documentation and the lints that they need', () => {
    const root = files.get('src/main.rs') ?? '';
    expect(root.startsWith('//! What it does.\n\n')).toBe(true);
    expect(root.match(/#!\[.*/g) ?? []).toEqual(['#![allow(dead_code)]']);
  });

  it('come with what was printed', () => {
    expect([...printed.keys()]).toContain('src/a/b.rs');
    expect(printed.has('src/rt/helper.rs')).toBe(false);
  });

  it('make a library of a library', () => {
    const library = emitCrate({ ...program, kind: 'lib' });
    expect(library.files.get('src/lib.rs')).toContain('pub mod a;\nmod bindings;\npub mod c;\nmod rt;\n');
    expect(library.files.has('src/main.rs')).toBe(false);
  });
});

describe('the manifest', () => {
  const manifest = emitCrate(program).files.get('Cargo.toml') ?? '';

  it('has no dependencies and checks overflow in every profile', () => {
    expect(manifest).not.toContain('dependencies');
    for (const profile of ['dev', 'release', 'test', 'bench']) {
      expect(manifest).toContain(`[profile.${profile}]\noverflow-checks = true\n`);
    }
    expect(manifest.match(/panic = "abort"/g)).toHaveLength(2);
  });

  it.each([
    ['my program', 'my_program'],
    ['7zip', 'zig_7zip'],
    ['test', 'test_crate'],
    ['a.b', 'a_b'],
    ['ünïcode', 'n_code'],
    ['', 'zig'],
  ])('names the package for %j', (name, expected) => {
    expect(packageName(name)).toBe(expected);
  });
});

const hasCargo = spawnSync('cargo', ['--version']).status === 0;
if (!hasCargo && process.env.CI === 'true') throw new Error('cargo is missing, and CI must build the crate');

describe.skipIf(!hasCargo)('cargo', () => {
  it('builds and runs the program without a warning', () => {
    const directory = mkdtempSync(join(tmpdir(), 'zig2rust-crate-'));
    try {
      for (const [path, text] of emitCrate(program).files) {
        mkdirSync(dirname(join(directory, path)), { recursive: true });
        writeFileSync(join(directory, path), text);
      }
      const { status, stdout, stderr } = spawnSync('cargo', ['run', '--offline'], {
        cwd: directory,
        encoding: 'utf8',
        env: { ...process.env, RUSTFLAGS: '-Dwarnings', CARGO_TARGET_DIR: join(directory, 'target') },
      });
      expect(stderr).not.toContain('warning');
      expect([status, stdout]).toEqual([0, '3\n']);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
