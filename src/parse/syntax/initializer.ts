/** Initialisers: `T{ … }`, `.{ … }`, with fields, with elements, or empty. */
import type { Expression, FieldInit } from './ast.js';
import { expectExpression } from './expression.js';
import type { Parser } from './parser.js';
import { advance, eat, fail, here, nameAt, peek, peekAt, previousEnd } from './parser.js';
import { expectSeparator } from './suffix.js';
import { Tok } from './token-kinds.js';
import { parseType } from './type.js';

/** A type expression, and the initialiser that may follow it. */
export function parseInitialized(p: Parser): Expression | undefined {
  const type = parseType(p);
  if (type === undefined || peek(p) !== Tok['{']) return type;
  return parseInitializer(p, type.start, type);
}

/** `.{ … }`; the next token is the period. */
export function parseAnonymousInitializer(p: Parser): Expression {
  const start = here(p);
  advance(p);
  return parseInitializer(p, start, undefined);
}

function parseInitializer(p: Parser, start: number, type: Expression | undefined): Expression {
  const main = advance(p);
  if (startsField(p)) {
    const fields = parseFields(p);
    return { kind: 'structInit', start, end: previousEnd(p), main, type, fields };
  }
  const elements = parseElements(p);
  const end = previousEnd(p);
  if (elements.length === 0) return { kind: 'structInit', start, end, main, type, fields: [] };
  return { kind: 'arrayInit', start, end, main, type, elements };
}

function startsField(p: Parser): boolean {
  return peek(p) === Tok['.'] && peekAt(p, 1) === Tok.identifier && peekAt(p, 2) === Tok['='];
}

function parseFields(p: Parser): readonly FieldInit[] {
  const fields: FieldInit[] = [];
  do {
    if (!startsField(p)) fail(p, "a field initializer ('.name = value')");
    fields.push(parseField(p));
    if (eat(p, Tok[','])) continue;
    if (peek(p) !== Tok['}']) expectSeparator(p, Tok['}'], "',' after the initializer");
  } while (!eat(p, Tok['}']));
  return fields;
}

function parseField(p: Parser): FieldInit {
  const start = here(p);
  advance(p);
  const name = nameAt(p, advance(p));
  advance(p);
  const value = expectExpression(p);
  return { start, end: value.end, name, value };
}

function parseElements(p: Parser): readonly Expression[] {
  const elements: Expression[] = [];
  while (!eat(p, Tok['}'])) {
    elements.push(expectExpression(p));
    if (eat(p, Tok[','])) continue;
    if (peek(p) !== Tok['}']) expectSeparator(p, Tok['}'], "',' after the initializer");
  }
  return elements;
}
