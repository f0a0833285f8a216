/** Zig 0.11 to 0.16 are one language: old and new spellings parse without a fault, to the same kinds of nodes. */
import { describe, expect, test } from 'vitest';
import type { Node, NodeKind } from '../../src/parse/syntax/ast.js';
import { visit } from '../../src/parse/syntax/children.js';
import { parseSource } from '../../src/parse/syntax/parse.js';
import { firstDifference, tokenTexts } from './token-match.js';
import { unparse } from './unparse.js';

function nodesOf(zig: string, kind: NodeKind): readonly Node[] {
  const file = parseSource('spelling.zig', zig);
  expect(file.faults).toEqual([]);
  expect(firstDifference(unparse(file), tokenTexts(file))).toBeUndefined();
  const nodes: Node[] = [];
  visit(file.root, (node) => {
    if (node.kind === kind) nodes.push(node);
  });
  return nodes;
}

const SPELLINGS: readonly (readonly [kind: NodeKind, count: number, zig: string])[] = [
  ['usingNamespace', 2, 'usingnamespace @import("a.zig");\npub usingnamespace struct { const a = 1; };'],
  ['containerField', 2, 'const S = struct { usingnamespace: u8, async: bool };'],
  ['async', 1, 'test { _ = async f(); }'],
  ['await', 2, 'test { try await f; _ = await async_frame; }'],
  ['identifier', 4, 'test { const async = 1; _ = async; await(async); }'],
  ['suspend', 2, 'test { suspend; suspend { f(); } }'],
  ['resume', 1, 'test { resume frame; }'],
  ['nosuspend', 2, 'test { nosuspend { f(); } _ = nosuspend f(); }'],
  ['anyFrameType', 2, 'var a: anyframe = undefined;\nvar b: anyframe->u8 = undefined;'],
  ['range', 1, 'test { for (xs) |x, i| { _ = x; _ = i; } }'],
  ['for', 2, 'test { for (xs, 0..) |x, i| f(x, i); for (a..b, ys) |n, *y| {} else {} }'],
  ['asm', 1, 'test { asm volatile ("nop" : [r] "={rax}" (-> usize) : [n] "{rdi}" (n) : "memory", "cc"); }'],
  ['structInit', 1, 'test { asm volatile ("nop" ::: .{ .memory = true }); }'],
  ['asmOperand', 2, 'test { asm ("" : [a] "=r" (a), [b] "=r" (b),); }'],
  ['fnDecl', 2, 'fn a() callconv(.C) void {}\nextern fn b(...) callconv(.c) void;'],
  ['fnProto', 2, 'fn a() !void {}\nfn b() E!void {}'],
  ['identifier', 3, 'const @"a b" = @"c d"; const e = @"if";  const f = @"\\x41";'],
  [
    'containerDecl',
    6,
    'const a = .{ struct {}, enum {}, union {}, opaque {}, extern struct {}, packed struct(u8) {} };',
  ],
  [
    'containerDecl',
    3,
    'const a = union(enum) { b, c: u8 }; const d = union(enum(u8)) { e = 1 }; const f = union(E) { g };',
  ],
  ['containerField', 3, 'const T = struct { u8, comptime u8 = 1, []const u8 align(4) = "" };'],
  [
    'switch',
    2,
    'test { sw: switch (x) { 1, 2...3 => |v| continue :sw v, inline else => |v, tag| f(v, tag), } _ = switch (y) {}; }',
  ],
  ['enumLiteral', 2, 'const a: T = .init; const b: T = .init(1);'],
  [
    'pointerType',
    3,
    'const a: [*:0]const u8 = b; const c: *align(8:4:2) volatile u8 = d; const e: [:s]allowzero addrspace(.gs) u8 = f;',
  ],
  ['arrayType', 2, 'const a = [_:0]u8{1}; const b: [4]u8 = c;'],
  ['assignDestructure', 2, 'test { const a, var b, c.d = f(); if (x) {} else a, b = .{ 1, 2 }; }'],
  [
    'varDecl',
    3,
    'export threadlocal var a: u8 align(4) addrspace(.x) linksection("s") = 1; extern "c" var b: u8; test { comptime var c = 1; }',
  ],
  ['stringLiteral', 1, 'const a =\n    \\\\one\n    // between\n    \\\\two\n;'],
  ['slice', 2, 'test { _ = blk: { break :blk a; }[0.. :0]; _ = b[0..n]; }'],
  ['if', 2, 'const a = []if (x) u8 else u16; const b = *if (y) u8 else u16;'],
  ['errorSetDecl', 2, 'const S = struct { error{ A, B }, error{} };'],
  [
    'while',
    2,
    'const a = while (it.next()) |x| : (i += 1) { break x; } else |e| e; test { l: inline while (a) continue :l; }',
  ],
  ['errdefer', 2, 'test { errdefer |e| f(e); errdefer { f(); } defer f(); }'],
  [
    'fnProto',
    2,
    'const F = fn (comptime T: type, noalias a: *T, anytype, ...) align(4) linksection("x") callconv(.c) E!void; const G = *const fn () void;',
  ],
];

describe('spellings', () => {
  for (const [kind, count, zig] of SPELLINGS) {
    test(zig, () => {
      expect(nodesOf(zig, kind).length).toBe(count);
    });
  }
});

test('the index capture of Zig 0.10 arrives as a second input', () => {
  const loop = nodesOf('test { for (xs) |x, i| f(x, i); }', 'for')[0];
  expect(loop?.kind === 'for' && loop.inputs.map(({ kind }) => kind)).toEqual(['value', 'range']);
});

test('a quoted name denotes the decoded text', () => {
  const names = nodesOf('const @"a\\x20b" = 1; const @"if" = 2; const c = 3;', 'varDecl').map((node) =>
    node.kind === 'varDecl' ? [node.name.text, node.name.quoted] : [],
  );
  expect(names).toEqual([
    ['a b', true],
    ['if', true],
    ['c', false],
  ]);
});
