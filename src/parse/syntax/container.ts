/** `struct`, `enum`, `union` and `opaque`, with layout, tag and backing type. */
import type { ContainerDecl, ContainerKeyword, Expression } from './ast.js';
import { expectExpression } from './expression.js';
import { parseMembers } from './members.js';
import type { Parser } from './parser.js';
import { advance, eat, expect, fail, here, kindAt, peek, previousEnd, warn } from './parser.js';
import { startsMember } from './recovery.js';
import { Tok } from './token-kinds.js';

interface ContainerHead {
  readonly keyword: ContainerKeyword;
  readonly taggedByEnum: boolean;
  readonly argument: Expression | undefined;
}

/** The next token is the layout or the keyword. */
export function parseContainer(p: Parser): ContainerDecl {
  const start = here(p);
  const layout = parseLayout(p);
  const main = p.token;
  const { keyword, taggedByEnum, argument } = parseHead(p);
  const members = parseMembers(p, takeOpeningBrace(p));
  return {
    kind: 'containerDecl',
    start,
    end: previousEnd(p),
    main,
    keyword,
    layout,
    taggedByEnum,
    argument,
    members,
  };
}

/** The opening brace. One that is forgotten before what can only be a member is noted, and the last token stands for it. */
function takeOpeningBrace(p: Parser): number {
  const isForgotten = peek(p) !== Tok['{'] && startsMember(p);
  if (!isForgotten) return expect(p, Tok['{']);
  warn(p, "'{'");
  return p.token - 1;
}

function parseLayout(p: Parser): ContainerDecl['layout'] {
  if (eat(p, Tok.extern)) return 'extern';
  return eat(p, Tok.packed) ? 'packed' : 'auto';
}

function parseHead(p: Parser): ContainerHead {
  switch (peek(p)) {
    case Tok.struct:
      advance(p);
      return { keyword: 'struct', taggedByEnum: false, argument: parseArgument(p) };
    case Tok.enum:
      advance(p);
      return { keyword: 'enum', taggedByEnum: false, argument: parseArgument(p) };
    case Tok.opaque:
      advance(p);
      return { keyword: 'opaque', taggedByEnum: false, argument: undefined };
    case Tok.union:
      advance(p);
      return parseUnionHead(p);
    default:
      return fail(p, 'a struct, enum, union or opaque');
  }
}

/** `(T)`. */
function parseArgument(p: Parser): Expression | undefined {
  if (!eat(p, Tok['('])) return undefined;
  const argument = expectExpression(p);
  expect(p, Tok[')']);
  return argument;
}

/** `union`, `union(T)`, `union(enum)`, `union(enum(T))`. */
function parseUnionHead(p: Parser): ContainerHead {
  const opening = p.token;
  const taggedByEnum = peek(p) === Tok['('] && kindAt(p, opening + 1) === Tok.enum;
  if (!taggedByEnum) return { keyword: 'union', taggedByEnum, argument: parseArgument(p) };
  advance(p);
  advance(p);
  const argument = parseArgument(p);
  expect(p, Tok[')']);
  return { keyword: 'union', taggedByEnum, argument };
}
