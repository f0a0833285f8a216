/** Suffixes of a primary expression: `.name`, `.*`, `.?`, `[…]`, `(…)`. */
import type { Expression } from './ast.js';
import { parseAtom } from './atom.js';
import { expectExpression, parseExpression } from './expression.js';
import type { Parser } from './parser.js';
import { advance, eat, endOf, expect, nameAt, peek, peekAt, previousEnd, warn, warnAt } from './parser.js';
import { Tok } from './token-kinds.js';

export function parseSuffixed(p: Parser): Expression | undefined {
  let operand = parseAtom(p);
  if (operand === undefined) return undefined;
  for (;;) {
    const next = parseSuffix(p, operand);
    if (next === undefined) return operand;
    operand = next;
  }
}

function parseSuffix(p: Parser, operand: Expression): Expression | undefined {
  switch (peek(p)) {
    case Tok['.']:
      return parseMember(p, operand);
    case Tok['(']:
      return parseCall(p, operand);
    case Tok['[']:
      return parseIndex(p, operand);
    case Tok['.*']: {
      const main = advance(p);
      return { kind: 'deref', start: operand.start, end: endOf(p, main), main, operand };
    }
    case Tok.invalidPeriodAsterisks: {
      warnAt(p, p.token, "'.**'", "a space after '.*'");
      const main = advance(p);
      return { kind: 'deref', start: operand.start, end: endOf(p, main), main, operand };
    }
    default:
      return undefined;
  }
}

/** `.name` and `.?`. */
function parseMember(p: Parser, object: Expression): Expression | undefined {
  const after = peekAt(p, 1);
  if (after === Tok.identifier) {
    const main = advance(p);
    const name = nameAt(p, advance(p));
    return { kind: 'fieldAccess', start: object.start, end: name.end, main, object, name };
  }
  if (after === Tok['?']) {
    const main = advance(p);
    advance(p);
    return { kind: 'unwrapOptional', start: object.start, end: previousEnd(p), main, operand: object };
  }
  if (after === Tok['{']) {
    // `T.{`: without the fault the braces would be taken for a block, far from the cause.
    return undefined;
  }
  advance(p);
  warn(p, 'a field name, a pointer dereference or an optional unwrap');
  return undefined;
}

function parseCall(p: Parser, callee: Expression): Expression {
  const main = advance(p);
  const args = parseArguments(p);
  return { kind: 'call', start: callee.start, end: previousEnd(p), main, callee, args };
}

/** The arguments of a call up to and with the closing parenthesis; the opening one is taken. */
export function parseArguments(p: Parser): readonly Expression[] {
  const args: Expression[] = [];
  while (!eat(p, Tok[')'])) {
    args.push(expectExpression(p));
    if (eat(p, Tok[','])) continue;
    if (eat(p, Tok[')'])) break;
    expectSeparator(p, Tok[')'], "',' after the argument");
  }
  return args;
}

/** Where a comma is missing: a closing bracket of another kind, or the end, gives up; else the comma is taken as forgotten. */
export function expectSeparator(p: Parser, close: Tok, expected: string): void {
  switch (peek(p)) {
    case Tok[':']:
    case Tok[')']:
    case Tok[']']:
    case Tok['}']:
    case Tok[';']:
    case Tok.endOfFile:
      expect(p, close);
      break;
    default:
      warn(p, expected);
  }
}

/** `a[i]`, `a[low..]`, `a[low..high]`, `a[low..high :sentinel]`. */
function parseIndex(p: Parser, object: Expression): Expression {
  const main = advance(p);
  const index = expectExpression(p);
  if (!eat(p, Tok['..'])) {
    const close = expect(p, Tok[']']);
    return { kind: 'arrayAccess', start: object.start, end: endOf(p, close), main, object, index };
  }
  const high = parseExpression(p);
  const sentinel = eat(p, Tok[':']) ? expectExpression(p) : undefined;
  const close = expect(p, Tok[']']);
  return { kind: 'slice', start: object.start, end: endOf(p, close), main, object, low: index, high, sentinel };
}
