/** `callee(arguments)`. */

import { layoutExpr } from '../expr.js';
import type { Context } from '../layout/context.js';
import { layoutDelimited } from '../layout/overflow.js';
import { type Shape, widthLimits } from '../layout/shape.js';
import type { Doc } from '../layout/text.js';
import type { CallExpr, Comment, Expr } from '../rust-ast.js';
import { danglingOnly } from './dangling.js';
import { exprElements } from './elements.js';

export function layoutCall(expr: CallExpr, context: Context, shape: Shape): Doc | undefined {
  const callee = layoutExpr(expr.callee, context, shape);
  return callee === undefined ? undefined : layoutArguments(callee, expr.arguments, expr.dangling, context, shape);
}

/** The arguments behind what is called. */
export function layoutArguments(
  callee: Doc,
  args: readonly Expr[],
  dangling: readonly Comment[] | undefined,
  context: Context,
  shape: Shape,
): Doc | undefined {
  if (args.length === 0 && dangling !== undefined && dangling.length > 0)
    return danglingOnly([callee, '('], dangling, ')');
  const elements = exprElements(args);
  const list = { name: callee, open: '(', close: ')', elements, maxElementsWidth: widthLimits.call, dangling };
  return layoutDelimited(context, list, shape);
}
