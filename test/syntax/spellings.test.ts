/** Zig 0.11 to 0.16 are one language: old and new spellings parse without a fault, to the same kinds of nodes. */
import { describe, expect, test } from 'vitest';
import type { Node, NodeKind, SpellingName } from '../../src/parse/syntax/ast.js';
import { visit } from '../../src/parse/syntax/children.js';
import { parseSource } from '../../src/parse/syntax/parse.js';
import { SPELLINGS, versionFaults } from '../../src/parse/syntax/spellings.js';
import { isAtLeast, parseZigVersion, type ZigVersion } from '../../src/parse/syntax/zig-version.js';
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

const READ: readonly (readonly [kind: NodeKind, count: number, zig: string])[] = [
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
  for (const [kind, count, zig] of READ) {
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

/** Each spelling that came or went: the last version without it, the first with it (or the other way round), and a text that has it. */
const VERSIONED: readonly (readonly [name: SpellingName, refused: string, accepted: string, zig: string])[] = [
  ['asyncOperator', '0.15.2', '0.14.1', 'test { _ = async f(); }'],
  ['awaitOperator', '0.15', '0.14', 'test { try await f; }'],
  ['usingNamespace', '0.15', '0.14', 'pub usingnamespace a;'],
  ['bareSuspend', '0.9', '0.8', 'test { suspend; }'],
  ['stringClobber', '0.15', '0.14', 'test { asm volatile ("" ::: "memory"); }'],
  ['stringClobbers', '0.15', '0.14', 'test { asm volatile ("" ::: "memory", "cc"); }'],
  ['indexCapture', '0.11', '0.10', 'test { for (xs) |x, i| f(x, i); }'],
  ['clobberValue', '0.14', '0.15', 'test { asm volatile ("" ::: .{ .memory = true }); }'],
  ['destructuring', '0.11', '0.12', 'test { const a, var b = c; }'],
  ['switchLabel', '0.13', '0.14', 'test { a: switch (x) { else => {} } }'],
  ['continueValue', '0.13', '0.14', 'test { continue :a 1; }'],
  ['keywordAsName', '0.14', '0.15', 'const async = 1;'],
];

describe('versions', () => {
  test('every spelling of the table is tried', () => {
    expect(VERSIONED.map(([name]) => name).sort()).toEqual(Object.keys(SPELLINGS).sort());
  });

  for (const [name, refused, accepted, zig] of VERSIONED) {
    test(`${name}: not in ${refused}, but in ${accepted}`, () => {
      const file = parseSource('spelling.zig', zig);
      expect(file.faults).toEqual([]);
      const { found, expected } = SPELLINGS[name];
      expect(versionFaults(file, versionOf(refused))).toMatchObject([{ found, expected }]);
      expect(versionFaults(file, versionOf(accepted))).toEqual([]);
    });
  }

  test('a quoted name is one in all versions, and an operator is no name', () => {
    const file = parseSource('spelling.zig', 'const @"async" = async f();');
    expect(versionFaults(file, versionOf('0.11'))).toEqual([]);
  });

  test('what an unreadable statement holds is no second fault', () => {
    const file = parseSource('spelling.zig', 'test { switch (async f()) x; }');
    expect([file.faults.length, versionFaults(file, versionOf('0.16'))]).toEqual([1, []]);
  });

  test('versions are compared by their numbers', () => {
    expect(isAtLeast(versionOf('1.0'), versionOf('0.16'))).toBe(true);
    expect(isAtLeast(versionOf('0.9'), versionOf('0.16'))).toBe(false);
    expect(parseZigVersion('0.16-dev')).toBeUndefined();
  });
});

function versionOf(text: string): ZigVersion {
  const version = parseZigVersion(text);
  if (version === undefined) throw new Error(`${text} is no version`);
  return version;
}
