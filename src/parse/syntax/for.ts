/** `for` as an expression, as a type and as a statement, with any number of inputs and ranges. */
import type { Capture, Expression, For, ForInput, ForRange, NumberLiteral } from './ast.js';
import { expectLoopCaptures } from './captures.js';
import { expectExpression, parseExpression } from './expression.js';
import { parseStatementBody } from './if.js';
import type { Parser } from './parser.js';
import { advance, eat, endOf, expect, peek, startOf, warn } from './parser.js';
import type { BodyParser } from './primary.js';
import { noteSpelling } from './spellings.js';
import { expectStatement } from './statement.js';
import { expectSeparator } from './suffix.js';
import { Tok } from './token-kinds.js';
import type { LoopHead } from './while.js';

interface ForPrefix {
  readonly main: number;
  readonly inputs: readonly ForInput[];
  readonly captures: readonly Capture[];
}

function parsePrefix(p: Parser): ForPrefix {
  const main = advance(p);
  expect(p, Tok['(']);
  const inputs: ForInput[] = [];
  do {
    inputs.push(parseInput(p));
    if (eat(p, Tok[','])) continue;
    if (peek(p) !== Tok[')']) expectSeparator(p, Tok[')'], "',' after the loop input");
  } while (!eat(p, Tok[')']));
  const captures = expectLoopCaptures(p, inputs.length);
  addIndexInput(p, inputs, captures);
  return { main, inputs, captures };
}

/** A value, or a range `low..high` whose end may be open. */
function parseInput(p: Parser): ForInput {
  const value = expectExpression(p);
  if (peek(p) !== Tok['..']) return { kind: 'value', value };
  const main = advance(p);
  const high = parseExpression(p);
  return { kind: 'range', start: value.start, end: high?.end ?? endOf(p, main), main, low: value, high };
}

/** The index capture of Zig up to 0.10 (`for (xs) |x, i|`) counts from 0: it gets the input `0..`, at the place of its name. */
function addIndexInput(p: Parser, inputs: ForInput[], captures: readonly Capture[]): void {
  const index = captures[1]?.name;
  if (inputs.length !== 1 || captures.length !== 2 || index === undefined) return;
  const { start, end, token: main } = index;
  noteSpelling(p, 'indexCapture', main);
  const low: NumberLiteral = { kind: 'numberLiteral', start, end, main, text: '0' };
  const range: ForRange = { kind: 'range', start, end, main, low, high: undefined };
  inputs.push(range);
}

function build(p: Parser, head: LoopHead, prefix: ForPrefix, body: Expression, otherwise: Expression | undefined): For {
  return {
    kind: 'for',
    start: startOf(p, head.first),
    end: (otherwise ?? body).end,
    main: prefix.main,
    label: head.label,
    isInline: head.isInline,
    inputs: prefix.inputs,
    captures: prefix.captures,
    body,
    else: otherwise,
  };
}

export function parseFor(p: Parser, head: LoopHead, parseBody: BodyParser): For {
  const prefix = parsePrefix(p);
  const body = parseBody(p);
  return build(p, head, prefix, body, eat(p, Tok.else) ? parseBody(p) : undefined);
}

export function parseForStatement(p: Parser, head: LoopHead): For {
  const prefix = parsePrefix(p);
  const { body, isEnded, needsEnd } = parseStatementBody(p);
  if (isEnded || !eat(p, Tok.else)) {
    if (needsEnd) warn(p, "';' or 'else' after the statement");
    return build(p, head, prefix, body, undefined);
  }
  return build(p, head, prefix, body, expectStatement(p, false));
}
