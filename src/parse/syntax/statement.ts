/** Statements (`std.zig.Parse.expectStatement`). */
import type { Expression, Statement, VarDecl } from './ast.js';
import { parseBlock } from './block.js';
import { parsePayload } from './captures.js';
import { expectAssignExpression, expectExpression, finishAssign, parseExpression } from './expression.js';
import { parseForStatement } from './for.js';
import { parseIfStatement } from './if.js';
import type { Parser } from './parser.js';
import {
  advance,
  BRANCH_DEPTH,
  eat,
  endOf,
  enter,
  expect,
  fail,
  here,
  leave,
  peek,
  peekAt,
  startOf,
  warn,
} from './parser.js';
import { parseBlockExpression, takeLabel } from './primary.js';
import { errorNode, parseOr, skipToNextStatement } from './recovery.js';
import { noteSpelling } from './spellings.js';
import { parseSwitch } from './switch.js';
import { Tok } from './token-kinds.js';
import type { Draft } from './variable.js';
import { eatInitialEqual, localPrefix, parseVariableHead, setValue, startsVariable } from './variable.js';
import { parseWhileStatement } from './while.js';

/** In the `else` of a statement no variable can be declared and nothing deferred. */
export function expectStatement(p: Parser, isBlockLevel: true): Statement;
export function expectStatement(p: Parser, isBlockLevel: false): Expression;
export function expectStatement(p: Parser, isBlockLevel: boolean): Statement {
  enter(p, BRANCH_DEPTH);
  const statement = parseKeywordStatement(p, isBlockLevel) ?? parseLabeled(p) ?? parsePlain(p, isBlockLevel);
  leave(p, BRANCH_DEPTH);
  return statement;
}

function parsePlain(p: Parser, isBlockLevel: boolean): Statement {
  if (isBlockLevel) return parseVariableOrExpression(p, undefined);
  const expression = expectAssignExpression(p);
  expectSemicolon(p);
  return expression;
}

function parseKeywordStatement(p: Parser, isBlockLevel: boolean): Statement | undefined {
  switch (peek(p)) {
    case Tok.if:
      return parseIfStatement(p);
    case Tok.comptime:
      return parseComptime(p, isBlockLevel);
    case Tok.defer:
      return isBlockLevel ? parseDefer(p) : undefined;
    case Tok.errdefer:
      return isBlockLevel ? parseErrdefer(p) : undefined;
    case Tok.nosuspend:
      return parseNosuspend(p);
    case Tok.suspend:
      return parseSuspend(p);
    default:
      return undefined;
  }
}

function expectSemicolon(p: Parser): void {
  if (!eat(p, Tok[';'])) warn(p, "';' after the statement");
}

// ---------------------------------------------------------------- statements that begin with a keyword

function parseComptime(p: Parser, isBlockLevel: boolean): Statement {
  const main = advance(p);
  const block = parseBlockExpression(p);
  if (block !== undefined) return buildComptime(p, main, block);
  if (isBlockLevel) return parseVariableOrExpression(p, main);
  const expression = expectAssignExpression(p);
  expectSemicolon(p);
  return expression.kind === 'assignDestructure' ? expression : buildComptime(p, main, expression);
}

function buildComptime(p: Parser, main: number, child: Expression): Expression {
  return { kind: 'comptime', start: startOf(p, main), end: child.end, main, child };
}

function parseDefer(p: Parser): Statement {
  const start = here(p);
  const main = advance(p);
  const body = expectBlockStatement(p);
  return { kind: 'defer', start, end: body.end, main, body };
}

function parseErrdefer(p: Parser): Statement {
  const start = here(p);
  const main = advance(p);
  const capture = parsePayload(p);
  const body = expectBlockStatement(p);
  return { kind: 'errdefer', start, end: body.end, main, capture, body };
}

function parseNosuspend(p: Parser): Statement {
  const start = here(p);
  const main = advance(p);
  const child = expectBlockStatement(p);
  return { kind: 'nosuspend', start, end: child.end, main, child };
}

/** `suspend { … }`, and the `suspend;` of old Zig. */
function parseSuspend(p: Parser): Statement {
  const start = here(p);
  const main = advance(p);
  if (eat(p, Tok[';'])) {
    noteSpelling(p, 'bareSuspend', main);
    return { kind: 'suspend', start, end: endOf(p, main), main, child: undefined };
  }
  const child = expectBlockStatement(p);
  return { kind: 'suspend', start, end: child.end, main, child };
}

/** A block, or an assignment with its semicolon. */
function expectBlockStatement(p: Parser): Expression {
  const block = parseBlockExpression(p);
  if (block !== undefined) return block;
  const expression = parseExpression(p) ?? fail(p, 'a block or an expression');
  const statement = finishAssign(p, expression);
  expectSemicolon(p);
  return statement;
}

// ---------------------------------------------------------------- blocks, loops, switches

/** A block, loop or switch standing as a statement, with or without a label; undefined where something else stands. */
function parseLabeled(p: Parser): Statement | undefined {
  const hasLabel = peek(p) === Tok.identifier && peekAt(p, 1) === Tok[':'];
  const first = p.token;
  const label = hasLabel ? takeLabel(p) : undefined;
  switch (peek(p)) {
    case Tok['{']:
      return parseBlock(p, label);
    case Tok.switch:
      return parseSwitch(p, label);
    case Tok.for:
      return parseForStatement(p, { label, isInline: false, first });
    case Tok.while:
      return parseWhileStatement(p, { label, isInline: false, first });
    case Tok.inline:
      advance(p);
      if (peek(p) === Tok.for) return parseForStatement(p, { label, isInline: true, first });
      if (peek(p) === Tok.while) return parseWhileStatement(p, { label, isInline: true, first });
      return fail(p, "'while' or 'for'");
    default:
      return hasLabel ? fail(p, "'while', 'for', 'inline', 'switch' or '{' after the label") : undefined;
  }
}

// ---------------------------------------------------------------- variables, assignments, expressions

/** `const a = 1;`, `a = 1;`, `const a, b.c = f();`, `f();`, each perhaps after `comptime`. */
function parseVariableOrExpression(p: Parser, comptimeToken: number | undefined): Statement {
  const first = parseTarget(p, comptimeToken, 'a statement');
  if (peek(p) === Tok[',']) return parseDestructure(p, first, comptimeToken);
  if (first.kind === 'varDecl') return finishVariable(p, first);
  const expression = finishAssign(p, first);
  expectSemicolon(p);
  return comptimeToken === undefined ? expression : buildComptime(p, comptimeToken, expression);
}

function finishVariable(p: Parser, variable: Draft<VarDecl>): VarDecl {
  if (!eatInitialEqual(p)) fail(p, "'='");
  setValue(variable, parseOr(p, expectExpression, skipValue));
  // An unreadable value was skipped with its semicolon; the name is declared all the same.
  if (variable.value?.kind !== 'error') expectSemicolon(p);
  return variable;
}

function skipValue(p: Parser, first: number): Expression {
  skipToNextStatement(p, p.construct);
  return errorNode(p, first);
}

function parseTarget(p: Parser, comptimeToken: number | undefined, expected: string): Draft<VarDecl> | Expression {
  if (startsVariable(p)) {
    return parseVariableHead(p, localPrefix(comptimeToken ?? p.token, comptimeToken !== undefined));
  }
  return parseExpression(p) ?? fail(p, expected);
}

function parseDestructure(p: Parser, first: Draft<VarDecl> | Expression, comptimeToken: number | undefined): Statement {
  // `comptime` is the whole statement's.
  if (first.kind === 'varDecl') first.isComptime = false;
  const targets: (VarDecl | Expression)[] = [first];
  while (eat(p, Tok[','])) targets.push(parseTarget(p, undefined, 'an expression or a variable declaration'));
  const main = p.token;
  noteSpelling(p, 'destructuring', main);
  if (!eatInitialEqual(p)) expect(p, Tok['=']);
  const value = expectExpression(p);
  expectSemicolon(p);
  const isComptime = comptimeToken !== undefined;
  return { kind: 'assignDestructure', start: first.start, end: value.end, main, isComptime, targets, value };
}
