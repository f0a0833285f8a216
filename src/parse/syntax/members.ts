/**
 * The members of a container or of the file. A member that cannot be parsed becomes an error node, and the container goes on after it.
 */
import type { ComptimeDecl, ContainerField, Member, StringLiteral, TestDecl, UsingNamespace } from './ast.js';
import { parseString } from './atom.js';
import { parseBlock } from './block.js';
import { refuseDocs, takeContainerDocs, takeDocs } from './docs.js';
import { expectExpression } from './expression.js';
import type { DeclPrefix } from './function.js';
import { parseFunction } from './function.js';
import { endsBraces, enterMember, takeClosingBrace } from './layout.js';
import type { Parser } from './parser.js';
import {
  advance,
  describe,
  EXPRESSION_DEPTH,
  eat,
  enter,
  fail,
  here,
  isWord,
  leave,
  nameAt,
  peek,
  peekAt,
  previousEnd,
  startOf,
  warn,
  warnAt,
} from './parser.js';
import { errorNode, parseOr, skipToNextMember, startsDeclaration, startsMember } from './recovery.js';
import { noteSpelling } from './spellings.js';
import { Tok } from './token-kinds.js';
import { expectType, parseKeywordArgument } from './type.js';
import { endDeclaration, parseGlobalVariable, startsVariable } from './variable.js';

/** The members of the file, up to its end or to a brace that closes nothing. */
export function parseFileMembers(p: Parser, members: Member[]): void {
  takeContainerDocs(p);
  while (peek(p) !== Tok['}'] && peek(p) !== Tok.endOfFile) addMember(p, members);
}

/** The members between the braces that token `opening` opened; the closing one is taken. */
export function parseMembers(p: Parser, opening: number): readonly Member[] {
  enter(p, EXPRESSION_DEPTH);
  const members: Member[] = [];
  takeContainerDocs(p);
  const { construct, memberIndent } = p;
  while (!endsBraces(p, opening, construct, memberIndent)) addMember(p, members);
  p.memberIndent = memberIndent;
  takeClosingBrace(p, opening, construct);
  p.construct = construct;
  leave(p, EXPRESSION_DEPTH);
  checkFieldOrder(p, members);
  return members;
}

function addMember(p: Parser, members: Member[]): void {
  const last = members.at(-1);
  const follows = last?.kind === 'error' && !startsDeclaration(p) ? last : undefined;
  const faultCount = p.faults.length;
  const member = parseMemberOrError(p);
  if (follows !== undefined && p.faults.length > faultCount) {
    // What follows an unreadable stretch and is unreadable too belongs to it, and is no fault of its own.
    p.faults.length = faultCount;
    members[members.length - 1] = { ...follows, end: Math.max(member.end, previousEnd(p)) };
  } else {
    members.push(member);
  }
}

function parseMemberOrError(p: Parser): Member {
  enterMember(p);
  return parseOr(p, parseMember, skipMember);
}

function skipMember(p: Parser, first: number): Member {
  skipToNextMember(p, first);
  if (p.token === first) advance(p);
  return errorNode(p, first);
}

/** Fields stand together: a declaration between two of them is a fault. */
export function checkFieldOrder(p: Parser, members: readonly Member[]): void {
  const first = members.findIndex(isField);
  const last = members.findLastIndex(isField);
  for (let index = first + 1; index < last; index++) {
    const member = members[index] as Member;
    if (isField(member) || member.kind === 'error') continue;
    const found = describe(p, member.main);
    warnAt(p, member.main, found, 'a field (declarations are not allowed between container fields)');
    return;
  }
}

function isField(member: Member): boolean {
  return member.kind === 'containerField';
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
      return startsUsingNamespace(p) ? parseDeclaration(p) : parseField(p);
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
  refuseDocs(p, 'tests');
  const start = here(p);
  const main = advance(p);
  const label = peek(p) === Tok.string ? parseString(p) : undefined;
  const decl = label === undefined && peek(p) === Tok.identifier ? nameAt(p, advance(p)) : undefined;
  const body = parseBlock(p, undefined) ?? fail(p, 'a block');
  return { kind: 'testDecl', start, end: body.end, main, label, decl, body };
}

function parseComptime(p: Parser): ComptimeDecl {
  refuseDocs(p, 'comptime blocks');
  const start = here(p);
  const main = advance(p);
  const body = parseBlock(p, undefined) ?? fail(p, 'a block');
  return { kind: 'comptimeDecl', start, end: body.end, main, body };
}

// ---------------------------------------------------------------- declarations

function parseDeclaration(p: Parser): Member {
  takeDocs(p);
  const first = p.token;
  const isPub = eat(p, Tok.pub);
  if (isWord(p, 'usingnamespace')) return parseUsingNamespace(p, first);
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
  noteSpelling(p, 'usingNamespace', main);
  const value = expectExpression(p);
  endDeclaration(p, first);
  const start = startOf(p, first);
  return { kind: 'usingNamespace', start, end: value.end, main, isPub: first !== main, value };
}

// ---------------------------------------------------------------- fields

/** `name: T align(a) = value`, with its comma. */
function parseField(p: Parser): ContainerField {
  takeDocs(p);
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
    // Without a name it is no field, but something that does not belong here.
    if (name === undefined) fail(p, "',' after the field");
    warn(p, "',' after the field");
    if (!startsMember(p)) skipToNextMember(p, p.token);
  }
  return { kind: 'containerField', start, end, main, isComptime, name, type, align, value };
}
