/**
 * Expressions: one layout per kind. A layout gets a shape and may fail; comments and parentheses are not its business
 * (see prepare.ts): comments of an expression are printed by the list, statement or block it is a part of.
 */

import { layoutAttributes } from './attribute.js';
import { layoutArray, layoutArrayRepeat, layoutTuple } from './expr/array.js';
import { layoutBlockExpr, layoutUnsafe } from './expr/block.js';
import { layoutCall } from './expr/call.js';
import { layoutChain } from './expr/chain.js';
import { layoutClosure } from './expr/closure.js';
import { layoutControlFlow, layoutLetCondition } from './expr/control-flow.js';
import { layoutIndex } from './expr/index-expr.js';
import { layoutLiteral } from './expr/literal.js';
import { layoutMatch } from './expr/match.js';
import { layoutAssignExpr, layoutBinary, layoutCast, layoutPrefixed, layoutRange } from './expr/operators.js';
import { layoutStruct } from './expr/struct.js';
import { type Context, memoised } from './layout/context.js';
import { advance, narrow, type Shape } from './layout/shape.js';
import { type Doc, hardline } from './layout/text.js';
import { layoutMacroCall } from './macro.js';
import { layoutPath } from './path.js';
import type { Attribute, Expr, ExprKind, ExprOf } from './rust-ast.js';

/** A statement's expression may not be shortened to one line (`if` … `else` …). */
export type ExprPosition = 'statement' | 'operand';

type ExprLayout<K extends ExprKind> = (
  expr: ExprOf<K>,
  context: Context,
  shape: Shape,
  position: ExprPosition,
) => Doc | undefined;

/** An expression laid out in the given room; `undefined` if it does not fit. */
export function layoutExpr(
  expr: Expr,
  context: Context,
  shape: Shape,
  position: ExprPosition = 'operand',
): Doc | undefined {
  return memoised(context, expr, shape, position === 'statement', () =>
    layoutWithAttributes(expr, context, shape, position),
  );
}

function layoutWithAttributes(expr: Expr, context: Context, shape: Shape, position: ExprPosition): Doc | undefined {
  const room = position === 'statement' && endsInSemicolon(expr) ? narrow(shape, 1) : shape;
  if (room === undefined) return undefined;
  // The table's entry for a kind takes the expression of that kind; TypeScript cannot correlate the two.
  const layout = exprLayouts[expr.kind] as ExprLayout<ExprKind>;
  const document = layout(expr, context, room, position);
  return document === undefined ? undefined : behindAttributes(expr.attributes, document, context, shape);
}

function behindAttributes(
  attributes: readonly Attribute[] | undefined,
  document: Doc,
  context: Context,
  shape: Shape,
): Doc | undefined {
  if (attributes === undefined || attributes.length === 0) return document;
  const laidOut = layoutAttributes(attributes, context, shape);
  return laidOut === undefined ? undefined : [laidOut, hardline, document];
}

/** Jumps get a semicolon when they end a block. */
export function endsInSemicolon(expr: Expr): boolean {
  return expr.kind === 'return' || expr.kind === 'break' || expr.kind === 'continue';
}

const exprLayouts: { readonly [K in ExprKind]: ExprLayout<K> } = {
  path: (expr, context, shape) => layoutPath(expr.path, 'expr', context, shape),
  literal: (expr, context, shape) => layoutLiteral(expr.literal, context, shape),
  unary: (expr, context, shape) => layoutPrefixed(expr.operator, expr.operand, context, shape),
  deref: (expr, context, shape) => layoutPrefixed('*', expr.operand, context, shape),
  ref: (expr, context, shape) => layoutPrefixed(expr.mutable ? '&mut ' : '&', expr.operand, context, shape),
  rawRef: (expr, context, shape) =>
    layoutPrefixed(expr.mutable ? '&raw mut ' : '&raw const ', expr.operand, context, shape),
  binary: layoutBinary,
  assign: layoutAssignExpr,
  cast: layoutCast,
  field: layoutChain,
  tupleField: layoutChain,
  methodCall: layoutChain,
  try: layoutChain,
  index: layoutIndex,
  call: layoutCall,
  macro: (expr, context, shape) => layoutMacroCall(expr.call, context, shape),
  range: layoutRange,
  block: layoutBlockExpr,
  unsafe: layoutUnsafe,
  if: layoutControlFlow,
  let: layoutLetCondition,
  match: layoutMatch,
  loop: layoutControlFlow,
  while: layoutControlFlow,
  for: layoutControlFlow,
  break: (expr, context, shape) => {
    const keyword = expr.label === undefined ? 'break' : `break '${expr.label}`;
    return expr.value === undefined ? keyword : layoutPrefixed(`${keyword} `, expr.value, context, shape);
  },
  continue: (expr) => (expr.label === undefined ? 'continue' : `continue '${expr.label}`),
  return: (expr, context, shape) =>
    expr.value === undefined ? 'return' : layoutPrefixed('return ', expr.value, context, shape),
  closure: layoutClosure,
  struct: layoutStruct,
  array: layoutArray,
  arrayRepeat: layoutArrayRepeat,
  tuple: layoutTuple,
  paren: (expr, context, shape) => {
    const behind = advance(shape, 1);
    const inside = behind && narrow(behind, 1);
    const operand = inside && layoutExpr(expr.operand, context, inside);
    return operand === undefined ? undefined : ['(', operand, ')'];
  },
  underscore: () => '_',
  meta: (expr) => `$${expr.name}${expr.variadic ? '...' : ''}`,
};
