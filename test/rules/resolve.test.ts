import { describe, expect, it } from 'vitest';
import { createResolver } from '../../src/lower/rules/resolve.js';
import type { Entity, Scope } from '../../src/lower/rules/scope.js';
import { parseSignature } from '../../src/lower/rules/signature.js';
import { parseSource } from '../../src/parse/syntax/parse.js';
import { sourcesOf, stdSources } from './sources.js';

/** Where a path ends, in words: the kind, the line that declares it, and what the type functions around are bound to. */
function resolve(signatureText: string, files?: Readonly<Record<string, string>>): string {
  const sources = files === undefined ? stdSources() : sourcesOf(files);
  const parsed = parseSignature(signatureText);
  if ('fault' in parsed) throw new Error(parsed.fault.message);
  return describeEntity(createResolver(sources).resolve(parsed.signature));
}

function describeEntity(entity: Entity): string {
  if (!('scope' in entity) || entity.kind === 'expression')
    return entity.kind === 'unknown' ? entity.reason : entity.kind;
  const { file } = entity.scope;
  const start = entity.kind === 'container' ? entity.scope.node.start : entity.node.start;
  const name = file.path.split('/').at(-1);
  const [line] = file.text.slice(file.text.lastIndexOf('\n', start) + 1).split('\n');
  return `${entity.kind} ${name}: ${line?.trim()}${bindings(entity.scope)}`;
}

function bindings(scope: Scope | undefined): string {
  if (scope === undefined) return '';
  if (scope.kind === 'container') return bindings(scope.parent);
  const bound = [...scope.arguments].map(
    ([name, value]) => `${name}=${value.kind === 'variable' ? value.name : value.kind}`,
  );
  return ` <${bound.join(', ')}>${bindings(scope.parent)}`;
}

describe('paths of rules over the real std', () => {
  it.each([
    ['std.mem.eql(comptime T: type, a: []const T, b: []const T) bool', 'fn mem.zig: pub fn eql('],
    ['std.mem.indexOf(comptime T: type, haystack: []const T, needle: []const T) ?usize', 'fn mem.zig: pub fn find('],
    ['std.math.isNan(x: anytype) bool', 'fn isnan.zig: pub fn isNan('],
    ['std.math.pi: comptime_float', 'value math.zig: pub const pi ='],
  ])('%s', (text, expected) => {
    expect(resolve(text)).toContain(expected);
  });

  it('enters type functions with their arguments bound', () => {
    expect(resolve('std.ArrayList(T)')).toBe('container array_list.zig: return struct { <T=T, alignment=expression>');
    expect(resolve('std.ArrayListUnmanaged(T).items: []T')).toBe(
      'field array_list.zig: items: Slice, <T=T, alignment=expression>',
    );
    expect(resolve('std.StringHashMap(V)')).toContain(
      '<K=expression, V=V, Context=container, max_load_percentage=value>',
    );
  });

  it('finds nested types through the alias of the type around', () => {
    expect(resolve('std.HashMap(K, V, C, L).Iterator.next(it: *Iterator) ?Entry')).toContain(
      'fn hash_map.zig: pub fn next(it: *Iterator)',
    );
  });

  it('says why a path leads nowhere', () => {
    expect(resolve('std.mem.noSuchThing(a: u8) u8')).toMatch(/there is no noSuchThing in .*mem\.zig/);
  });
});

describe('paths of rules over other sources', () => {
  it('follows usingnamespace, as std had it before 0.15', () => {
    const files = { 'm/m.zig': 'pub usingnamespace @import("inner.zig");', 'm/inner.zig': 'pub fn f() void {}' };
    expect(resolve('m.f() void', files)).toBe('fn inner.zig: pub fn f() void {}');
  });

  it('survives aliases that name each other', () => {
    const files = { 'm/m.zig': 'pub const a = b;\npub const b = a;' };
    expect(resolve('m.a.f() void', files)).toMatch(/no container|cycle/);
  });

  it('waits for files that the program has not reached', () => {
    const texts = new Map([['/m.zig', 'pub const inner = @import("inner.zig");']]);
    const source = (path: string) => {
      const text = texts.get(path);
      return text === undefined ? undefined : parseSource(path, text);
    };
    const resolver = createResolver({
      source,
      isReached: (path) => texts.has(path),
      modules: new Map([['m', '/m.zig']]),
    });
    const parsed = parseSignature('m.inner.f() void');
    if ('fault' in parsed) throw new Error(parsed.fault.message);
    expect(resolver.resolve(parsed.signature)).toEqual({ kind: 'waiting', path: '/inner.zig' });
    texts.set('/inner.zig', 'pub fn f() void {}');
    expect(resolver.resolve(parsed.signature).kind).toBe('fn');
  });
});
