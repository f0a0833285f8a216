import { describe, expect, it } from 'vitest';
import { parseSignature } from '../../src/lower/rules/signature.js';

function signature(text: string) {
  const parsed = parseSignature(text);
  if ('fault' in parsed) throw new Error(parsed.fault.message);
  return parsed.signature;
}

describe('signatures of rules', () => {
  it('takes a function apart', () => {
    const { kind, module, name, steps, isErrorUnion } = signature(
      'std.mem.eql(comptime T: type, a: []const T, b: []const T) bool',
    );
    expect({ kind, module, name, isErrorUnion }).toEqual({
      kind: 'fn',
      module: 'std',
      name: 'eql',
      isErrorUnion: false,
    });
    expect(steps).toEqual([
      { kind: 'member', name: 'mem' },
      { kind: 'member', name: 'eql' },
    ]);
  });

  it('gives every parameter the mode of its type', () => {
    const { params, pathVariables } = signature(
      'std.ArrayList(T).f(self: *Self, gpa: Allocator, item: T, from: []const T, into: []T, n: usize, comptime C: type, comptime k: u8, rest: anytype) void',
    );
    expect(pathVariables).toEqual(['T']);
    expect(params.map((param) => `${param.name} ${param.mode}`)).toEqual([
      'self write',
      'gpa drop',
      'item store',
      'from read',
      'into write',
      'n value',
      'C type',
      'k const',
      'rest value',
    ]);
  });

  it.each([
    ['std.ArrayList(T)', 'type'],
    ['std.mem.Allocator', 'type'],
    ['std.HashMap(K, V, std.hash_map.AutoContext(K), L)', 'type'],
    ['std.math.pi: comptime_float', 'value'],
    ['std.ArrayList(T).items: []T', 'value'],
    ['std.process.abort() noreturn', 'fn'],
    ['std.math.add(comptime T: type, a: T, b: T) (error{Overflow}!T)', 'fn'],
  ])('%s is a %s', (text, kind) => {
    expect(signature(text).kind).toBe(kind);
  });

  it.each([
    ['std.f() error{A}!void', true],
    ['std.f() !void', true],
    ['std.f() (error{A}!void)', true],
    ['std.f() ?void', false],
  ])('%s can fail: %s', (text, fails) => {
    expect(signature(text).isErrorUnion).toBe(fails);
  });

  it.each([
    ['std.mem.f(a: []) u8', 15],
    ['std..f() u8', 3],
    ['std.f(a: u8', 5],
  ])('reports where %s is no Zig', (text, start) => {
    const parsed = parseSignature(text);
    expect('fault' in parsed ? parsed.fault.start : undefined).toBe(start);
  });
});
