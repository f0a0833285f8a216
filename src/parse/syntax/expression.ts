/**
 * Expressions by Zig's precedence table: precedence climbing over prefix expressions, as `std.zig.Parse.parseExprPrecedence`.
 *
 * The association of every operator is decided here from the token stream; the nesting of the grammar's tree has no say in it.
 */

import type { ArithmeticOperator, Assign, AssignDestructure, BinaryOperator, Expression, Name } from './ast.js';
import { parseAsync, parseAwait, startsAsync } from './async.js';
import { parsePayload } from './captures.js';
import type { Parser } from './parser.js';
import {
  advance,
  checkOperatorSpace,
  EXPRESSION_DEPTH,
  eat,
  enter,
  expect,
  fail,
  here,
  leave,
  peek,
  warn,
} from './parser.js';
import { parsePrimary } from './primary.js';
import { KIND_COUNT, LEXEMES, Tok } from './token-kinds.js';

/** Higher binds tighter. Operators of one level associate to the left, comparisons not at all. */
const LEVELS: readonly (readonly [precedence: number, operators: readonly Tok[]])[] = [
  [10, [Tok.or]],
  [20, [Tok.and]],
  [30, [Tok['=='], Tok['!='], Tok['<'], Tok['>'], Tok['<='], Tok['>=']]],
  [40, [Tok['&'], Tok['^'], Tok['|'], Tok.orelse, Tok.catch]],
  [50, [Tok['<<'], Tok['<<|'], Tok['>>']]],
  [60, [Tok['+'], Tok['-'], Tok['++'], Tok['+%'], Tok['-%'], Tok['+|'], Tok['-|']]],
  [70, [Tok['||'], Tok['*'], Tok['/'], Tok['%'], Tok['**'], Tok['*%'], Tok['*|']]],
];
const COMPARISON = 30;
const PRECEDENCE = new Int8Array(KIND_COUNT).fill(-1);
for (const [precedence, operators] of LEVELS) for (const operator of operators) PRECEDENCE[operator] = precedence;

/** An expression; nesting is counted here. */
export function parseExpression(p: Parser): Expression | undefined {
  enter(p, EXPRESSION_DEPTH);
  const expression = parsePrecedence(p, 0);
  leave(p, EXPRESSION_DEPTH);
  return expression;
}

export function expectExpression(p: Parser): Expression {
  return parseExpression(p) ?? fail(p, 'an expression');
}

function parsePrecedence(p: Parser, minimum: number): Expression | undefined {
  let left = parsePrefix(p);
  if (left === undefined) return undefined;
  let banned = -1;
  for (;;) {
    const kind = peek(p);
    const precedence = PRECEDENCE[kind] as number;
    if (precedence < minimum) return left;
    if (precedence === banned) fail(p, 'no second comparison (comparison operators cannot be chained)');
    const operator = advance(p);
    const capture = kind === Tok.catch ? parsePayload(p) : undefined;
    const right = parsePrecedence(p, precedence + 1);
    if (right === undefined) {
      warn(p, 'an expression');
      return left;
    }
    checkOperatorSpace(p, operator);
    left = kind === Tok.catch ? buildCatch(left, operator, capture, right) : buildBinary(kind, left, operator, right);
    if (precedence === COMPARISON) banned = COMPARISON;
  }
}

function buildCatch(operand: Expression, main: number, capture: Name | undefined, handler: Expression): Expression {
  return { kind: 'catch', start: operand.start, end: handler.end, main, operand, capture, handler };
}

function buildBinary(kind: Tok, left: Expression, main: number, right: Expression): Expression {
  const operator = LEXEMES[kind] as BinaryOperator;
  return { kind: 'binary', start: left.start, end: right.end, main, operator, left, right };
}

// ---------------------------------------------------------------- prefix operators

function parsePrefix(p: Parser): Expression | undefined {
  switch (peek(p)) {
    case Tok.identifier:
      return startsAsync(p) ? parseOldAsync(p) : parsePrimary(p);
    case Tok['!']:
      return parseUnary(p, '!');
    case Tok['-']:
      return parseUnary(p, '-');
    case Tok['~']:
      return parseUnary(p, '~');
    case Tok['-%']:
      return parseUnary(p, '-%');
    case Tok['&']:
      return parseUnary(p, '&');
    case Tok.try:
      return parseUnary(p, 'try');
    default:
      return parsePrimary(p);
  }
}

function parseOldAsync(p: Parser): Expression {
  return p.text.startsWith('async', here(p)) ? parseAsync(p) : parseAwait(p);
}

function parseUnary(p: Parser, operator: '!' | '-' | '~' | '-%' | '&' | 'try'): Expression {
  const start = here(p);
  const main = advance(p);
  const operand = expectPrefix(p);
  return { kind: 'unary', start, end: operand.end, main, operator, operand };
}

/** A prefix expression; nesting is counted here. */
export function expectPrefix(p: Parser): Expression {
  enter(p, EXPRESSION_DEPTH);
  const operand = parsePrefix(p) ?? fail(p, 'an expression after the prefix operator');
  leave(p, EXPRESSION_DEPTH);
  return operand;
}

// ---------------------------------------------------------------- assignment

const ASSIGN_OPERATORS: readonly (readonly [Tok, ArithmeticOperator | undefined])[] = [
  [Tok['='], undefined],
  [Tok['*='], '*'],
  [Tok['/='], '/'],
  [Tok['%='], '%'],
  [Tok['+='], '+'],
  [Tok['-='], '-'],
  [Tok['<<='], '<<'],
  [Tok['<<|='], '<<|'],
  [Tok['>>='], '>>'],
  [Tok['&='], '&'],
  [Tok['^='], '^'],
  [Tok['|='], '|'],
  [Tok['*%='], '*%'],
  [Tok['+%='], '+%'],
  [Tok['-%='], '-%'],
  [Tok['*|='], '*|'],
  [Tok['+|='], '+|'],
  [Tok['-|='], '-|'],
];
const IS_ASSIGNMENT = new Uint8Array(KIND_COUNT);
const ASSIGNED_OPERATOR: (ArithmeticOperator | undefined)[] = new Array(KIND_COUNT).fill(undefined);
for (const [kind, operator] of ASSIGN_OPERATORS) {
  IS_ASSIGNMENT[kind] = 1;
  ASSIGNED_OPERATOR[kind] = operator;
}

/** An expression, an assignment, or a destructuring one. */
export function parseAssignExpression(p: Parser): Expression | undefined {
  const target = parseExpression(p);
  return target === undefined ? undefined : finishAssign(p, target);
}

export function expectAssignExpression(p: Parser): Expression {
  return parseAssignExpression(p) ?? fail(p, 'an expression or an assignment');
}

/** As `expectAssignExpression`, but a comma ends it (the body of a switch prong). */
export function expectSingleAssign(p: Parser): Expression {
  const target = parseExpression(p) ?? fail(p, 'an expression or an assignment');
  return finishSingleAssign(p, target);
}

export function finishAssign(p: Parser, target: Expression): Expression {
  return peek(p) === Tok[','] ? finishDestructure(p, target) : finishSingleAssign(p, target);
}

function finishSingleAssign(p: Parser, target: Expression): Expression {
  const kind = peek(p);
  if (IS_ASSIGNMENT[kind] === 0) return target;
  const main = advance(p);
  return buildAssign(target, main, ASSIGNED_OPERATOR[kind], expectExpression(p));
}

function buildAssign(
  target: Expression,
  main: number,
  operator: ArithmeticOperator | undefined,
  value: Expression,
): Assign {
  return { kind: 'assign', start: target.start, end: value.end, main, operator, target, value };
}

function finishDestructure(p: Parser, first: Expression): AssignDestructure {
  const targets = [first];
  while (eat(p, Tok[','])) targets.push(expectExpression(p));
  const main = expect(p, Tok['=']);
  const value = expectExpression(p);
  return { kind: 'assignDestructure', start: first.start, end: value.end, main, isComptime: false, targets, value };
}
