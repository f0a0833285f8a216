/**
 * Assignments. Zig evaluates the operands of the place before the value, Rust after it: operands that the value could change are put into
 * variables first. An untyped initialiser writes its fields one by one into the place, where it may read what it has just written.
 */
import * as rust from '../emit/build.js';
import type { AssignOperator, Expr, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { IntType } from '../parse/ir/types.js';
import { mayChange } from './analysis/disturbance.js';
import { commutes, effectsOf, operandEffectsOf } from './analysis/effects.js';
import { arithmetic } from './arithmetic.js';
import { type Scope, unported } from './context.js';
import { lowerExpr, lowerInto } from './expr.js';
import { withoutDeref } from './index-place.js';
import { nativeInt } from './integer.js';
import { keptEffects } from './kept-effects.js';
import { isVoid } from './local.js';
import { isUnit, type Lowered } from './lowered.js';
import { isBitPlace, storeBits } from './packed-place.js';
import { lowerPlace } from './place.js';
import type { PointerMode } from './representation/contract.js';
import { pointeeRepr } from './representation/type-repr.js';
import { storeMapped } from './rules/mapped.js';
import { storePart } from './slice.js';
import { stabilise } from './stable-place.js';
import { asStatements } from './statement.js';
import { rustType } from './type.js';
import { isUnaligned, readUnaligned, writeUnaligned } from './unaligned.js';
import { assignInPlace } from './untyped-init.js';
import { storeWhole } from './whole-variable.js';
import { isWide } from './wide.js';

type Assign = Extract<ir.Statement, { kind: 'assign' }>;

export function lowerAssign(statement: Assign, scope: Scope): readonly Statement[] {
  const { place, value, operator } = statement;
  // What is stored into a comptime field is what it holds already.
  if (isInValue(place) && value.value !== undefined) return keptEffects(value, scope);
  if (isVoid(place.type)) return asStatements(lowerExpr(value, scope));
  const inPlace = operator === undefined ? assignInPlace(place, value, scope) : undefined;
  if (inPlace !== undefined) return inPlace;
  if (operator !== undefined && isReadFirst(statement, scope)) return assignResult(statement, operator, scope);
  const { pre, stable } = needsStablePlace(statement) ? stabilise(place, scope) : { pre: [], stable: place };
  return [...pre, ...store(stable, value, operator, scope)];
}

/** A part of a value that has no storage. */
function isInValue(place: ir.Place): boolean {
  switch (place.kind) {
    case 'temporary':
      return true;
    case 'fieldPlace':
      return isInValue(place.base);
    case 'index':
      return place.base.kind === 'array' && isInValue(place.base.place);
    default:
      return false;
  }
}

/** Whether it can be told that Zig reads the place of `place op= value` before the value; Rust's own operators read it afterwards. */
function isReadFirst({ place, value }: Assign, scope: Scope): boolean {
  return place.type.kind !== 'pointer' && mayChange(value, place, scope);
}

/** `place = place op value`. */
function assignResult(
  { place, value, node }: Assign,
  operator: ir.ArithmeticOperator,
  scope: Scope,
): readonly Statement[] {
  const { pre, stable } = stabilise(place, scope);
  const { type } = place;
  const left: ir.Load = { kind: 'load', place: stable, type, node: place.node };
  const result: ir.Arithmetic = {
    kind: 'arithmetic',
    operator,
    left,
    right: value,
    type,
    node: node as ir.Expr['node'],
  };
  return [...pre, ...store(stable, result, undefined, scope)];
}

/** Whether Rust's order (value first) could be told from Zig's. */
function needsStablePlace({ place, value, operator }: Assign): boolean {
  const operands = operandEffectsOf(place);
  if (operator !== undefined && operands.writes) return true;
  return !commutes(operands, effectsOf(value));
}

function store(place: ir.Place, value: ir.Expr, operator: Assign['operator'], scope: Scope): readonly Statement[] {
  const whole = storeWhole(place, value, operator, scope);
  if (whole !== undefined) return whole;
  const mapped = storeMapped(place, () => storedValue(place, value, operator, scope), scope);
  if (mapped !== undefined) return mapped;
  if (isUnaligned(place) && place.kind !== 'fieldPlace' && !isBitPlace(place))
    return storeUnaligned(place, value, operator, scope);
  const special = storeSpecial(place, value, operator, scope);
  if (special !== undefined) return special;
  const part = operator === undefined ? storePart(place, value, scope) : undefined;
  if (part !== undefined) return part;
  const slot = scope.crate.representation.place(place);
  if (operator === undefined) return [...assignment(lowerPlace(place, 'write', scope), lowerInto(value, slot, scope))];
  return compound(place, value, operator, scope);
}

/** What a place gets that is changed by a method: the value, or what the operator makes of it. */
function storedValue(place: ir.Place, value: ir.Expr, operator: Assign['operator'], scope: Scope): Lowered {
  const right = lowerExpr(value, scope);
  if (operator === undefined) return right;
  const current = lowerPlace(place, 'read', scope);
  const result = arithmetic(operator, place.type, current.expr, right.expr, value, scope);
  return { pre: [...current.pre, ...right.pre], expr: result };
}

/** A store through a pointer that may not be aligned. */
function storeUnaligned(
  place: ir.Place,
  value: ir.Expr,
  operator: Assign['operator'],
  scope: Scope,
): readonly Statement[] {
  const target = lowerPlace(place, 'borrowMut', scope);
  const right = lowerInto(value, scope.crate.representation.place(place), scope);
  const stored =
    operator === undefined
      ? right.expr
      : arithmetic(operator, place.type, readUnaligned(target.expr), right.expr, value, scope);
  return [...target.pre, ...right.pre, rust.exprStmt(writeUnaligned(target.expr, stored))];
}

/** `place = value;` where neither needs more than statements in front. */
export function assignment(target: Lowered, value: Lowered): readonly Statement[] {
  if (isUnit(target.expr)) return [...target.pre, ...asStatements(value)];
  if (target.expr.kind === 'macro') return [...target.pre, ...asStatements(value), rust.exprStmt(target.expr)];
  return [...target.pre, ...value.pre, rust.exprStmt(rust.assign(target.expr, value.expr))];
}

const COMPOUND: Readonly<Partial<Record<ir.ArithmeticOperator, AssignOperator>>> = {
  '+': '+=',
  '-': '-=',
  '*': '*=',
  '/': '/=',
  '%': '%=',
  '&': '&=',
  '|': '|=',
  '^': '^=',
  '<<': '<<=',
  '>>': '>>=',
};

/** Rust's own compound operators do what Zig's do on types whose width Rust checks. */
function hasCompound(operator: ir.ArithmeticOperator, type: ir.Expr['type']): boolean {
  if (COMPOUND[operator] === undefined) return false;
  if (type.kind === 'float') return '+-*/%'.includes(operator);
  if (type.kind !== 'int' || isWide(type)) return false;
  return isExact(type) || ['/', '%', '&', '|', '^', '>>'].includes(operator);
}

function isExact(type: IntType): boolean {
  return nativeInt(type)?.isExact === true;
}

function compound(
  place: ir.Place,
  value: ir.Expr,
  operator: ir.ArithmeticOperator,
  scope: Scope,
): readonly Statement[] {
  const right = lowerExpr(value, scope);
  const target = lowerPlace(place, 'write', scope);
  const assignOperator = COMPOUND[operator];
  if (assignOperator !== undefined && hasCompound(operator, place.type)) {
    const amount = operator === '<<' || operator === '>>' ? untypedAmount(right.expr) : right.expr;
    return [...target.pre, ...right.pre, rust.exprStmt(rust.assign(target.expr, amount, assignOperator))];
  }
  const result = arithmetic(operator, place.type, target.expr, right.expr, value, scope);
  return [...target.pre, ...right.pre, rust.exprStmt(rust.assign(target.expr, result))];
}

/** The amount of a shift may have any integer type: a literal needs none. */
export function untypedAmount(amount: Expr): Expr {
  if (amount.kind !== 'literal' || amount.literal.kind !== 'int') return amount;
  return { kind: 'literal', literal: { ...amount.literal, suffix: undefined } };
}

/** Places that Rust has no place expression for: fields of packed structs, and parts of slices. */
function storeSpecial(
  place: ir.Place,
  value: ir.Expr,
  operator: Assign['operator'],
  scope: Scope,
): readonly Statement[] | undefined {
  if (isBitPlace(place)) return storeBits(place, value, operator, scope);
  if (place.kind !== 'fieldPlace') return undefined;
  const { container } = place;
  if (container.kind === 'pointer') return storeSlicePart(place, value, operator, scope);
  if (container.kind === 'union' && container.layout === 'extern')
    return storeExternUnion(place, value, operator, scope);
  return undefined;
}

function storeExternUnion(
  place: ir.FieldPlace,
  value: ir.Expr,
  operator: Assign['operator'],
  scope: Scope,
): readonly Statement[] | undefined {
  if (operator !== undefined || place.container.kind !== 'union') return undefined;
  const base = lowerPlace(place.base, 'write', scope);
  const right = lowerExpr(value, scope);
  const name = scope.crate.names.field(place.container, place.index);
  return [...base.pre, ...right.pre, rust.exprStmt(rust.assign(rust.field(withoutDeref(base.expr), name), right.expr))];
}

function storeSlicePart(
  place: ir.FieldPlace,
  value: ir.Expr,
  operator: Assign['operator'],
  scope: Scope,
): readonly Statement[] {
  const { base } = place;
  const repr = scope.crate.representation.place(base);
  if (base.type.kind !== 'pointer' || repr.kind !== 'pointer') return unported('a part of no slice', place.node);
  if (repr.mode !== 'raw') return shorten(place, value, repr.mode, scope);
  const target = lowerPlace(base, 'write', scope);
  const right = lowerExpr(value, scope);
  const whole = target.expr;
  const { isConst } = base.type;
  const maker = rust.path(
    ...scope.module.imports.use('core', 'ptr'),
    isConst ? 'slice_from_raw_parts' : 'slice_from_raw_parts_mut',
  );
  const pointer = rust.method(whole, 'cast', [], [rustType(base.type.child, pointeeRepr(repr), scope)]);
  const length = rust.method(whole, 'len');
  const changed =
    operator === undefined
      ? right.expr
      : arithmetic(operator, place.type, place.index === 1 ? length : pointer, right.expr, value, scope);
  const parts = place.index === 1 ? [pointer, changed] : [changed, length];
  return [...target.pre, ...right.pre, rust.exprStmt(rust.assign(whole, rust.call(maker, parts)))];
}

/** `slice.len -= n` of a reference is a part of it; of an owner its beginning. */
function shorten(place: ir.FieldPlace, value: ir.Expr, mode: PointerMode, scope: Scope): readonly Statement[] {
  const target = lowerPlace(place.base, 'write', scope);
  const right = lowerExpr(value, scope);
  const slice = target.expr;
  const length = rust.binary('-', rust.method(slice, 'len'), right.expr);
  const pre = [...target.pre, ...right.pre];
  if (mode === 'owned') return [...pre, rust.exprStmt(rust.method(slice, 'truncate', [length]))];
  const end = rust.range(undefined, length);
  if (mode !== 'refMut') return [...pre, rust.exprStmt(rust.assign(slice, rust.refTo(rust.index(slice, end))))];
  const name = scope.body.names.temporary('length');
  const whole = rust.call(rust.path('core', 'mem', 'take'), [rust.refMut(slice)]);
  const part = rust.refMut(rust.index(whole, rust.range(undefined, rust.path(name))));
  return [...pre, rust.let_(name, length), rust.exprStmt(rust.assign(slice, part))];
}
