/** Reading sources: the host, the import graph, and where a project's root is looked for. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importGraph } from '../../src/project/import-graph.js';
import { findRoot } from '../../src/project/roots.js';
import { fileSystemHost, memoryHost } from '../../src/project/source-host.js';
import { transpile } from '../../src/project/transpile.js';
import { directoryWith } from '../support/cli.js';

const same = (path: string) => path;

test('a file has one text for the whole run', () => {
  const path = join(directoryWith({ 'a.zig': 'const a = 1;' }), 'a.zig');
  const host = fileSystemHost();
  expect(host.read(path)).toBe('const a = 1;');
  writeFileSync(path, 'changed');
  expect(host.read(path)).toBe('const a = 1;');
});

test.each([
  { bytes: [0xff], offset: 0 },
  { bytes: [0x61, 0xc3, 0x28], offset: 1 },
  { bytes: [0x61, 0x62, 0xe2, 0x82], offset: 2 },
  { bytes: [0xed, 0xa0, 0x80, 0x61], offset: 0 },
])('the first bad byte of $bytes is at $offset', ({ bytes, offset }) => {
  const path = join(directoryWith({ 'a.zig': new Uint8Array(bytes) }), 'a.zig');
  expect(fileSystemHost().problem(path)).toEqual({ kind: 'not-utf8', offset });
});

test('a host of given texts asks its fallback for the others', () => {
  const path = join(directoryWith({ 'b.zig': 'b' }), 'b.zig');
  const host = memoryHost(new Map([['/a.zig', 'a']]), fileSystemHost());
  expect([host.read('/a.zig'), host.read(path), host.read('/c.zig')]).toEqual(['a', 'b', undefined]);
});

test('the graph has every file once, also in a cycle, and the library is no part of it', () => {
  const texts = new Map([
    ['/p/main.zig', 'const std = @import("std"); const a = @import("a.zig"); const m = @import("m");'],
    ['/p/a.zig', 'const main = @import("main.zig"); fn f() void { _ = @import("sub/b.zig"); }'],
    ['/p/sub/b.zig', 'const a = @import("../a.zig"); const data = @import("data.zon");'],
    ['/p/sub/data.zon', '.{}'],
    ['/elsewhere/m.zig', 'const n = @import("n.zig");'],
    ['/elsewhere/n.zig', ''],
  ]);
  const graph = importGraph('/p/main.zig', memoryHost(texts), new Map([['m', '/elsewhere/m.zig']]), same);
  expect(graph.diagnostics).toEqual([]);
  expect(graph.files).toEqual(['/p/main.zig', '/p/a.zig', '/elsewhere/m.zig', '/p/sub/b.zig', '/elsewhere/n.zig']);
  expect(graph.importsStd).toMatchObject({ file: '/p/main.zig' });
});

test('an import in a comment or a string is none', () => {
  const text = '// @import("a.zig")\nconst s = "@import(\\"b.zig\\")";\n';
  expect(importGraph('/main.zig', memoryHost(new Map([['/main.zig', text]])), new Map(), same).diagnostics).toEqual([]);
});

test.each([
  { files: { 'main.zig': '', 'other.zig': '' }, root: 'main.zig' },
  { files: { 'src/main.zig': '', 'build.zig': '' }, root: 'src/main.zig' },
  { files: { 'src/root.zig': '' }, root: 'src/root.zig' },
  { files: { 'only.zig': '', 'build.zig': '' }, root: 'only.zig' },
  { files: { 'top.zig': 'const a = @import("part.zig");', 'part.zig': '' }, root: 'top.zig' },
])('the root of $files is $root', ({ files, root }) => {
  const directory = directoryWith(files);
  expect(findRoot(directory)).toEqual({ rootFile: join(directory, root) });
});

test('a text without a file is named by the caller', () => {
  const result = transpile('const x = @import("gone.zig");', {}, 'snippet.zig');
  expect(result.diagnostics).toMatchObject([{ name: 'missing-import', file: 'snippet.zig', line: 1, column: 11 }]);
});
