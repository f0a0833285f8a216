/**
 * `a = .{ .x = a.y, .y = a.x }`: an untyped initialiser is written part by part into the place, where later parts read what earlier
 * ones have written (so do arrays and tuples, and initialisers within). Only that case needs stores of single parts; every other initialiser is a Rust literal.
 */
import type { Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { ArrayType, TupleType } from '../parse/ir/types.js';
import { T } from '../parse/sema/pool.js';
import { effectsOf } from './analysis/effects.js';
import { rootLocal, walkExpr } from './analysis/walk.js';
import { lowerAssign } from './assign.js';
import type { Scope } from './context.js';
import { stabilise } from './stable-place.js';

type Untyped = ir.StructInit | (ir.SequenceInit & { readonly type: ArrayType | TupleType });

/** `.{…}` without a type, of a struct, array or tuple whose value is not known. */
function isUntyped(value: ir.Expr): value is Untyped {
  if (value.value !== undefined) return false;
  if (value.kind === 'structInit') return value.isUntyped && value.type.layout !== 'packed';
  if (value.kind !== 'sequenceInit' || value.type.kind === 'vector') return false;
  return value.node.kind === 'arrayInit' && value.node.type === undefined;
}

function partsOf(value: Untyped): readonly ir.Expr[] {
  return value.kind === 'structInit' ? value.fields.map((field) => field.value) : value.elements;
}

/** Whether an untyped initialiser may read the place that it is assigned to. */
export function isSelfReading(place: ir.Place, value: ir.Expr): value is Untyped {
  if (!isUntyped(value)) return false;
  const parts = partsOf(value);
  if (parts.length < 2 && !parts.some(isUntyped)) return false;
  const root = rootLocal(place);
  let reads = false;
  for (const part of parts) {
    if (effectsOf(part).writes) reads = true;
    walkExpr(part, (node) => {
      if (node.sort === 'place')
        reads ||=
          root === undefined ? node.place.kind !== 'local' : node.place.kind === 'local' && node.place.local === root;
      return !reads;
    });
  }
  return reads;
}

/** The parts, one store each, in Zig's order. */
export function assignUntyped(place: ir.Place, value: Untyped, scope: Scope): readonly Statement[] {
  const { pre, stable } = stabilise(place, scope);
  const stores = partsOf(value).flatMap((part, at) => {
    const target = value.kind === 'structInit' ? fieldOf(stable, value, at) : elementOf(stable, value, at);
    if (target === undefined) return [];
    const node = part.node as ir.Statement['node'];
    return lowerAssign({ kind: 'assign', place: target, operator: undefined, value: part, node }, scope);
  });
  return [...pre, ...stores];
}

function fieldOf(base: ir.Place, { type, fields }: ir.StructInit, at: number): ir.Place | undefined {
  const index = fields[at]?.index ?? at;
  const declared = type.fields?.[index];
  if (declared === undefined || declared.isComptime) return undefined;
  const { name } = declared;
  return { kind: 'fieldPlace', base, container: type, name, index, type: declared.type, node: base.node };
}

function elementOf(base: ir.Place, value: Extract<Untyped, ir.SequenceInit>, at: number): ir.Place | undefined {
  const { type } = value;
  if (type.kind === 'tuple') {
    const element = type.elements[at];
    if (element === undefined || element.value !== undefined) return undefined;
    const part = { container: type, name: String(at), index: at, type: element.type };
    return { kind: 'fieldPlace', base, ...part, node: base.node };
  }
  const index = { kind: 'constant', type: T.usize, value: { kind: 'int', int: at }, node: base.node } as const;
  return {
    kind: 'index',
    base: { kind: 'array', place: base },
    index,
    checked: false,
    type: type.child,
    node: base.node,
  };
}
