/** Which pointers become references, on hand-made IR. */
import { describe, expect, test } from 'vitest';
import type { PointerMode, Representation, TypeRepr } from '../../src/lower/representation/contract.js';
import { represent } from '../../src/lower/representation/represent.js';
import { outermostPointer } from '../../src/lower/representation/type-repr.js';
import { T } from '../../src/parse/sema/pool.js';
import * as make from './build-ir.js';

const mode = (repr: TypeRepr): PointerMode | undefined => outermostPointer(repr)?.mode;
const bytes = make.pool.slice(T.u8, true);

/** `fn at(self: *Matrix, row: usize, col: usize) *f32 { return &self.data[row][col]; }` */
function matrix() {
  const type = make.struct('Matrix', () => ({ data: make.pool.array(make.pool.array(T.f32, 3), 2) }));
  const self = make.local('self', make.pool.pointer(type), 'param');
  const row = make.local('row', T.usize, 'param');
  const col = make.local('col', T.usize, 'param');
  const data = make.field(make.deref(make.read(self)), 'data');
  const at = make.fn('at', { params: [self, row, col], returns: make.pool.pointer(T.f32), in: type }, () => [
    make.ret(make.address(make.at(make.at(data, make.read(row)), make.read(col)))),
  ]);
  return { type, at, self };
}

describe('a pointer into the receiver', () => {
  test('is a mutable borrow of it where every caller lets go in time', () => {
    const { type, at } = matrix();
    const m = make.local('m', type);
    const main = make.fn('main', {}, () => [
      make.letIn(m, { kind: 'coerce', coercion: 'undefined', operand: undef(), type, node: at.node }),
      make.assign(make.deref(make.call(at, [make.address(make.place(m)), make.int(0), make.int(0)])), float(1)),
      make.assign(make.deref(make.call(at, [make.address(make.place(m)), make.int(1), make.int(1)])), float(2)),
    ]);
    const result = represent(make.program([at, main], [type]));
    expect(mode(result.param(at, 0))).toBe('refMut');
    expect(mode(result.result(at))).toBe('refMut');
    expect(result.signature(at).lifetimes).toEqual([]);
    expect(outermostPointer(result.result(at))?.lifetime).toBeUndefined();
  });

  test('is raw for every caller where one keeps it across another call', () => {
    const { type, at } = matrix();
    const m = make.local('m', type);
    const first = make.local('first', make.pool.pointer(T.f32), 'const');
    const second = make.local('second', make.pool.pointer(T.f32), 'const');
    const keeping = make.fn('keeping', {}, () => [
      make.letIn(m, { kind: 'coerce', coercion: 'undefined', operand: undef(), type, node: at.node }),
      make.letIn(first, make.call(at, [make.address(make.place(m)), make.int(0), make.int(0)])),
      make.letIn(second, make.call(at, [make.address(make.place(m)), make.int(1), make.int(1)])),
      make.assign(make.deref(make.read(first)), float(1)),
      make.assign(make.deref(make.read(second)), float(2)),
    ]);
    const innocent = make.local('innocent', type);
    const other = make.address(make.place(innocent));
    const careful = make.fn('careful', {}, () => [
      make.letIn(innocent, { kind: 'coerce', coercion: 'undefined', operand: undef(), type, node: at.node }),
      make.assign(make.deref(make.call(at, [other, make.int(0), make.int(0)])), float(1)),
    ]);
    const result = represent(make.program([at, keeping, careful], [type]));
    expect(mode(result.param(at, 0))).toBe('raw');
    expect(mode(result.result(at))).toBe('raw');
    expect(mode(result.local(first))).toBe('raw');
    expect(reasons(result, at)).toContain("'m' is borrowed for writing while a reference into it is in use");
  });
});

describe('slices that are only read', () => {
  test('are shared references, and literals are static', () => {
    const s = make.local('s', bytes, 'param');
    const length = make.fn('length', { params: [s], returns: T.usize }, () => [make.ret(make.int(0))]);
    const literal = make.text('abc');
    const name = make.fn('name', { returns: bytes }, () => [make.ret(literal)]);
    const main = make.fn('main', {}, () => [make.expr(make.call(length, [make.text('x')]))]);
    const result = represent(make.program([length, name, main]));
    expect(mode(result.param(length, 0))).toBe('ref');
    expect(mode(result.result(name))).toBe('static');
  });

  test('a result that is one of two parameters has a named lifetime', () => {
    const a = make.local('a', bytes, 'param');
    const b = make.local('b', bytes, 'param');
    const pick = make.fn('pick', { params: [a, b], returns: bytes }, () => [make.ret(make.read(a))]);
    const result = represent(make.program([pick]));
    expect(result.signature(pick).lifetimes).toEqual(['a']);
    expect(outermostPointer(result.param(pick, 0))?.lifetime).toBe('a');
    expect(outermostPointer(result.param(pick, 1))?.lifetime).toBeUndefined();
    expect(outermostPointer(result.result(pick))?.lifetime).toBe('a');
  });
});

describe('fields', () => {
  test('a slice that the struct borrows for its life is a lifetime parameter', () => {
    const tokenizer = make.struct('Tokenizer', () => ({ source: bytes, index: T.usize }));
    const source = make.local('source', bytes, 'param');
    const init = make.fn('init', { params: [source], returns: tokenizer, in: tokenizer }, () => [
      make.ret(make.make(tokenizer, { source: make.read(source), index: make.int(0) })),
    ]);
    const self = make.local('self', make.pool.pointer(tokenizer), 'param');
    const index = make.field(make.deref(make.read(self)), 'index');
    const rest = make.fn('rest', { params: [self], returns: bytes, in: tokenizer }, () => [
      make.assign(index, make.int(1)),
      make.ret(make.load(make.field(make.deref(make.read(self)), 'source'))),
    ]);
    const t = make.local('t', tokenizer);
    const first = make.local('first', bytes, 'const');
    const second = make.local('second', bytes, 'const');
    const len = make.local('len', bytes, 'param');
    const use = make.fn('use', { params: [len], returns: T.usize }, () => [make.ret(make.int(0))]);
    const text = make.local('text', bytes, 'param');
    const main = make.fn('main', { params: [text] }, () => [
      make.letIn(t, make.call(init, [make.read(text)])),
      make.letIn(first, make.call(rest, [make.address(make.place(t))])),
      make.letIn(second, make.call(rest, [make.address(make.place(t))])),
      make.expr(make.call(use, [make.read(first)])),
      make.expr(make.call(use, [make.read(second)])),
    ]);
    const result = represent(make.program([init, rest, use, main], [tokenizer]));
    expect(result.nominal(tokenizer)).toEqual({ ownership: 'plain', lifetimes: ['a'], isCopy: true });
    expect(result.field(tokenizer, 0)).toEqual({
      kind: 'pointer',
      mode: 'ref',
      lifetime: 'a',
      child: { kind: 'plain' },
    });
    expect(result.signature(init).lifetimes).toEqual([]);
    expect(outermostPointer(result.param(init, 0))?.lifetime).toBe('a');
    expect(mode(result.param(rest, 0))).toBe('refMut');
    expect(outermostPointer(result.result(rest))).toMatchObject({ mode: 'ref', lifetime: 'a' });
    expect(mode(result.local(first))).toBe('ref');
  });

  test('a pointer to a node of the same kind that is linked back is raw', () => {
    const node = make.struct('Node', (self) => ({ next: make.pool.optional(make.pool.pointer(self)), value: T.u8 }));
    const a = make.local('a', node);
    const b = make.local('b', node);
    const link = (to: ReturnType<typeof make.local>) => ({
      kind: 'coerce' as const,
      coercion: 'wrapOptional' as const,
      operand: make.address(make.place(to)),
      type: make.pool.optional(make.pool.pointer(node)),
      node: made.node,
    });
    const made = make.fn('unused', {}, () => []);
    const main = make.fn('main', {}, () => [
      make.letIn(a, { kind: 'coerce', coercion: 'undefined', operand: undef(), type: node, node: made.node }),
      make.letIn(b, { kind: 'coerce', coercion: 'undefined', operand: undef(), type: node, node: made.node }),
      make.assign(make.field(make.place(a), 'next'), link(b)),
      make.assign(make.field(make.place(b), 'next'), link(a)),
      make.assign(make.field(make.place(a), 'value'), make.int(1, T.u8)),
    ]);
    const result = represent(make.program([main], [node]));
    expect(mode(result.field(node, 0))).toBe('raw');
    expect(result.nominal(node).lifetimes).toEqual([]);
  });
});

function reasons(result: Representation, instance: Parameters<Representation['param']>[0]): readonly string[] {
  return result.why({ kind: 'param', instance, index: 0 }).map((reason) => reason.message);
}

function undef(): ReturnType<typeof make.int> {
  return { ...make.int(0, T.undefined), value: { kind: 'undefined' } };
}

function float(value: number): ReturnType<typeof make.int> {
  return { ...make.int(0, T.f32), value: { kind: 'float', float: value } };
}
