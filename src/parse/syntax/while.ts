/** `while` as an expression, as a type and as a statement. */
import type { Capture, Expression, Name, While } from './ast.js';
import { parsePayload, parsePointerPayload } from './captures.js';
import { expectAssignExpression, expectExpression } from './expression.js';
import { parseStatementBody } from './if.js';
import type { Parser } from './parser.js';
import { advance, eat, expect, startOf, warn } from './parser.js';
import type { BodyParser } from './primary.js';
import { expectStatement } from './statement.js';
import { Tok } from './token-kinds.js';

/** What stands before the keyword of a loop. */
export interface LoopHead {
  readonly label: Name | undefined;
  readonly isInline: boolean;
  /** The first token of the loop: label, `inline` or the keyword. */
  readonly first: number;
}

interface WhilePrefix {
  readonly main: number;
  readonly condition: Expression;
  readonly capture: Capture | undefined;
  readonly continueExpression: Expression | undefined;
}

function parsePrefix(p: Parser): WhilePrefix {
  const main = advance(p);
  expect(p, Tok['(']);
  const condition = expectExpression(p);
  expect(p, Tok[')']);
  const capture = parsePointerPayload(p);
  return { main, condition, capture, continueExpression: parseContinueExpression(p) };
}

/** `: (i += 1)`. */
function parseContinueExpression(p: Parser): Expression | undefined {
  if (!eat(p, Tok[':'])) return undefined;
  expect(p, Tok['(']);
  const expression = expectAssignExpression(p);
  expect(p, Tok[')']);
  return expression;
}

function build(
  p: Parser,
  head: LoopHead,
  prefix: WhilePrefix,
  body: Expression,
  elseCapture: Name | undefined,
  otherwise: Expression | undefined,
): While {
  return {
    kind: 'while',
    start: startOf(p, head.first),
    end: (otherwise ?? body).end,
    main: prefix.main,
    label: head.label,
    isInline: head.isInline,
    condition: prefix.condition,
    capture: prefix.capture,
    continueExpression: prefix.continueExpression,
    body,
    elseCapture,
    else: otherwise,
  };
}

export function parseWhile(p: Parser, head: LoopHead, parseBody: BodyParser): While {
  const prefix = parsePrefix(p);
  const body = parseBody(p);
  if (!eat(p, Tok.else)) return build(p, head, prefix, body, undefined, undefined);
  const elseCapture = parsePayload(p);
  return build(p, head, prefix, body, elseCapture, parseBody(p));
}

export function parseWhileStatement(p: Parser, head: LoopHead): While {
  const prefix = parsePrefix(p);
  const { body, isEnded, needsEnd } = parseStatementBody(p);
  if (isEnded || !eat(p, Tok.else)) {
    if (needsEnd) warn(p, "';' or 'else' after the statement");
    return build(p, head, prefix, body, undefined, undefined);
  }
  const elseCapture = parsePayload(p);
  return build(p, head, prefix, body, elseCapture, expectStatement(p, false));
}
