/** Functions: types, prototypes, declarations, parameters. */
import type { Expression, FnDecl, FnProto, Name, Param, StringLiteral } from './ast.js';
import { parseBlock, parseBlockBody } from './block.js';
import { takeDocs } from './docs.js';
import { expectExpression } from './expression.js';
import { startsUnopenedBody } from './layout.js';
import type { Parser } from './parser.js';
import {
  advance,
  EXPRESSION_DEPTH,
  eat,
  endOf,
  enter,
  fail,
  here,
  leave,
  nameAt,
  PARSE_FAILURE,
  peek,
  peekAt,
  previousEnd,
  startOf,
  warn,
  warnAt,
} from './parser.js';
import { errorNode, parseOr, skipOnLine, skipToNextArgument } from './recovery.js';
import { kindName, Tok } from './token-kinds.js';
import { expectType, parseKeywordArgument, parseType } from './type.js';

/** What stands before `fn`, `const` or `var` in a container. */
export interface DeclPrefix {
  /** The first token of the declaration. */
  readonly first: number;
  readonly isPub: boolean;
  readonly isExport: boolean;
  readonly isExtern: boolean;
  readonly lib: StringLiteral | undefined;
  readonly inline: 'inline' | 'noinline' | undefined;
}

/** `fn (…) T` as an expression. */
export function parseFnType(p: Parser): FnProto {
  return parseProto(p, p.token);
}

/** A function with a body, or a prototype with a semicolon. */
export function parseFunction(p: Parser, prefix: DeclPrefix): FnDecl {
  const proto = parseProto(p, prefix.first);
  const next = peek(p);
  if (next === Tok[';']) {
    advance(p);
    return buildFunction(prefix, proto, undefined);
  }
  if (next !== Tok['{']) {
    warn(p, "';' or a block after the function prototype");
    if (startsUnopenedBody(p)) return buildFunction(prefix, proto, parseBlockBody(p, p.token - 1, undefined));
    skipOnLine(p, Tok['{']);
  }
  if (prefix.isExtern && next === Tok['{']) warnAt(p, p.token, "'{'", "';' (extern functions have no body)");
  return buildFunction(prefix, proto, parseBlock(p, undefined));
}

function buildFunction(prefix: DeclPrefix, proto: FnProto, body: FnDecl['body']): FnDecl {
  return {
    kind: 'fnDecl',
    start: proto.start,
    end: (body ?? proto).end,
    main: proto.main,
    isPub: prefix.isPub,
    isExport: prefix.isExport,
    isExtern: prefix.isExtern,
    lib: prefix.lib,
    inline: prefix.inline,
    proto,
    body,
  };
}

/** The next token is `fn`; `first` is where the node begins (its modifiers belong to it). */
function parseProto(p: Parser, first: number): FnProto {
  const main = advance(p);
  const name = peek(p) === Tok.identifier ? nameAt(p, advance(p)) : undefined;
  const { params, varargs } = parseParams(p);
  const align = parseKeywordArgument(p, Tok.align, expectExpression);
  const addrspace = parseKeywordArgument(p, Tok.addrspace, expectExpression);
  const section = parseKeywordArgument(p, Tok.linksection, expectExpression);
  const callconv = parseKeywordArgument(p, Tok.callconv, expectExpression);
  const inferredErrors = eat(p, Tok['!']);
  enter(p, EXPRESSION_DEPTH);
  const returnType = parseType(p);
  leave(p, EXPRESSION_DEPTH);
  if (returnType === undefined) warn(p, 'a return type');
  return {
    kind: 'fnProto',
    start: startOf(p, first),
    end: returnType?.end ?? previousEnd(p),
    main,
    name,
    params,
    varargs,
    align,
    addrspace,
    section,
    callconv,
    inferredErrors,
    returnType,
  };
}

interface Params {
  readonly params: readonly Param[];
  readonly varargs: boolean;
}

function parseParams(p: Parser): Params {
  if (peek(p) !== Tok['(']) {
    warn(p, kindName(Tok['(']));
    if (!skipOnLine(p, Tok['('])) throw PARSE_FAILURE;
  }
  advance(p);
  const params: Param[] = [];
  let varargs = false;
  while (!eat(p, Tok[')'])) {
    if (varargs) warn(p, "')' (no parameter follows '...')");
    takeDocs(p);
    if (eat(p, Tok['...'])) varargs = true;
    else params.push(parseOr(p, parseParam, skipParam));
    if (eat(p, Tok[','])) continue;
    if (eat(p, Tok[')'])) break;
    expectParamSeparator(p);
  }
  return { params, varargs };
}

function expectParamSeparator(p: Parser): void {
  switch (peek(p)) {
    case Tok[':']:
    case Tok['}']:
    case Tok[']']:
    case Tok[';']:
    case Tok.endOfFile:
      fail(p, "')'");
      break;
    default:
      warn(p, "',' after the parameter");
  }
}

function parseParam(p: Parser): Param {
  const start = here(p);
  const isNoalias = eat(p, Tok.noalias);
  const isComptime = !isNoalias && eat(p, Tok.comptime);
  const name = parseParamName(p);
  const anytype = p.token;
  const type: Expression | undefined = eat(p, Tok.anytype) ? undefined : expectType(p);
  return { start, end: type?.end ?? endOf(p, anytype), name, isComptime, isNoalias, type };
}

/** An unreadable parameter: what stands there up to the comma or the closing parenthesis. */
function skipParam(p: Parser, first: number): Param {
  skipToNextArgument(p, first);
  if (peek(p) !== Tok[','] && peek(p) !== Tok[')']) throw PARSE_FAILURE;
  const type = errorNode(p, first);
  return { start: type.start, end: type.end, name: undefined, isComptime: false, isNoalias: false, type };
}

function parseParamName(p: Parser): Name | undefined {
  if (peek(p) !== Tok.identifier || peekAt(p, 1) !== Tok[':']) return undefined;
  const name = nameAt(p, advance(p));
  advance(p);
  return name;
}
