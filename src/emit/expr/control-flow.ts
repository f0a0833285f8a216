/** `if`, `while`, `for`, `loop`. */

import { type ExprPosition, layoutExpr } from '../expr.js';
import { layoutAssignment } from '../layout/assign.js';
import type { Context } from '../layout/context.js';
import {
  advance,
  budget,
  fullLine,
  lineShape,
  narrow,
  nestBlock,
  type Shape,
  usedWidth,
  widthLimits,
} from '../layout/shape.js';
import {
  type Doc,
  hardline,
  indent,
  isMultiline,
  lastLineIsExtendable,
  lastLineWidth,
  textOf,
  totalWidth,
} from '../layout/text.js';
import { layoutPattern } from '../pattern.js';
import type { Block, Expr, ForExpr, IfExpr, LetConditionExpr, LoopExpr, Pattern, WhileExpr } from '../rust-ast.js';
import { layoutBlock, layoutThenBlock } from './block.js';
import { onlyExpression } from './facts.js';

type ControlFlowExpr = IfExpr | WhileExpr | ForExpr | LoopExpr;

/** What stands before the block, the block, and for `if` the rest. */
interface ControlFlow {
  readonly label: string;
  readonly keyword: 'if' | 'while' | 'for' | 'loop';
  readonly pattern?: Pattern | undefined;
  /** Stands before the pattern. */
  readonly matcher: string;
  /** Stands behind the pattern. */
  readonly connector: string;
  readonly condition?: Expr | undefined;
  readonly block: Block;
  readonly else?: IfExpr['else'];
  readonly mayBeSingleLine: boolean;
  readonly isElseIf: boolean;
}

export function layoutControlFlow(
  expr: ControlFlowExpr,
  context: Context,
  shape: Shape,
  position: ExprPosition,
): Doc | undefined {
  return layoutFlow(controlFlow(expr, position === 'operand', false), context, shape);
}

function controlFlow(expr: ControlFlowExpr, mayBeSingleLine: boolean, isElseIf: boolean): ControlFlow {
  const label = 'label' in expr && expr.label !== undefined ? `'${expr.label}: ` : '';
  const common = { label, matcher: '', connector: '', mayBeSingleLine: false, isElseIf } as const;
  switch (expr.kind) {
    case 'loop':
      return { ...common, keyword: 'loop', block: expr.body };
    case 'for':
      return {
        ...common,
        keyword: 'for',
        pattern: expr.pattern,
        connector: ' in',
        condition: expr.iterable,
        block: expr.body,
      };
    case 'while':
      return { ...common, keyword: 'while', ...conditionParts(expr.condition), block: expr.body };
    case 'if':
      return {
        ...common,
        keyword: 'if',
        ...conditionParts(expr.condition),
        block: expr.then,
        else: expr.else,
        mayBeSingleLine,
      };
  }
}

function conditionParts(condition: Expr): Pick<ControlFlow, 'pattern' | 'matcher' | 'connector' | 'condition'> {
  if (condition.kind !== 'let') return { matcher: '', connector: '', condition };
  return { pattern: condition.pattern, matcher: 'let ', connector: ' =', condition: condition.scrutinee };
}

/** The head of a control flow expression without its block, for those who must know whether it is one line. */
export function conditionOf(expr: Expr, context: Context, shape: Shape): Doc | undefined {
  switch (expr.kind) {
    case 'match': {
      const behind = advance(shape, 8);
      return behind && layoutExpr(expr.scrutinee, context, behind);
    }
    case 'if':
    case 'while':
    case 'for':
    case 'loop':
      return layoutHead(controlFlow(expr, true, false), context, shape)?.document;
    default:
      return undefined;
  }
}

interface Head {
  readonly document: Doc;
  /** The whole `if … else …` is already on this line. */
  readonly complete: boolean;
  readonly usedWidth: number;
}

function layoutHead(flow: ControlFlow, context: Context, shape: Shape): Head | undefined {
  const fresh: Shape = { ...shape, width: budget(shape, usedWidth(shape)) };
  const headShape = flow.isElseIf ? advance(fresh, 7) : fresh;
  if (headShape === undefined) return undefined;
  const offset = flow.keyword.length + flow.label.length + 1;
  const condition =
    flow.condition === undefined ? '' : layoutCondition(flow, flow.condition, context, headShape, offset);
  if (condition === undefined) return undefined;
  if (flow.mayBeSingleLine) {
    const single = layoutSingleLine(flow, condition, context, shape.width);
    if (single !== undefined && totalWidth(single) <= widthLimits.singleLineIfElse) {
      return { document: single, complete: true, usedWidth: 0 };
    }
  }
  const oneLineBudget = budget(shape, usedWidth(headShape) + offset + 2);
  const tooLong = isMultiline(condition) || totalWidth(condition) > oneLineBudget;
  const braceOnNextLine = tooLong && (!lastLineIsExtendable(condition) || lastLineIsIndented(condition, shape));
  const text = textOf(condition);
  const space = text === '' || text.startsWith('\n') ? '' : ' ';
  const document: Doc = [flow.label, flow.keyword, space, condition, braceOnNextLine ? hardline : ' '];
  const used = isMultiline(condition)
    ? lastLineWidth(condition, shape.indent)
    : flow.label.length + flow.keyword.length + totalWidth(condition) + 2;
  return { document, complete: false, usedWidth: used };
}

/** Whether the last line starts further right than the construct itself. */
function lastLineIsIndented(document: Doc, shape: Shape): boolean {
  const text = textOf(document);
  const last = text.slice(text.lastIndexOf('\n') + 1);
  const leading = last.length - last.trimStart().length;
  return shape.indent + leading > usedWidth(shape) && text.includes('\n') && leading > 0;
}

function layoutCondition(
  flow: ControlFlow,
  condition: Expr,
  context: Context,
  shape: Shape,
  offset: number,
): Doc | undefined {
  const conditionShape = advance(shape, offset);
  if (conditionShape === undefined) return undefined;
  if (flow.pattern !== undefined) return layoutPatternCondition(flow, flow.pattern, condition, context, conditionShape);
  const sameLine = layoutExpr(condition, context, conditionShape);
  if (sameLine !== undefined || flow.keyword === 'if') return sameLine;
  const nextLine = layoutExpr(condition, context, fullLine(nestBlock(shape)));
  return nextLine === undefined ? undefined : indent([hardline, nextLine]);
}

function layoutPatternCondition(
  flow: ControlFlow,
  pattern: Pattern,
  condition: Expr,
  context: Context,
  shape: Shape,
): Doc | undefined {
  const behindMatcher = advance(shape, flow.matcher.length);
  const patternShape = behindMatcher && narrow(behindMatcher, flow.connector.length);
  const laidOut = patternShape && layoutPattern(pattern, context, patternShape);
  if (laidOut === undefined) return undefined;
  const left: Doc = [flow.matcher, laidOut, flow.connector];
  return layoutAssignment(left, (inner) => layoutExpr(condition, context, inner), shape);
}

/** `if a { b } else { c }`. */
function layoutSingleLine(flow: ControlFlow, condition: Doc, context: Context, width: number): Doc | undefined {
  if (flow.else?.kind !== 'block' || isMultiline(condition)) return undefined;
  const thenExpr = onlyExpression(flow.block);
  const elseExpr = onlyExpression(flow.else.block);
  if (thenExpr === undefined || elseExpr === undefined) return undefined;
  const room = width - (totalWidth(condition) + 'if  {  } else {  }'.length);
  const then = room < 0 ? undefined : layoutExpr(thenExpr, context, { ...lineShape(0), width: room });
  if (then === undefined || isMultiline(then) || totalWidth(then) > room) return undefined;
  const otherwise = layoutExpr(elseExpr, context, { ...lineShape(0), width: room - totalWidth(then) });
  if (otherwise === undefined || isMultiline(otherwise)) return undefined;
  const document: Doc = ['if ', condition, ' { ', then, ' } else { ', otherwise, ' }'];
  return totalWidth(document) <= width ? document : undefined;
}

function layoutFlow(flow: ControlFlow, context: Context, shape: Shape): Doc | undefined {
  const head = layoutHead(flow, context, shape);
  if (head === undefined || head.complete) return head?.document;
  const columns = Math.max(0, shape.width - head.usedWidth);
  const width = flow.else !== undefined || flow.isElseIf ? Math.min(1, columns) : columns;
  const room: Shape = { ...shape, width };
  const block =
    flow.else === undefined ? layoutBlock(flow.block, '', context, room) : layoutThenBlock(flow.block, context, room);
  if (block === undefined) return undefined;
  if (flow.else === undefined) return [head.document, block];
  const otherwise = layoutElse(flow.else, context, lineShape(shape.indent, shape.page));
  return otherwise === undefined ? undefined : [head.document, block, ' else ', otherwise];
}

function layoutElse(branch: NonNullable<IfExpr['else']>, context: Context, shape: Shape): Doc | undefined {
  if (branch.kind === 'if') return layoutFlow(controlFlow(branch, false, true), context, shape);
  return layoutBlock(branch.block, '', context, { ...shape, width: Math.min(1, shape.width) });
}

/** `let pattern = scrutinee` inside a condition with other operands. */
export function layoutLetCondition(expr: LetConditionExpr, context: Context, shape: Shape): Doc | undefined {
  const behind = advance(shape, 4);
  const pattern = behind && layoutPattern(expr.pattern, context, behind);
  if (pattern === undefined) return undefined;
  return layoutAssignment(['let ', pattern, ' ='], (inner) => layoutExpr(expr.scrutinee, context, inner), shape);
}
