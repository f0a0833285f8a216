/** Type expressions: prefix type operators over an error union over a suffixed primary (`std.zig.Parse.parseTypeExpr`). */
import { parseArrayOrSliceType } from './array-type.js';
import type { Expression } from './ast.js';
import type { Parser } from './parser.js';
import { advance, EXPRESSION_DEPTH, eat, enter, fail, here, leave, peek, peekAt } from './parser.js';
import { parseManyPointerType, parsePointerType } from './pointer-type.js';
import { parseSuffixed } from './suffix.js';
import { Tok } from './token-kinds.js';

export function parseType(p: Parser): Expression | undefined {
  switch (peek(p)) {
    case Tok['?']:
      return parseOptionalType(p);
    case Tok['*']:
    case Tok['**']:
      return parsePointerType(p);
    case Tok['[']:
      return peekAt(p, 1) === Tok['*'] ? parseManyPointerType(p) : parseArrayOrSliceType(p);
    case Tok.anyframe:
      return peekAt(p, 1) === Tok['->'] ? parseAnyFrameType(p) : parseErrorUnion(p);
    default:
      return parseErrorUnion(p);
  }
}

/** A type expression; nesting is counted here. */
export function expectType(p: Parser): Expression {
  enter(p, EXPRESSION_DEPTH);
  const type = parseType(p) ?? fail(p, 'a type expression');
  leave(p, EXPRESSION_DEPTH);
  return type;
}

function parseOptionalType(p: Parser): Expression {
  const start = here(p);
  const main = advance(p);
  const operand = expectType(p);
  return { kind: 'unary', start, end: operand.end, main, operator: '?', operand };
}

function parseAnyFrameType(p: Parser): Expression {
  const start = here(p);
  const main = advance(p);
  advance(p);
  const child = expectType(p);
  return { kind: 'anyFrameType', start, end: child.end, main, child };
}

/** `T` or `E!T`. */
function parseErrorUnion(p: Parser): Expression | undefined {
  const left = parseSuffixed(p);
  if (left === undefined || peek(p) !== Tok['!']) return left;
  const main = advance(p);
  const right = expectType(p);
  return { kind: 'binary', start: left.start, end: right.end, main, operator: '!', left, right };
}

/** `align(e)`, `addrspace(e)`, `linksection(e)`, `callconv(e)`: the expression, or undefined without the keyword. */
export function parseKeywordArgument(
  p: Parser,
  keyword: Tok,
  expectArgument: (p: Parser) => Expression,
): Expression | undefined {
  if (!eat(p, keyword)) return undefined;
  if (!eat(p, Tok['('])) fail(p, "'('");
  const argument = expectArgument(p);
  if (!eat(p, Tok[')'])) fail(p, "')'");
  return argument;
}
