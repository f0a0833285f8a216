/**
 * `defer` and `errdefer` for run time. Their bodies run where control leaves the scope, an `errdefer`'s only where an error leaves the
 * function, and the compiler analyses them only if there is such a place (`errdefer comptime unreachable` says that there is none): they
 * wait in the scope until the first one is met.
 */

import type { Expr, Local, Statement } from '../ir/ir.js';
import type * as ast from '../syntax/ast.js';
import { bind, DISCARD, type Env, fail, type JumpTarget, newLocal, type Scope, withScope } from './env.js';
import { isEmptyErrorSet, isErrorSet } from './error-set.js';
import { expr } from './expr.js';
import { type Operand, toIr } from './operand.js';
import { T } from './pool.js';

/** Deferred code that may not have been analysed yet. */
export interface PendingDefer {
  readonly node: ast.Defer | ast.Errdefer;
  readonly env: Env;
  capture: Local | undefined;
  body: Expr | undefined;
  isForced: boolean;
}

/** The scope behind a `defer` or `errdefer`. */
export function pendDefer(
  env: Env,
  node: ast.Defer | ast.Errdefer,
): { readonly env: Env; readonly pending: PendingDefer } {
  const pending: PendingDefer = { node, env, capture: undefined, body: undefined, isForced: false };
  return { env: withScope(env, { kind: 'defer', pending, parent: env.scope }), pending };
}

/** Analyses the defers between a place that control leaves and the scope that it goes to (undefined: it leaves the function). */
export function forceDefers(env: Env, until: Scope | undefined, withError = false): void {
  for (
    let scope = env.scope;
    scope && scope !== until && scope.kind !== 'function' && scope.kind !== 'container';
    scope = scope.parent
  ) {
    if (scope.kind === 'defer' && (withError || scope.pending.node.kind === 'defer')) force(scope.pending);
  }
}
/** Refuses a jump that would leave deferred code. */
export function refuseInDeferred(env: Env, node: ast.Node, message: string): void {
  for (let { scope } = env; scope && scope.kind !== 'function' && scope.kind !== 'container'; scope = scope.parent)
    if (scope.kind === 'deferred') fail(env, node, message);
}
/** The defers that a jump to `target` runs. */
export function forceDefersTo(env: Env, target: JumpTarget): void {
  let scope = env.scope;
  while (scope && !(scope.kind === 'label' && scope.target === target)) scope = scope.parent;
  forceDefers(env, scope);
}
/** The defers and errdefers that run where an error leaves the function. */
export function forceErrdefers(env: Env): void {
  forceDefers(env, undefined, true);
}
/** Those that run where `returned` leaves the function. */
export function forceDefersFor(env: Env, returned: Operand): void {
  const { type, value } = returned;
  const mayFail = value
    ? value.kind === 'error'
    : type.kind === 'errorUnion'
      ? !isEmptyErrorSet(env, type.errorSet)
      : isErrorSet(type);
  forceDefers(env, undefined, mayFail);
}

function force(pending: PendingDefer): void {
  if (pending.isForced) return;
  pending.isForced = true;
  const { node } = pending;
  const env = withScope(pending.env, { kind: 'deferred', parent: pending.env.scope });
  const name = node.kind === 'errdefer' && node.capture?.text !== '_' ? node.capture : undefined;
  const returns = env.frame?.returnType;
  const set = returns?.kind === 'errorUnion' ? returns.errorSet : T.anyerror;
  pending.capture = name && newLocal(env, name.text, set, false, 'capture', name);
  const inner = pending.capture ? bind(env, pending.capture.name, { kind: 'local', local: pending.capture }) : env;
  pending.body = toIr(expr(inner, node.body, DISCARD));
}

/** The statement, when its block has been analysed. */
export function deferStatement({ node, capture, body }: PendingDefer): Statement {
  if (!body) return { kind: 'comptime', node };
  return node.kind === 'defer' ? { kind: 'defer', body, node } : { kind: 'errdefer', capture, body, node };
}
