/** Lints about references that are written where Rust would take them by itself, or that Rust does not need. */
import type { Expr } from '../rust-ast.js';
import { withoutParentheses } from './equal.js';

/** `Ok(&mut [])`: an empty list to write to. */
export function passesEmptyMutable(expr: Expr): boolean {
  if (expr.kind !== 'call' || expr.callee.kind !== 'path') return false;
  return expr.arguments.some(
    (one) => one.kind === 'ref' && one.mutable && one.operand.kind === 'array' && one.operand.elements.length === 0,
  );
}

/** `sentinel::at(&slice[..], …)`: the elements of whatever holds them. */
export function slicesForSentinel(expr: Expr): boolean {
  if (expr.kind !== 'call' || expr.callee.kind !== 'path') return false;
  const [module, name] = expr.callee.path.segments.slice(-2);
  const [elements] = expr.arguments;
  if (module?.name !== 'sentinel' || name?.name !== 'at' || elements?.kind !== 'ref') return false;
  const { operand } = elements;
  return operand.kind === 'index' && operand.index.kind === 'range' && operand.index.start === undefined;
}

/** `(&(*p).f).as_x()`: the payload of a union's field behind a pointer. */
export function borrowsPayload(expr: Expr): boolean {
  if (expr.kind !== 'methodCall' || !expr.method.startsWith('as_')) return false;
  const receiver = withoutParentheses(expr.receiver);
  if (receiver.kind !== 'ref' || receiver.operand.kind !== 'field') return false;
  return withoutParentheses(receiver.operand.operand).kind === 'deref';
}
