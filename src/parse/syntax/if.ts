/** `if` as an expression, as a type and as a statement. */
import type { Capture, Expression, If, Name } from './ast.js';
import { parsePayload, parsePointerPayload } from './captures.js';
import { expectExpression, parseAssignExpression } from './expression.js';
import type { Parser } from './parser.js';
import { advance, eat, expect, fail, startOf, warn } from './parser.js';
import type { BodyParser } from './primary.js';
import { parseBlockExpression } from './primary.js';
import { expectStatement } from './statement.js';
import { Tok } from './token-kinds.js';

interface IfPrefix {
  readonly main: number;
  readonly condition: Expression;
  readonly capture: Capture | undefined;
}

function parsePrefix(p: Parser): IfPrefix {
  const main = advance(p);
  expect(p, Tok['(']);
  const condition = expectExpression(p);
  expect(p, Tok[')']);
  return { main, condition, capture: parsePointerPayload(p) };
}

function build(
  p: Parser,
  prefix: IfPrefix,
  then: Expression,
  elseCapture: Name | undefined,
  otherwise: Expression | undefined,
): If {
  const { main, condition, capture } = prefix;
  const end = (otherwise ?? then).end;
  return { kind: 'if', start: startOf(p, main), end, main, condition, capture, then, elseCapture, else: otherwise };
}

export function parseIf(p: Parser, body: BodyParser): If {
  const prefix = parsePrefix(p);
  const then = body(p);
  if (!eat(p, Tok.else)) return build(p, prefix, then, undefined, undefined);
  const elseCapture = parsePayload(p);
  return build(p, prefix, then, elseCapture, body(p));
}

/** As a statement: a branch that is no block ends with a semicolon, or is followed by `else`. */
export function parseIfStatement(p: Parser): If {
  const prefix = parsePrefix(p);
  const body = parseStatementBody(p);
  if (body.isEnded || !eat(p, Tok.else)) {
    if (body.needsEnd) warn(p, "';' or 'else' after the statement");
    return build(p, prefix, body.body, undefined, undefined);
  }
  const elseCapture = parsePayload(p);
  return build(p, prefix, body.body, elseCapture, expectStatement(p, false));
}

export interface StatementBody {
  readonly body: Expression;
  /** A semicolon ended it: no `else` can follow. */
  readonly isEnded: boolean;
  /** It is neither a block nor ended, so `else` must follow. */
  readonly needsEnd: boolean;
}

/** The branch of an `if`, or the body of a loop, in a statement. */
export function parseStatementBody(p: Parser): StatementBody {
  const block = parseBlockExpression(p);
  if (block !== undefined) return { body: block, isEnded: false, needsEnd: false };
  const body = parseAssignExpression(p) ?? fail(p, 'a block or an assignment');
  const isEnded = eat(p, Tok[';']);
  return { body, isEnded, needsEnd: !isEnded };
}
