/** Optionals: `orelse`, `.?`, `== null`. */
import * as rust from '../emit/build.js';
import type { Expr, Pattern } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Value } from '../parse/ir/values.js';
import { adapt, payloadOf } from './adapt.js';
import { armBlock, armExpr } from './arm.js';
import { nullTest } from './boundary.js';
import { errorConstant } from './constant.js';
import type { Scope } from './context.js';
import { lowerExpr, lowerInto } from './expr.js';
import { isVoid } from './local.js';
import { asExpr, type Lowered, mapLowered, pure } from './lowered.js';
import { staticReceiver } from './place.js';
import { checkUnwrapped } from './pointer-check.js';
import { outermostPointer } from './representation/type-repr.js';
import { type Tail, tailFor } from './tail.js';
import { isNonNullPayload } from './type.js';

/** Evaluating it does nothing and costs nothing: it may as well be evaluated when it is not needed. */
export function isCheap(expr: ir.Expr): boolean {
  switch (expr.kind) {
    case 'constant':
      return true;
    case 'load':
      return expr.place.kind === 'local';
    case 'coerce':
      return isCheap(expr.operand) && expr.coercion !== 'never';
    default:
      return false;
  }
}

function isCPointer(expr: ir.Expr): boolean {
  return expr.type.kind === 'pointer';
}

/** Whether the optional's payload is held as `NonNull`. */
function hasNonNull(operand: ir.Expr, scope: Scope): boolean {
  return operand.type.kind === 'optional' && isNonNullPayload(operand.type.child, payloadOf(operand, scope));
}

/** An optional of a raw pointer, as a container gives it, as `Option<NonNull<T>>`. */
export function nonNullsOf(optional: Expr, scope: Scope): Expr {
  const make = rust.path(...scope.module.imports.use('core', 'ptr', 'NonNull'), 'new');
  return rust.method(optional, 'and_then', [make]);
}

/** What `nonNullsOf` was given, where the expression is its result. */
function bareOptional(optional: Expr): Expr | undefined {
  if (optional.kind !== 'methodCall' || optional.method !== 'and_then') return undefined;
  const [make] = optional.arguments;
  const isNonNull = make?.kind === 'path' && make.path.segments.at(-2)?.name === 'NonNull';
  return isNonNull ? optional.receiver : undefined;
}

/** `Option<NonNull<T>>` as an optional of the raw pointer. */
export function pointersOf(optional: Expr, scope: Scope): Expr {
  const bare = bareOptional(optional);
  if (bare !== undefined) return bare;
  return rust.method(optional, 'map', [rust.path(...scope.module.imports.use('core', 'ptr', 'NonNull'), 'as_ptr')]);
}

/** `value orelse error.Name`: `value.ok_or(…)`. */
function lowerOkOr({ operand, fallback }: ir.Orelse, scope: Scope): Lowered | undefined {
  if (operand.kind !== 'coerce' || operand.coercion !== 'optionalChild' || fallback.value?.kind !== 'error')
    return undefined;
  const from = scope.crate.representation.type(operand.operand.type);
  const to = scope.crate.representation.type(operand.type);
  if (from.kind !== 'optional' || to.kind !== 'optional' || to.child.kind !== 'errorUnion') return undefined;
  const held = (expr: ir.Expr) => outermostPointer(scope.crate.representation.expr(expr))?.mode;
  if (to.child.payload !== from.child || held(operand) !== held(operand.operand)) return undefined;
  const isNonNull = hasNonNull(operand.operand, scope);
  const error = errorConstant(fallback.value.name, to.child.errorSet, scope);
  return mapLowered(lowerExpr(operand.operand, scope), (value) =>
    rust.method(isNonNull ? pointersOf(value, scope) : value, 'ok_or', [error]),
  );
}

export function lowerOrelse(expr: ir.Orelse, scope: Scope, tail?: Tail): Lowered {
  const { operand, fallback } = expr;
  const result = lowerOkOr(expr, scope);
  if (result !== undefined) return result;
  const lowered = lowerExpr(operand, scope);
  if (operand.type.kind === 'null') return lowerInto(fallback, scope.crate.representation.expr(expr), scope, tail);
  if (isCPointer(operand)) return lowerPointerOrelse(expr, lowered, scope);
  const isNonNull = hasNonNull(operand, scope);
  const slot = scope.crate.representation.expr(expr);
  const isOptional = expr.type.kind === 'optional' && expr.type === operand.type;
  // Zig says that this place was reached, not that a null was used.
  if (fallback.kind === 'unreachable') {
    const expected = (value: Expr) => rust.method(value, 'expect', [rust.str('reached unreachable code')]);
    return mapLowered(lowered, (value) => asPointer(expected(value), isNonNull));
  }
  if (!isVoid(expr.type) && isCheap(fallback)) {
    const other = asExpr(lowerInto(fallback, slot, scope));
    if (isOptional) return mapLowered(lowered, (value) => rust.method(value, 'or', [other]));
    return mapLowered(lowered, (value) =>
      rust.method(isNonNull ? pointersOf(value, scope) : value, 'unwrap_or', [other]),
    );
  }
  const own =
    fallback.type.kind === 'noreturn' ? tailFor(fallback, tail?.isUnit === true ? tail : undefined) : undefined;
  const otherwise = adapt(lowerExpr(fallback, scope, own), fallback, slot, scope);
  if (expr.type.kind === 'noreturn')
    return mapLowered(lowered, (value) => neverMatch(value, 'Some', rust.pathPattern('None'), otherwise));
  if (isVoid(expr.type)) {
    return mapLowered(lowered, (value) =>
      rust.ifElse(rust.method(value, 'is_none'), armBlock(fallback, otherwise, own)),
    );
  }
  const payload = 'value';
  const taken = isNonNull ? rust.method(rust.path(payload), 'as_ptr') : rust.path(payload);
  return mapLowered(lowered, (value) =>
    rust.match(value, [
      rust.arm(
        rust.tupleStructPattern('Some', rust.bind(payload)),
        isOptional ? rust.call(rust.path('Some'), [taken]) : taken,
      ),
      rust.arm(rust.pathPattern('None'), armExpr(otherwise)),
    ]),
  );
}

/** A payload without values: only the other variant can be there. */
export function neverMatch(value: Expr, variant: 'Some' | 'Ok', other: Pattern, otherwise: Lowered): Expr {
  const never = 'never';
  return rust.match(value, [
    rust.arm(rust.tupleStructPattern(variant, rust.bind(never)), rust.match(rust.path(never), [])),
    rust.arm(other, armExpr(otherwise)),
  ]);
}

function unwrapped(value: Expr, isNonNull: boolean): Expr {
  return asPointer(rust.method(value, 'unwrap'), isNonNull);
}

function asPointer(payload: Expr, isNonNull: boolean): Expr {
  return isNonNull ? rust.method(payload, 'as_ptr') : payload;
}

/** `p orelse q` of a C pointer. */
function lowerPointerOrelse(expr: ir.Orelse, lowered: Lowered, scope: Scope): Lowered {
  const name = scope.body.names.temporary('pointer');
  const otherwise = lowerExpr(expr.fallback, scope);
  const test = rust.method(rust.path(name), 'is_null');
  return {
    pre: [...lowered.pre, rust.let_(name, lowered.expr)],
    expr: rust.ifElse(test, armBlock(expr.fallback, otherwise, undefined), rust.block([], rust.path(name))),
  };
}

export function lowerOptionalUnwrap(expr: ir.OptionalUnwrap, scope: Scope): Lowered {
  const { operand } = expr;
  const lowered = lowerExpr(operand, scope);
  if (isCPointer(operand)) return mapLowered(lowered, (value) => checkUnwrapped(value, operand.type, scope));
  const isNonNull = hasNonNull(operand, scope);
  return mapLowered(lowered, (value) => unwrapped(value, isNonNull));
}

/** The value of a literal, coerced or not. */
function writtenValue(expr: ir.Expr): Value | undefined {
  if (expr.kind === 'coerce') return writtenValue(expr.operand) === undefined ? undefined : expr.value;
  return expr.kind === 'constant' && expr.value.kind !== 'undefined' ? expr.value : undefined;
}

export function lowerIsNull(expr: ir.IsNull, scope: Scope): Lowered {
  const { operand, negated } = expr;
  if (operand.type.kind === 'null') return pure(rust.bool(!negated));
  const known = writtenValue(operand);
  if (known !== undefined) return pure(rust.bool((known.kind === 'null') !== negated));
  const lowered = lowerExpr(operand, scope);
  // A value that is known without having storage.
  if (lowered.expr.kind === 'path' && lowered.expr.path.segments.at(-1)?.name === 'None')
    return pure(rust.bool(!negated));
  return mapLowered(lowered, (value) => {
    const asked = isCPointer(operand) ? rust.method(value, 'is_null') : nullTest(value);
    if (asked === undefined) return rust.method(staticReceiver(value), negated ? 'is_some' : 'is_none');
    return negated ? rust.not(asked) : asked;
  });
}
