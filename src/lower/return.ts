/** `return`. */
import * as rust from '../emit/build.js';
import type * as ir from '../parse/ir/ir.js';
import { isForeign, toBoundary } from './boundary.js';
import type { Scope } from './context.js';
import { leaveFunction } from './exits.js';
import { lowerExpr, lowerInto } from './expr.js';
import { mayDiffer } from './let.js';
import { isUnit, type Lowered, mapLowered, pure } from './lowered.js';
import { PLAIN } from './representation/type-repr.js';
import type { Tail } from './tail.js';
import { resultOf, rustType } from './type.js';

export function lowerReturn(expr: ir.Return, scope: Scope, tail?: Tail): Lowered {
  if (scope.body.kind === 'test') return lowerTestReturn(expr, scope, tail);
  const { instance } = scope.body;
  const slot = instance === undefined ? PLAIN : scope.crate.representation.result(instance);
  const inside =
    expr.operand === undefined ? pure(rust.unit) : forwarded(expr.operand, lowerInto(expr.operand, slot, scope), scope);
  const operand =
    instance !== undefined && isForeign(instance)
      ? mapLowered(inside, (value) => toBoundary(value, instance.returnType))
      : inside;
  if (tail?.kind === 'return' || isNever(expr.operand)) return operand;
  const type = instance === undefined ? undefined : resultOf(rustType(instance.returnType, slot, scope));
  if (isUnit(operand.expr)) return { pre: operand.pre, expr: leaveFunction(undefined, type, scope) };
  if (type === undefined)
    return { pre: [...operand.pre, rust.exprStmt(operand.expr)], expr: leaveFunction(undefined, type, scope) };
  return mapLowered(operand, (value) => leaveFunction(value, type, scope));
}

/** What never gives a value: also an error that cannot be, which has the type of the result. */
function isNever(operand: ir.Expr | undefined): boolean {
  if (operand?.kind === 'coerce') return isNever(operand.operand);
  return operand?.type.kind === 'noreturn' || operand?.kind === 'unreachable';
}

/** `Ok(f()?)` is `f()`, where both are of one type in Rust. */
function forwarded(operand: ir.Expr, lowered: Lowered, scope: Scope): Lowered {
  const { expr } = lowered;
  if (operand.kind !== 'coerce' || operand.operand.kind !== 'try' || expr.kind !== 'call') return lowered;
  const [value] = expr.arguments;
  const { representation, errorSets } = scope.crate;
  const [from, to] = [operand.operand.operand.type, operand.type].map((type) => representation.type(type));
  if (value?.kind !== 'try' || from?.kind !== 'errorUnion' || to?.kind !== 'errorUnion') return lowered;
  const isSame = from.payload === to.payload && !mayDiffer(to.payload) && errorSets.isSame(from.errorSet, to.errorSet);
  return isSame ? { pre: lowered.pre, expr: value.operand } : lowered;
}

/** The error that an operand is, if that is known. */
function knownError(operand: ir.Expr | undefined): string | undefined {
  if (operand === undefined) return undefined;
  if (operand.value?.kind === 'error') return operand.value.name;
  return operand.kind === 'coerce' ? knownError(operand.operand) : undefined;
}

function isSuccess(operand: ir.Expr | undefined): boolean {
  if (operand === undefined || operand.type.kind === 'void') return true;
  return operand.kind === 'coerce' && operand.coercion === 'wrapErrorPayload';
}

/** A Rust test yields nothing: an error is a failure, `error.SkipZigTest` an early end. */
function lowerTestReturn(expr: ir.Return, scope: Scope, tail: Tail | undefined): Lowered {
  const leave = tail?.kind === 'return' ? rust.unit : leaveFunction(undefined, undefined, scope);
  const error = knownError(expr.operand);
  if (error === 'SkipZigTest') return pure(leave);
  if (error !== undefined) return pure(rust.panicMacro(`error.${error}`));
  if (isSuccess(expr.operand) || expr.operand === undefined) return pure(leave);
  const operand = lowerExpr(expr.operand, scope);
  const unwrapped =
    operand.expr.kind === 'path' && expr.operand.type.kind !== 'errorUnion'
      ? operand.expr
      : rust.method(operand.expr, 'unwrap');
  return { pre: [...operand.pre, rust.exprStmt(unwrapped)], expr: leave };
}
