/** `@fieldParentPtr`: the address of a field, less the field's offset, as a pointer to the whole. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { TupleType, Type, UnionType } from '../../parse/ir/types.js';
import { hasPayload } from '../constant-aggregate.js';
import { type Scope, unported } from '../context.js';
import { lowerExpr } from '../expr.js';
import { type Lowered, mapLowered } from '../lowered.js';
import { memberPath } from '../names/paths.js';
import { asRaw, castPointer } from '../pointer-cast.js';
import { rawType } from '../type.js';
import { requestParent } from '../union.js';
import { argument, textOf } from './arguments.js';
import type { BuiltinTable } from './builtin.js';

export const fieldParentBuiltins: BuiltinTable = { fieldParentPtr: lowerFieldParent };

function lowerFieldParent(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const field = argument(expr, 1);
  const { type } = expr;
  if (type.kind !== 'pointer' || field.type.kind !== 'pointer') return unported('@fieldParentPtr of this', expr.node);
  // Bits of a packed struct have the address of the struct.
  if (type.child.kind === 'struct' && type.child.layout === 'packed')
    return mapLowered(lowerExpr(field, scope), (value) => castPointer(value, field, type, scope));
  const offset = offsetOf(type.child, textOf(argument(expr, 0)), expr, scope);
  const whole = rawType(type.child, scope);
  return mapLowered(lowerExpr(field, scope), (value) =>
    rust.method(rust.method(asRaw(value, field, scope), 'wrapping_byte_sub', [offset]), 'cast', [], [whole]),
  );
}

/** `offset_of!(Type, field)`, where Rust's layout gives fields addresses. */
function offsetOf(parent: Type, name: string, expr: ir.BuiltinExpr, scope: Scope): Expr {
  if (parent.kind === 'union' && parent.layout === 'auto') return offsetInUnion(parent, name, expr, scope);
  if (parent.kind === 'tuple') return offsetOfMember(parent, tupleMember(parent, Number(name)), scope);
  const isAddressed =
    (parent.kind === 'struct' && parent.layout !== 'packed') || (parent.kind === 'union' && parent.layout === 'extern');
  const field =
    parent.kind === 'struct' || parent.kind === 'union' ? parent.fields?.find((one) => one.name === name) : undefined;
  if (!isAddressed || field === undefined) return unported(`@fieldParentPtr of ${parent.kind}`, expr.node);
  const member = scope.crate.names.field(parent as Extract<Type, { kind: 'struct' | 'union' }>, field.index);
  return offsetOfMember(parent, rust.path(member), scope);
}

/** Rust says nothing about where payloads lie: the union's own function looks. */
function offsetInUnion(parent: UnionType, name: string, expr: ir.BuiltinExpr, scope: Scope): Expr {
  const field = parent.fields?.find((one) => one.name === name);
  if (field === undefined || !hasPayload(parent, field.index))
    return unported('@fieldParentPtr of a field without a value', expr.node);
  const { offset } = requestParent(parent, field.index, scope);
  return rust.call(rust.exprOfPath(memberPath(parent, offset, scope)), []);
}

/** The place of an element in the Rust tuple, which has no elements that are known at comptime. */
function tupleMember(type: TupleType, index: number): Expr {
  const isStored = (element: TupleType['elements'][number]) => element.value === undefined;
  return rust.int(type.elements.slice(0, index).filter(isStored).length);
}

function offsetOfMember(parent: Type, member: Expr, scope: Scope): Expr {
  const path = rust.path(...scope.module.imports.use('core', 'mem'), 'offset_of');
  if (path.kind !== 'path') throw new Error('a path is a path');
  const args = [
    { kind: 'type' as const, type: rawType(parent, scope) },
    { kind: 'expr' as const, expr: member },
  ];
  return {
    kind: 'macro',
    call: { path: path.path, delimiter: 'parentheses', input: { kind: 'arguments', arguments: args } },
  };
}
