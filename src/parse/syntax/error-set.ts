/** `error.Name` and `error{ A, B }`. */
import type { Expression, Name } from './ast.js';
import { takeDocs } from './docs.js';
import type { Parser } from './parser.js';
import { advance, eat, expect, expectName, here, peek, peekAt, previousEnd } from './parser.js';
import { expectSeparator } from './suffix.js';
import { Tok } from './token-kinds.js';

export function parseErrorAtom(p: Parser): Expression {
  const start = here(p);
  if (peekAt(p, 1) === Tok['{']) return parseErrorSet(p);
  const main = advance(p);
  expect(p, Tok['.']);
  const name = expectName(p);
  return { kind: 'errorValue', start, end: name.end, main, name };
}

function parseErrorSet(p: Parser): Expression {
  const start = here(p);
  const main = advance(p);
  advance(p);
  const names: Name[] = [];
  while (!eat(p, Tok['}'])) {
    takeDocs(p);
    names.push(expectName(p));
    if (eat(p, Tok[','])) continue;
    if (peek(p) !== Tok['}']) expectSeparator(p, Tok['}'], "',' after the error name");
  }
  return { kind: 'errorSetDecl', start, end: previousEnd(p), main, names };
}
