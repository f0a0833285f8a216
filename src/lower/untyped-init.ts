/**
 * `a = .{ .x = a.y, .y = a.x }`: an untyped initialiser is written field by field into the place, where later fields read what earlier
 * ones have written. Only that case needs stores of single fields; every other initialiser is a Rust literal.
 */
import type { Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { effectsOf } from './analysis/effects.js';
import { rootLocal, walkExpr } from './analysis/walk.js';
import { lowerAssign } from './assign.js';
import type { Scope } from './context.js';
import { stabilise } from './stable-place.js';

/** Whether an untyped initialiser may read the place that it is assigned to. */
export function isSelfReading(place: ir.Place, value: ir.Expr): value is ir.StructInit {
  if (value.kind !== 'structInit' || !value.isUntyped || value.value !== undefined || value.fields.length < 2)
    return false;
  if (value.type.layout === 'packed') return false;
  const root = rootLocal(place);
  let reads = false;
  for (const field of value.fields) {
    if (effectsOf(field.value).writes) reads = true;
    walkExpr(field.value, (node) => {
      if (node.sort === 'place')
        reads ||=
          root === undefined ? node.place.kind !== 'local' : node.place.kind === 'local' && node.place.local === root;
      return !reads;
    });
  }
  return reads;
}

/** The fields, one store each, in Zig's order. */
export function assignUntyped(place: ir.Place, value: ir.StructInit, scope: Scope): readonly Statement[] {
  const { pre, stable } = stabilise(place, scope);
  const stores = value.fields.flatMap((field) => {
    const declared = value.type.fields?.[field.index];
    if (declared === undefined || declared.isComptime) return [];
    const target: ir.FieldPlace = {
      kind: 'fieldPlace',
      base: stable,
      container: value.type,
      name: declared.name,
      index: field.index,
      type: declared.type,
      node: place.node,
    };
    return lowerAssign(
      {
        kind: 'assign',
        place: target,
        operator: undefined,
        value: field.value,
        node: field.value.node as ir.Statement['node'],
      },
      scope,
    );
  });
  return [...pre, ...stores];
}
