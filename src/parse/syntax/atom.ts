/** Atoms: names, literals, builtin calls, groups, and the type constructors that are keywords (`PrimaryTypeExpr`). */

import type { Expression } from './ast.js';
import { parseBlock } from './block.js';
import { parseContainer } from './container.js';
import { parseErrorAtom } from './error-set.js';
import { expectExpression } from './expression.js';
import { parseFnType } from './function.js';
import { parseIf } from './if.js';
import { parseAnonymousInitializer } from './initializer.js';
import type { Parser } from './parser.js';
import { advance, endOf, expect, fail, here, nameAt, peek, peekAt, startOf, tokenText, warn } from './parser.js';
import { parseLabeledLoop, parseLoop, takeLabel } from './primary.js';
import { parseArguments } from './suffix.js';
import { parseSwitch } from './switch.js';
import { Tok } from './token-kinds.js';
import { expectType } from './type.js';

export function parseAtom(p: Parser): Expression | undefined {
  switch (peek(p)) {
    case Tok.identifier:
      return peekAt(p, 1) === Tok[':'] ? parseLabeled(p) : parseIdentifier(p);
    case Tok.number:
      return parseNumber(p);
    case Tok.string:
      return parseString(p);
    case Tok['.']:
      return parseDot(p);
    case Tok.builtin:
      return parseBuiltinCall(p);
    case Tok['(']:
      return parseGroup(p);
    case Tok.char:
      return parseChar(p);
    case Tok.multilineLine:
      return parseMultilineString(p);
    case Tok.unreachable:
      return parseUnreachable(p);
    default:
      return parseKeywordAtom(p);
  }
}

function parseKeywordAtom(p: Parser): Expression | undefined {
  switch (peek(p)) {
    case Tok.error:
      return parseErrorAtom(p);
    case Tok.struct:
    case Tok.enum:
    case Tok.union:
    case Tok.opaque:
    case Tok.extern:
    case Tok.packed:
      return parseContainer(p);
    case Tok.switch:
      return parseSwitch(p, undefined);
    case Tok.fn:
      return parseFnType(p);
    case Tok.if:
      return parseIf(p, expectType);
    case Tok.comptime:
      return parseComptimeType(p);
    case Tok.inline:
    case Tok.for:
    case Tok.while:
      return parseLoop(p, undefined, expectType);
    case Tok.anyframe: {
      const main = advance(p);
      return { kind: 'anyFrameType', start: startOf(p, main), end: endOf(p, main), main, child: undefined };
    }
    default:
      return undefined;
  }
}

function parseIdentifier(p: Parser): Expression {
  const main = advance(p);
  const name = nameAt(p, main);
  return { kind: 'identifier', start: name.start, end: name.end, main, name };
}

/** `label: { … }`, `label: switch …`, `label: for …`; before anything else the name is only a name. */
function parseLabeled(p: Parser): Expression {
  const after = peekAt(p, 2);
  if (after === Tok['{']) return parseBlock(p, takeLabel(p)) ?? fail(p, 'a block');
  if (after === Tok.switch) return parseSwitch(p, takeLabel(p));
  return parseLabeledLoop(p, expectType) ?? parseIdentifier(p);
}

function parseNumber(p: Parser): Expression {
  const main = advance(p);
  return { kind: 'numberLiteral', start: startOf(p, main), end: endOf(p, main), main, text: tokenText(p, main) };
}

function parseChar(p: Parser): Expression {
  const main = advance(p);
  const start = startOf(p, main);
  const end = endOf(p, main);
  return { kind: 'charLiteral', start, end, main, text: p.text.slice(start + 1, end - 1) };
}

/** The string literal at the next token, which must be one. */
export function parseString(p: Parser): Extract<Expression, { kind: 'stringLiteral' }> {
  const main = advance(p);
  const start = startOf(p, main);
  const end = endOf(p, main);
  return { kind: 'stringLiteral', start, end, main, multiline: false, text: p.text.slice(start + 1, end - 1) };
}

function parseMultilineString(p: Parser): Expression {
  const main = p.token;
  let text = '';
  let last = main;
  while (peek(p) === Tok.multilineLine) {
    last = advance(p);
    text += `${last === main ? '' : '\n'}${p.text.slice(startOf(p, last) + 2, endOf(p, last))}`;
  }
  return { kind: 'stringLiteral', start: startOf(p, main), end: endOf(p, last), main, multiline: true, text };
}

function parseUnreachable(p: Parser): Expression {
  const main = advance(p);
  return { kind: 'unreachable', start: startOf(p, main), end: endOf(p, main), main };
}

/** `.name`, `.{ … }`. */
function parseDot(p: Parser): Expression | undefined {
  const after = peekAt(p, 1);
  if (after === Tok['{']) return parseAnonymousInitializer(p);
  if (after !== Tok.identifier) return undefined;
  const start = here(p);
  advance(p);
  const main = advance(p);
  const name = nameAt(p, main);
  return { kind: 'enumLiteral', start, end: name.end, main, name };
}

function parseBuiltinCall(p: Parser): Expression {
  const start = here(p);
  const main = advance(p);
  const name = p.text.slice(start + 1, endOf(p, main));
  if (peek(p) !== Tok['(']) {
    warn(p, 'a parameter list');
    return { kind: 'builtinCall', start, end: endOf(p, main), main, name, args: [] };
  }
  advance(p);
  const args = parseArguments(p);
  return { kind: 'builtinCall', start, end: endOf(p, p.token - 1), main, name, args };
}

function parseGroup(p: Parser): Expression {
  const main = advance(p);
  const child = expectExpression(p);
  const close = expect(p, Tok[')']);
  return { kind: 'grouped', start: startOf(p, main), end: endOf(p, close), main, child };
}

function parseComptimeType(p: Parser): Expression {
  const start = here(p);
  const main = advance(p);
  const child = expectType(p);
  return { kind: 'comptime', start, end: child.end, main, child };
}
