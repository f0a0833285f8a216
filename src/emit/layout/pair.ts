/** Two sides with something between: `a as T`, `[x; n]`, `a..b`. */
import type { Layout } from './assign.js';
import { advance, budget, narrow, nestedLine, rightOverhead, type Shape, tabWidth, usedWidth } from './shape.js';
import { type Doc, firstLine, firstLineWidth, hardline, indent, isMultiline, lastLineWidth, textOf } from './text.js';

export interface Pair {
  readonly left: Layout;
  readonly right: Layout;
  readonly prefix?: string;
  readonly infix: string;
  readonly suffix?: string;
  /** Whether the infix begins the second line or ends the first, if broken. */
  readonly infixInFront: boolean;
  readonly shape: Shape;
}

export function layoutPair(pair: Pair): Doc | undefined {
  const { shape, infix, prefix = '', suffix = '' } = pair;
  const overhead = usedWidth(shape) + (pair.infixInFront ? 0 : prefix.length + infix.trimEnd().length);
  const leftSide = pair.left({ ...shape, width: budget(shape, overhead) });
  if (leftSide === undefined) return undefined;
  const left: Doc = prefix === '' ? leftSide : [prefix, leftSide];
  const leftWidth = lastLineWidth(left, shape.indent);
  const behind = advance(shape, leftWidth + infix.length);
  const sameLineShape = behind && narrow(behind, suffix.length);
  const sameLine = sameLineShape && pair.right(sameLineShape);
  if (sameLine !== undefined) {
    const mayBreakInside = textOf(left).length <= tabWidth || firstLine(sameLine).endsWith('{');
    const width = leftWidth + infix.length + firstLineWidth(sameLine) + suffix.length;
    if ((!isMultiline(sameLine) || mayBreakInside) && width <= shape.width) return [left, infix, sameLine, suffix];
  }
  return layoutBroken(pair, left);
}

function layoutBroken(pair: Pair, left: Doc): Doc | undefined {
  const { shape, suffix = '' } = pair;
  const infix = pair.infixInFront ? pair.infix.trimStart() : pair.infix.trimEnd();
  const nested = narrow(nestedLine(shape), rightOverhead(shape));
  const rightShape = nested && pair.infixInFront ? advance(nested, infix.length) : nested;
  const right = rightShape && pair.right(rightShape);
  if (right === undefined) return undefined;
  return pair.infixInFront
    ? [left, indent([hardline, infix, right]), suffix]
    : [left, infix, indent([hardline, right]), suffix];
}
