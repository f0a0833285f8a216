/** Expressions as elements of delimited lists. */

import { layoutExpr } from '../expr.js';
import type { Context } from '../layout/context.js';
import type { OverflowElement } from '../layout/overflow.js';
import type { Shape } from '../layout/shape.js';
import { type Doc, isMultiline } from '../layout/text.js';
import type { Expr } from '../rust-ast.js';
import { layoutLastClosure } from './closure.js';
import { conditionOf } from './control-flow.js';
import { isMethodCall, isNestedCall, isSimple, opensAsLast } from './facts.js';

/** Arguments, array elements, tuple elements. */
export function exprElements(exprs: readonly Expr[]): readonly OverflowElement[] {
  const severalClosures = exprs.filter((expr) => expr.kind === 'closure').length > 1;
  return exprs.map((expr) => ({
    ...exprElement(expr),
    layoutLast: (context: Context, shape: Shape) => layoutLast(expr, severalClosures, context, shape),
  }));
}

/** One expression that is opened up like any other as the last of a list. */
export function exprElement(expr: Expr): OverflowElement {
  return {
    layout: (context, shape) => layoutExpr(expr, context, shape),
    opensAsLast: (count) => opensAsLast(expr, count),
    expr,
    isMethodCall: isMethodCall(expr),
    isNestedCall: isNestedCall(expr),
    isSimple: isSimple(expr),
    hasAttributes: (expr.attributes ?? []).length > 0,
    leading: expr.leading,
    trailing: expr.trailing,
  };
}

function layoutLast(expr: Expr, severalClosures: boolean, context: Context, shape: Shape): Doc | undefined {
  switch (expr.kind) {
    case 'closure':
      return severalClosures ? undefined : layoutLastClosure(expr, context, shape);
    case 'if':
    case 'for':
    case 'loop':
    case 'while':
    case 'match': {
      const condition = conditionOf(expr, context, shape);
      return condition !== undefined && isMultiline(condition) ? undefined : layoutExpr(expr, context, shape);
    }
    default:
      return layoutExpr(expr, context, shape);
  }
}
