/**
 * `errdefer` for run time. Its body runs only where an error leaves the function behind it, and the compiler analyses it only if there is
 * such a place (`errdefer comptime unreachable` says that there is none): it waits in the scope until the first `try` or `return` that may
 * carry an error.
 */
import type * as ast from '../syntax/ast.js';
import type { Expr, Local, Statement } from '../ir/ir.js';
import { bind, DISCARD, type Env, newLocal, withScope } from './env.js';
import { isEmptyErrorSet, isErrorSet } from './error-set.js';
import { expr } from './expr.js';
import { type Operand, toIr } from './operand.js';
import { T } from './pool.js';

/** An `errdefer` whose body may not have been analysed yet. */
export interface PendingErrdefer {
  readonly node: ast.Errdefer;
  readonly env: Env;
  capture: Local | undefined;
  body: Expr | undefined;
  isForced: boolean;
}

/** The scope behind an `errdefer`. */
export function pendErrdefer(env: Env, node: ast.Errdefer): { readonly env: Env; readonly pending: PendingErrdefer } {
  const pending: PendingErrdefer = { node, env, capture: undefined, body: undefined, isForced: false };
  return { env: withScope(env, { kind: 'errdefer', pending, parent: env.scope }), pending };
}

/** Analyses the bodies of the errdefers around a place where an error leaves the function. */
export function forceErrdefers(env: Env): void {
  for (let scope = env.scope; scope && scope.kind !== 'function' && scope.kind !== 'container'; scope = scope.parent) {
    if (scope.kind === 'errdefer') force(scope.pending);
  }
}

/** The same where the operand of a `return` may be an error. */
export function forceErrdefersFor(env: Env, returned: Operand): void {
  const { type, value } = returned;
  const mayFail = value ? value.kind === 'error' : type.kind === 'errorUnion' ? !isEmptyErrorSet(env, type.errorSet) : isErrorSet(type);
  if (mayFail) forceErrdefers(env);
}

function force(pending: PendingErrdefer): void {
  if (pending.isForced) return;
  pending.isForced = true;
  const { env, node } = pending;
  const returns = env.frame?.returnType;
  const set = returns?.kind === 'errorUnion' ? returns.errorSet : T.anyerror;
  pending.capture = node.capture && node.capture.text !== '_' ? newLocal(env, node.capture.text, set, false, 'capture', node.capture) : undefined;
  const inner = pending.capture ? bind(env, pending.capture.name, { kind: 'local', local: pending.capture }) : env;
  pending.body = toIr(expr(inner, node.body, DISCARD));
}

/** The statement, when its block has been analysed. */
export function errdeferStatement({ node, capture, body }: PendingErrdefer): Statement {
  return body ? { kind: 'errdefer', capture, body, node } : { kind: 'comptime', node };
}
