/** Coercions: one function per kind, in a total table. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { type ErrorSetType, isErrorSet, type Type } from '../parse/ir/types.js';
import { payloadOf } from './adapt.js';
import { effectsOf } from './analysis/effects.js';
import { isComptimeNumber } from './analysis/number-types.js';
import { lowerWideSelection } from './arithmetic.js';
import { lowerArrayToSlice } from './coerce-array.js';
import { lowerOptionalChild } from './coerce-optional.js';
import { lowerTupleCoercion } from './coerce-tuple.js';
import { widened } from './compare.js';
import { lowerComptimeNumber } from './comptime-number.js';
import { constant, errorConstant, nonNull } from './constant.js';
import { unionValue } from './constant-aggregate.js';
import { runtimeItem, type Scope, unported } from './context.js';
import { converted } from './converted.js';
import { lowerExpr, lowerInto } from './expr.js';
import { convertFloat, floatFromInteger } from './float.js';
import { functionAs, functionPointer, isSameRust } from './function-pointer.js';
import { withoutDeref } from './index-place.js';
import { keptEffects } from './kept-effects.js';
import { after, isUnit, type Lowered, mapLowered, pure } from './lowered.js';
import { lowerPointerCast } from './pointer-cast.js';
import type { TypeRepr } from './representation/contract.js';
import { outermostPointer } from './representation/type-repr.js';
import { asStatements } from './statement.js';
import { capturedError } from './switch-error.js';
import { fieldIndexOf } from './switch-pattern.js';
import { convertError } from './try.js';
import { isNonNullPayload, rustType } from './type.js';
import { undefinedValue } from './undefined.js';
import { requestTag } from './union.js';
import { unsafe } from './unsafe-mark.js';

type Coercion = (expr: ir.Coerce, scope: Scope) => Lowered;

const identity: Coercion = (expr, scope) => lowerExpr(expr.operand, scope);

const coercions: { readonly [K in ir.CoercionKind]: Coercion } = {
  int: lowerIntCoercion,
  float: lowerFloatCoercion,
  wrapOptional: lowerWrapOptional,
  wrapErrorPayload: lowerWrapPayload,
  wrapError: lowerWrapError,
  errorSet: lowerErrorSet,
  arrayPointerToSlice: lowerArrayToSlice,
  arrayPointerToMany: lowerPointerCast,
  pointerQualifier: lowerQualifier,
  pointerType: lowerPointerCast,
  enumToUnion: lowerEnumToUnion,
  unionToEnum: lowerUnionToEnum,
  tuple: lowerTupleCoercion,
  vectorToArray: (expr, scope) => mapLowered(lowerExpr(expr.operand, scope), (value) => rust.method(value, 'to_array')),
  arrayToVector: (expr, scope) =>
    mapLowered(lowerExpr(expr.operand, scope), (value) =>
      rust.call(rust.path(...runtimeItem(scope, 'vector', 'Vector')), [value]),
    ),
  never: identity,
  undefined: (expr, scope) =>
    pure(
      undefinedValue(
        scope.crate.representation.type(expr.type),
        scope.crate.representation.expr(expr),
        scope,
        expr.node,
      ),
    ),
  functionPointer: lowerFunctionPointer,
  optionalChild: lowerOptionalChild,
};

export function lowerCoerce(expr: ir.Coerce, scope: Scope): Lowered {
  if (isLiteralText(expr))
    return pure(constant(expr.value, expr.type, scope, expr.node, scope.crate.representation.expr(expr)));
  return coercions[expr.coercion](expr, scope);
}

/** A literal that is coerced, through any number of steps, is written as a constant of the final type. */
function isLiteralText(expr: ir.Coerce): expr is ir.Coerce & { readonly value: NonNullable<ir.Coerce['value']> } {
  if (expr.value === undefined || expr.value.kind === 'undefined') return false;
  let { operand } = expr;
  while (operand.kind === 'coerce') operand = operand.operand;
  return operand.kind === 'constant';
}

function lowerIntCoercion(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand, type } = expr;
  if (type.kind === 'vector') return lowerLanes(expr, scope);
  if (type.kind !== 'int') return lowerExpr(operand, scope);
  if (isComptimeNumber(operand.type)) {
    const block = numberedBlock(operand, expr);
    if (block !== undefined) return lowerExpr(block, scope);
    // The number is known, but what is done on the way to it is not nothing.
    if (operand.kind !== 'constant' && effectsOf({ ...operand, value: undefined } as ir.Expr).writes)
      return unported('a block with effects whose value is a comptime number', expr.node);
    return after(keptEffects(operand, scope), pure(lowerComptimeNumber(withValue(operand, expr), type, scope)));
  }
  if (operand.type.kind !== 'int') return unported(`an integer from ${operand.type.kind}`, expr.node);
  const selected = lowerWideSelection(operand, type, scope);
  if (selected !== undefined) return selected;
  const from = operand.type;
  return mapLowered(lowerExpr(operand, scope), (value) => widened(value, from, type, scope));
}

/** A block that ends with a comptime number, as one that ends with that number in the type that is wanted: what it does on the way stays. */
function numberedBlock(operand: ir.Expr, { type, value, node }: ir.Coerce): ir.BlockExpr | undefined {
  const number = value ?? operand.value;
  if (operand.kind !== 'block' || number === undefined) return undefined;
  const { block } = operand;
  const last = block.statements.at(-1);
  const leaves = last?.kind === 'expr' && last.expr.kind === 'break' && last.expr.target === block.label;
  if (!leaves || last.expr.kind !== 'break') return undefined;
  const end: ir.Statement = {
    ...last,
    expr: { ...last.expr, operand: { kind: 'constant', type, value: number, node } },
  };
  const statements = [...block.statements.slice(0, -1), end];
  return { ...operand, type, value: number, block: { ...block, type, statements } };
}

function withValue(operand: ir.Expr, expr: ir.Coerce): ir.Expr {
  return operand.value === undefined && expr.value !== undefined
    ? ({ ...operand, value: expr.value } as ir.Expr)
    : operand;
}

function lowerFloatCoercion(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand, type } = expr;
  if (type.kind === 'vector') return lowerLanes(expr, scope);
  if (type.kind !== 'float') return lowerExpr(operand, scope);
  if (isComptimeNumber(operand.type)) {
    return expr.value === undefined
      ? after(keptEffects(operand, scope), pure(lowerComptimeNumber(operand, type, scope)))
      : after(keptEffects(operand, scope), pure(lowerComptimeNumber(withFloat(operand, expr), type, scope)));
  }
  if (operand.type.kind === 'int')
    return mapLowered(lowerExpr(operand, scope), (value) => floatFromInteger(value, operand.type, type, scope));
  if (operand.type.kind !== 'float') return unported(`a float from ${operand.type.kind}`, expr.node);
  const from = operand.type;
  return mapLowered(lowerExpr(operand, scope), (value) => convertFloat(value, from, type, scope));
}

/** The rounded value of the target, not the exact one of the operand. */
function withFloat(operand: ir.Expr, expr: ir.Coerce): ir.Expr {
  return operand.kind === 'load' ? operand : ({ ...operand, value: expr.value } as ir.Expr);
}

/** A widening of every lane. */
function lowerLanes(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand, type } = expr;
  if (type.kind !== 'vector' || operand.type.kind !== 'vector') return unported('this coercion of a vector', expr.node);
  const [from, to] = [operand.type.child, type.child];
  const lane = coercedLane(from, to, expr, scope);
  return mapLowered(lowerExpr(operand, scope), (value) => rust.method(value, 'map', [rust.mapping('lane', lane)]));
}

function coercedLane(from: Type, to: Type, expr: ir.Coerce, scope: Scope): Expr {
  const lane = rust.path('lane');
  if (from.kind === 'int' && to.kind === 'int') return widened(lane, from, to, scope);
  if (from.kind === 'float' && to.kind === 'float') return convertFloat(lane, from, to, scope);
  return unported('this coercion of a vector', expr.node);
}

/** Another function type: by an adapter, if the function is known. */
function lowerFunctionPointer(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand, type } = expr;
  const target = type.kind === 'pointer' ? type.child : type;
  if (expr.value !== undefined && target.kind === 'fn')
    return pure(functionPointer(expr.value, target, scope, expr.node));
  if (operand.kind === 'functionRef' && target.kind === 'fn') return pure(functionAs(operand.instance, target, scope));
  const from = operand.type.kind === 'pointer' ? operand.type.child : operand.type;
  if (from.kind === 'fn' && target.kind === 'fn' && !isSameRust(from, target, scope))
    return unported('a function pointer as one of another type', expr.node);
  return lowerExpr(operand, scope);
}

/** Constness further inside is part of a raw pointer's type. */
function lowerQualifier(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand, type } = expr;
  const from = operand.type;
  if (type.kind !== 'pointer' || from.kind !== 'pointer' || isSamePointee(from.child, type.child))
    return lowerExpr(operand, scope);
  if (from.child.kind === 'fn') return lowerFunctionPointer(expr, scope);
  const outer = outermostPointer(scope.crate.representation.expr(expr));
  if (outer !== undefined && outer.mode !== 'raw' && holdsOtherRaw(from.child, type.child, outer.child))
    return lowerSharedPointers(expr, outer.child, scope);
  return outer?.mode !== 'raw' || type.size === 'slice' ? lowerExpr(operand, scope) : lowerPointerCast(expr, scope);
}

/** Raw pointers to constant and to mutable memory are two types, also behind a reference. */
function holdsOtherRaw(from: Type, to: Type, held: TypeRepr): boolean {
  if (from.kind !== 'pointer' || to.kind !== 'pointer') return false;
  return from.isConst !== to.isConst && outermostPointer(held)?.mode === 'raw';
}

/** `&*mut T` as `&*const T`: what lies there is the same, and is only read. */
function lowerSharedPointers({ operand, type, node }: ir.Coerce, held: TypeRepr, scope: Scope): Lowered {
  if (type.kind !== 'pointer' || !type.isConst) return unported('a reference to pointers of another type', node);
  const child = rustType(type.child, held, scope);
  const target = rust.constPointerType(type.size === 'slice' ? rust.sliceType(child) : child);
  const fromRef = rust.path(...scope.module.imports.use('core', 'ptr'), 'from_ref');
  return mapLowered(lowerExpr(operand, scope), (value) => {
    const same = rust.cast(rust.call(fromRef, [value]), target);
    return rust.refTo(unsafe('transmute', rust.deref(same), scope, node));
  });
}

function isSamePointee(a: Type, b: Type): boolean {
  if (a === b) return true;
  return a.kind === 'array' && b.kind === 'array' && a.length === b.length && a.child === b.child;
}

function lowerWrapOptional(expr: ir.Coerce, scope: Scope): Lowered {
  const payload = payloadOf(expr, scope);
  const { type, operand } = expr;
  if (type.kind !== 'pointer' && isNonNullPayload(operand.type, payload) && isHeldByReference(operand, scope))
    return wrap(
      'Some',
      mapLowered(lowerExpr(operand, scope), (value) => nonNullFrom(borrowedAgain(value, operand, scope), scope)),
    );
  const value = lowerInto(operand, payload, scope);
  if (type.kind === 'pointer') return value;
  if (operand.type.kind === 'pointer' && isNonNullPayload(operand.type, payload)) {
    const { type: held } = withoutQualifier(operand);
    const pointer = held.kind === 'pointer' ? held : operand.type;
    return mapLowered(value, (target) => nonNull(target, pointer, scope));
  }
  return wrap('Some', value);
}

/** A variable that holds a reference. */
function isHeldByReference(operand: ir.Expr, scope: Scope): boolean {
  const mode = outermostPointer(scope.crate.representation.expr(operand))?.mode;
  return operand.kind === 'load' && mode !== undefined && mode !== 'raw' && mode !== 'owned';
}

/** A `&mut` is not moved into what is made from it: the variable may be used on. */
function borrowedAgain(reference: Expr, operand: ir.Expr, scope: Scope): Expr {
  const mode = outermostPointer(scope.crate.representation.expr(operand))?.mode;
  return mode === 'refMut' && reference.kind === 'path' ? rust.refMut(rust.deref(reference)) : reference;
}

function nonNullFrom(reference: Expr, scope: Scope): Expr {
  return rust.call(rust.path(...scope.module.imports.use('core', 'ptr', 'NonNull'), 'from'), [reference]);
}

/** What a pointer is in Rust before Zig's type makes it const: raw pointers keep their mutability. */
function withoutQualifier(operand: ir.Expr): ir.Expr {
  return operand.kind === 'coerce' && operand.coercion === 'pointerQualifier'
    ? withoutQualifier(operand.operand)
    : operand;
}

/** `Some(value)`, `Ok(value)`; a value of `()` is evaluated before. */
function wrap(variant: 'Some' | 'Ok' | 'Err', value: Lowered): Lowered {
  return mapLowered(value, (payload) => rust.call(rust.path(variant), [payload]));
}

function lowerWrapPayload(expr: ir.Coerce, scope: Scope): Lowered {
  const { type, operand } = expr;
  const seen = scope.crate.representation.type(type);
  const value = lowerInto(operand, payloadOf(expr, scope), scope);
  if (seen.kind !== 'errorUnion' || scope.crate.errorSets.isEmpty(seen.errorSet)) return value;
  if (operand.type.kind !== 'void' || isUnit(value.expr)) return wrap('Ok', value);
  return { pre: asStatements(value), expr: rust.call(rust.path('Ok'), [rust.unit]) };
}

function lowerWrapError(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand } = expr;
  const seen = scope.crate.representation.type(expr.type);
  if (seen.kind !== 'errorUnion') return unported('an error that cannot occur', expr.node);
  return wrap('Err', errorInto(operand, seen.errorSet, scope));
}

/** An error as one of a set. */
function errorInto(operand: ir.Expr, set: ErrorSetType, scope: Scope): Lowered {
  if (operand.value?.kind === 'error') return pure(errorConstant(operand.value.name, set, scope));
  const captured = capturedError(operand, scope);
  if (captured?.kind === 'known') return pure(errorConstant(captured.name, set, scope));
  const lowered = lowerExpr(operand, scope);
  const from = captured?.set ?? operand.type;
  return isErrorSet(from) ? mapLowered(lowered, (error) => convertError(error, from, set, scope)) : lowered;
}

function lowerErrorSet(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand } = expr;
  const { representation } = scope.crate;
  const to = representation.type(expr.type);
  const from = representation.type(operand.type);
  if (isErrorSet(to)) return errorInto(operand, to, scope);
  const lowered = lowerExpr(operand, scope);
  if (to.kind !== 'errorUnion') return lowered;
  const held = representation.expr(expr);
  return mapLowered(lowered, (value) =>
    converted(value, { from, to, held, source: representation.expr(operand), node: expr.node }, scope),
  );
}

/** Rust makes slices of array references by itself, where the type is known. */
function lowerEnumToUnion(expr: ir.Coerce, scope: Scope): Lowered {
  const { type, operand } = expr;
  if (type.kind !== 'union') return unported('this coercion to a union', expr.node);
  const index = operand.value === undefined ? undefined : fieldIndexOf(operand.value, type);
  if (index === undefined) return unported('a union from a tag that is not known', expr.node);
  return pure(unionValue(type, index, rust.unit, scope));
}

function lowerUnionToEnum(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand } = expr;
  if (operand.type.kind !== 'union') return lowerExpr(operand, scope);
  requestTag(operand.type, scope);
  return mapLowered(lowerExpr(operand, scope), (value) => rust.method(withoutDeref(value), 'tag'));
}
