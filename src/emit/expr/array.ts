/** Arrays and tuples. */

import { layoutExpr } from '../expr.js';
import type { Context } from '../layout/context.js';
import { layoutDelimited } from '../layout/overflow.js';
import { layoutPair } from '../layout/pair.js';
import { type Shape, widthLimits } from '../layout/shape.js';
import type { Doc } from '../layout/text.js';
import type { ArrayExpr, ArrayRepeatExpr, TupleExpr } from '../rust-ast.js';
import { danglingOnly } from './dangling.js';
import { exprElements } from './elements.js';
import { isSingle } from './facts.js';

export function layoutArray(expr: ArrayExpr, context: Context, shape: Shape): Doc | undefined {
  const { elements, dangling } = expr;
  if (elements.length === 0 && dangling !== undefined && dangling.length > 0) return danglingOnly('[', dangling, ']');
  return layoutDelimited(
    context,
    {
      name: '',
      open: '[',
      close: ']',
      elements: exprElements(elements),
      maxElementsWidth: widthLimits.array,
      dangling,
    },
    shape,
  );
}

export function layoutArrayRepeat(expr: ArrayRepeatExpr, context: Context, shape: Shape): Doc | undefined {
  return layoutPair({
    left: (inner) => layoutExpr(expr.value, context, inner),
    right: (inner) => layoutExpr(expr.length, context, inner),
    prefix: '[',
    infix: '; ',
    suffix: ']',
    infixInFront: false,
    shape,
  });
}

export function layoutTuple(expr: TupleExpr, context: Context, shape: Shape): Doc | undefined {
  const { elements, dangling } = expr;
  if (elements.length === 0 && dangling !== undefined && dangling.length > 0) return danglingOnly('(', dangling, ')');
  return layoutDelimited(
    context,
    {
      name: '',
      open: '(',
      close: ')',
      elements: exprElements(elements),
      maxElementsWidth: widthLimits.call,
      trailing: isSingle(elements) ? 'always' : undefined,
      dangling,
    },
    shape,
  );
}
