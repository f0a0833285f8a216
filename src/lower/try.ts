/** `try`: `?` where leaving the function runs no clean-up, else a `match` that leaves through it. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { type ErrorSetType, isErrorSet } from '../parse/ir/types.js';
import { type Scope, unported } from './context.js';
import { hasCleanup, leaveFunction } from './exits.js';
import { lowerExpr } from './expr.js';
import { type Lowered, mapLowered, pure } from './lowered.js';
import { neverMatch } from './optional.js';
import { resultOf, rustType } from './type.js';

export function lowerTry(expr: ir.Try, scope: Scope): Lowered {
  const { operand } = expr;
  const type = scope.crate.representation.type(operand.type);
  const lowered = lowerExpr(operand, scope);
  if (type.kind !== 'errorUnion' || scope.crate.errorSets.isEmpty(type.errorSet)) return lowered;
  if (scope.body.kind === 'test') return mapLowered(lowered, (value) => rust.method(value, 'unwrap'));
  const target = returnedSet(scope);
  if (target === undefined) return unported('a try in a function that returns no error', expr.node);
  scope.crate.errorSets.convert(type.errorSet, target, scope);
  const isResult = returnsUnion(scope);
  if (!hasCleanup(scope) && isResult) return mapLowered(lowered, rust.tryOp);
  return mapLowered(lowered, (value) => tryThroughCleanup(value, type.errorSet, target, type.payload.kind, scope));
}

/** The error set of the function's result. */
export function returnedSet(scope: Scope): ErrorSetType | undefined {
  const { instance } = scope.body;
  if (instance === undefined) return undefined;
  const type = scope.crate.representation.type(instance.returnType);
  if (type.kind === 'errorUnion') return type.errorSet;
  return isErrorSet(type) ? type : undefined;
}

function returnsUnion(scope: Scope): boolean {
  const { instance } = scope.body;
  return instance !== undefined && scope.crate.representation.type(instance.returnType).kind === 'errorUnion';
}

function tryThroughCleanup(value: Expr, from: ErrorSetType, to: ErrorSetType, payloadKind: string, scope: Scope): Expr {
  // Names of a pattern are seen in its arm only, where nothing else is: they need not be unique.
  const error = 'error';
  const { instance } = scope.body;
  const type =
    instance === undefined
      ? undefined
      : resultOf(rustType(instance.returnType, scope.crate.representation.result(instance), scope));
  const converted = convertError(rust.path(error), from, to, scope);
  const failure = returnsUnion(scope) ? rust.call(rust.path('Err'), [converted]) : converted;
  const leave = leaveFunction(failure, type, scope);
  const failed = rust.tupleStructPattern('Err', rust.bind(error));
  if (payloadKind === 'noreturn') return neverMatch(value, 'Ok', failed, pure(leave));
  if (payloadKind === 'void') return rust.ifLet(failed, value, rust.block([rust.exprStmt(leave)]));
  const payload = 'value';
  return rust.match(value, [
    rust.arm(rust.tupleStructPattern('Ok', rust.bind(payload)), rust.path(payload)),
    rust.arm(failed, leave),
  ]);
}

/** An error as one of another set. */
export function convertError(error: Expr, from: ErrorSetType, to: ErrorSetType, scope: Scope): Expr {
  const { errorSets } = scope.crate;
  if (errorSets.isSame(from, to)) return error;
  errorSets.convert(from, to, scope);
  return rust.call(rust.path(...errorSets.segments(to, scope), 'from'), [error]);
}
