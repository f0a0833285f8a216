/**
 * Tail position: where the value of an expression is what the enclosing function or labelled block yields, `return v` and
 * `break :label v` are written as `v`.
 */
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';

export type Tail =
  /** `end`: what the function yields where its end is reached (`Ok(())`). */
  | { readonly kind: 'return'; readonly isUnit: boolean; readonly end: Expr | undefined }
  | { readonly kind: 'break'; readonly label: ir.Label; readonly isUnit: boolean }
  /** The end of a loop's body: `continue` of that loop falls out of it. */
  | { readonly kind: 'continue'; readonly label: ir.Label; readonly isUnit: true };

/** Whether an expression of this type may stand in tail position: it never comes back, or there is no value to yield. */
export function tailFor(expr: { readonly type: { readonly kind: string } }, tail: Tail | undefined): Tail | undefined {
  return tail !== undefined && (tail.isUnit || expr.type.kind === 'noreturn') ? tail : undefined;
}
