/** `[N]T`, `[N:s]T`, `[_]T`, and the slices `[]T`, `[:s]T`. */
import type { Expression } from './ast.js';
import { expectExpression, parseExpression } from './expression.js';
import type { Parser } from './parser.js';
import { advance, eat, expect, fail, here, peek } from './parser.js';
import { finishPointerType } from './pointer-type.js';
import { Tok } from './token-kinds.js';
import { expectType } from './type.js';

export function parseArrayOrSliceType(p: Parser): Expression {
  const start = here(p);
  const main = advance(p);
  const length = parseExpression(p);
  const sentinel = eat(p, Tok[':']) ? expectExpression(p) : undefined;
  expect(p, Tok[']']);
  if (length === undefined) return finishPointerType(p, main, 'slice', sentinel);
  refuseModifiers(p);
  const child = expectType(p);
  const isInferred = length.kind === 'identifier' && length.name.text === '_' && !length.name.quoted;
  return {
    kind: 'arrayType',
    start,
    end: child.end,
    main,
    length: isInferred ? undefined : length,
    sentinel,
    child,
  };
}

function refuseModifiers(p: Parser): void {
  switch (peek(p)) {
    case Tok.align:
    case Tok.const:
    case Tok.volatile:
    case Tok.allowzero:
    case Tok.addrspace:
      fail(p, 'a type without pointer modifiers (they are not allowed on the child of an array)');
      break;
    default:
  }
}
