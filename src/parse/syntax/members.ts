/**
 * The members of a container or of the file. A member that cannot be parsed becomes an error node, and the container goes on after it.
 */
import type { ComptimeDecl, ContainerField, Member, StringLiteral, TestDecl, UsingNamespace } from './ast.js';
import { parseString } from './atom.js';
import { parseBlock } from './block.js';
import { expectExpression } from './expression.js';
import type { DeclPrefix } from './function.js';
import { parseFunction } from './function.js';
import type { Parser } from './parser.js';
import {
  advance,
  eat,
  fail,
  here,
  isWord,
  nameAt,
  PARSE_FAILURE,
  peek,
  peekAt,
  previousEnd,
  startOf,
  warn,
} from './parser.js';
import { errorNode, skipToNextMember } from './recovery.js';
import { Tok } from './token-kinds.js';
import { expectType, parseKeywordArgument } from './type.js';
import { parseGlobalVariable, startsVariable } from './variable.js';

/** All members up to the closing brace or the end of the file, which is left. */
export function parseMembers(p: Parser): readonly Member[] {
  const members: Member[] = [];
  while (peek(p) !== Tok['}'] && peek(p) !== Tok.endOfFile) {
    const { token, depth } = p;
    try {
      members.push(parseMember(p));
    } catch (failure) {
      if (failure !== PARSE_FAILURE) throw failure;
      p.depth = depth;
      skipToNextMember(p);
      if (p.token === token) advance(p);
      members.push(errorNode(p, token));
    }
  }
  return members;
}

function parseMember(p: Parser): Member {
  switch (peek(p)) {
    case Tok.test:
      return parseTest(p);
    case Tok.comptime:
      return peekAt(p, 1) === Tok['{'] ? parseComptime(p) : parseField(p);
    case Tok.pub:
    case Tok.const:
    case Tok.var:
    case Tok.threadlocal:
    case Tok.export:
    case Tok.noinline:
    case Tok.fn:
      return parseDeclaration(p);
    case Tok.extern:
      return startsContainer(peekAt(p, 1)) ? parseField(p) : parseDeclaration(p);
    case Tok.inline:
      return peekAt(p, 1) === Tok.for || peekAt(p, 1) === Tok.while ? parseField(p) : parseDeclaration(p);
    case Tok.identifier:
      return startsUsingNamespace(p) ? parseUsingNamespace(p, p.token) : parseField(p);
    default:
      return parseField(p);
  }
}

function startsContainer(kind: Tok): boolean {
  return kind === Tok.struct || kind === Tok.union || kind === Tok.enum || kind === Tok.opaque;
}

// ---------------------------------------------------------------- tests, comptime blocks

/** `test "label" { … }`, `test name { … }`, `test { … }`. */
function parseTest(p: Parser): TestDecl {
  const start = here(p);
  const main = advance(p);
  const label = peek(p) === Tok.string ? parseString(p) : undefined;
  const decl = label === undefined && peek(p) === Tok.identifier ? nameAt(p, advance(p)) : undefined;
  const body = parseBlock(p, undefined) ?? fail(p, 'a block');
  return { kind: 'testDecl', start, end: body.end, main, label, decl, body };
}

function parseComptime(p: Parser): ComptimeDecl {
  const start = here(p);
  const main = advance(p);
  const body = parseBlock(p, undefined) ?? fail(p, 'a block');
  return { kind: 'comptimeDecl', start, end: body.end, main, body };
}

// ---------------------------------------------------------------- declarations

function parseDeclaration(p: Parser): Member {
  const first = p.token;
  const isPub = eat(p, Tok.pub);
  if (isPub && isWord(p, 'usingnamespace')) return parseUsingNamespace(p, first);
  const prefix = parsePrefix(p, first, isPub);
  if (peek(p) === Tok.fn) return parseFunction(p, prefix);
  if (prefix.inline !== undefined) fail(p, 'a function');
  const isThreadlocal = eat(p, Tok.threadlocal);
  if (startsVariable(p)) return parseGlobalVariable(p, { ...prefix, isThreadlocal, isComptime: false });
  if (isThreadlocal) fail(p, 'a variable declaration');
  return fail(p, isPub ? "a function or variable declaration after 'pub'" : 'a variable declaration or function');
}

function parsePrefix(p: Parser, first: number, isPub: boolean): DeclPrefix {
  const isExport = eat(p, Tok.export);
  const isExtern = !isExport && eat(p, Tok.extern);
  const lib: StringLiteral | undefined = isExtern && peek(p) === Tok.string ? parseString(p) : undefined;
  const inline = isExport || isExtern ? undefined : parseInline(p);
  return { first, isPub, isExport, isExtern, lib, inline };
}

function parseInline(p: Parser): DeclPrefix['inline'] {
  if (eat(p, Tok.inline)) return 'inline';
  return eat(p, Tok.noinline) ? 'noinline' : undefined;
}

/** `usingnamespace`, a keyword up to 0.14 and a name since: it is the keyword where an operand follows that no field could have. */
function startsUsingNamespace(p: Parser): boolean {
  if (!isWord(p, 'usingnamespace')) return false;
  switch (peekAt(p, 1)) {
    case Tok.identifier:
    case Tok.builtin:
    case Tok['(']:
    case Tok.if:
    case Tok.switch:
    case Tok.struct:
    case Tok.enum:
    case Tok.union:
    case Tok.opaque:
    case Tok.extern:
    case Tok.packed:
      return true;
    default:
      return false;
  }
}

function parseUsingNamespace(p: Parser, first: number): UsingNamespace {
  const main = advance(p);
  const value = expectExpression(p);
  if (!eat(p, Tok[';'])) fail(p, "';' after the declaration");
  const start = startOf(p, first);
  return { kind: 'usingNamespace', start, end: value.end, main, isPub: first !== main, value };
}

// ---------------------------------------------------------------- fields

/** `name: T align(a) = value`, with its comma. */
function parseField(p: Parser): ContainerField {
  const start = here(p);
  const isComptime = eat(p, Tok.comptime);
  const main = p.token;
  const hasName = peek(p) === Tok.identifier && peekAt(p, 1) === Tok[':'];
  const name = hasName ? nameAt(p, advance(p)) : undefined;
  if (hasName) advance(p);
  const type = expectType(p);
  const align = parseKeywordArgument(p, Tok.align, expectExpression);
  const value = eat(p, Tok['=']) ? expectExpression(p) : undefined;
  const end = value?.end ?? previousEnd(p);
  if (!eat(p, Tok[',']) && peek(p) !== Tok['}'] && peek(p) !== Tok.endOfFile) {
    warn(p, "',' after the field");
    skipToNextMember(p);
  }
  return { kind: 'containerField', start, end, main, isComptime, name, type, align, value };
}
