/** `operand[index]`. */

import { layoutExpr } from '../expr.js';
import type { Context } from '../layout/context.js';
import { advance, narrow, nestedLine, rightOverhead, type Shape } from '../layout/shape.js';
import { type Doc, hardline, indent, isMultiline, lastLineWidth } from '../layout/text.js';
import type { IndexExpr } from '../rust-ast.js';

export function layoutIndex(expr: IndexExpr, context: Context, shape: Shape): Doc | undefined {
  const operand = layoutExpr(expr.operand, context, shape);
  if (operand === undefined) return undefined;
  const used = lastLineWidth(operand, shape.indent) + 1;
  const overhead = rightOverhead(shape);
  const wholeLine: Shape = { ...shape, width: shape.page, offset: 0 };
  const behind = advance(isMultiline(operand) ? wholeLine : shape, used);
  const sameLineShape = behind && narrow(behind, isMultiline(operand) ? 1 + overhead : 1);
  const sameLine = sameLineShape && layoutExpr(expr.index, context, sameLineShape);
  if (sameLine !== undefined && !isMultiline(sameLine)) return [operand, '[', sameLine, ']'];
  const nested = advance(nestedLine(shape), 1);
  const nextLineShape = nested && narrow(nested, 1 + overhead);
  const nextLine = nextLineShape && layoutExpr(expr.index, context, nextLineShape);
  if (nextLine !== undefined && (sameLine === undefined || !isMultiline(nextLine))) {
    return [operand, indent([hardline, '[', nextLine, ']'])];
  }
  return sameLine === undefined ? undefined : [operand, '[', sameLine, ']'];
}
