/** Primary expressions: those that begin with a keyword or a label and reach as far as they can, blocks, and `T{ … }`. */
import { parseAsm } from './asm.js';
import type { Block, Expression, Name } from './ast.js';
import { parseBlock } from './block.js';
import { expectExpression, parseExpression } from './expression.js';
import { parseFor } from './for.js';
import { parseIf } from './if.js';
import { parseInitialized } from './initializer.js';
import type { Parser } from './parser.js';
import { advance, endOf, fail, here, nameAt, peek, peekAt } from './parser.js';
import { noteSpelling } from './spellings.js';
import { Tok } from './token-kinds.js';
import { parseWhile } from './while.js';

export function parsePrimary(p: Parser): Expression | undefined {
  switch (peek(p)) {
    case Tok.identifier:
      return peekAt(p, 1) === Tok[':']
        ? (parseLabeledLoop(p, expectExpression) ?? parseInitialized(p))
        : parseInitialized(p);
    case Tok.if:
      return parseIf(p, expectExpression);
    case Tok.return:
      return parseReturn(p);
    case Tok.break:
      return parseJump(p, 'break');
    case Tok.continue:
      return parseJump(p, 'continue');
    case Tok['{']:
      return parseBlock(p, undefined);
    case Tok.asm:
      return parseAsm(p);
    case Tok.comptime:
      return parseWrapped(p, 'comptime');
    case Tok.nosuspend:
      return parseWrapped(p, 'nosuspend');
    case Tok.resume:
      return parseWrapped(p, 'resume');
    case Tok.inline:
    case Tok.for:
    case Tok.while:
      return parseLoop(p, undefined, expectExpression);
    default:
      return parseInitialized(p);
  }
}

function parseReturn(p: Parser): Expression {
  const start = here(p);
  const main = advance(p);
  const value = parseExpression(p);
  return { kind: 'return', start, end: value === undefined ? endOf(p, main) : value.end, main, value };
}

/** `break :label value`, `continue :label value`. */
function parseJump(p: Parser, kind: 'break' | 'continue'): Expression {
  const start = here(p);
  const main = advance(p);
  const label = parseBreakLabel(p);
  const value = parseExpression(p);
  if (kind === 'continue' && value !== undefined) noteSpelling(p, 'continueValue', main);
  const end = value?.end ?? label?.end ?? endOf(p, main);
  return { kind, start, end, main, label, value };
}

function parseBreakLabel(p: Parser): Name | undefined {
  if (peek(p) !== Tok[':'] || peekAt(p, 1) !== Tok.identifier) return undefined;
  advance(p);
  return nameAt(p, advance(p));
}

function parseWrapped(p: Parser, kind: 'comptime' | 'nosuspend' | 'resume'): Expression {
  const start = here(p);
  const main = advance(p);
  const child = expectExpression(p);
  return { kind, start, end: child.end, main, child };
}

// ---------------------------------------------------------------- labels and loops

/** Parses the body of a loop: an expression, or, in a type, a type expression. */
export type BodyParser = (p: Parser) => Expression;

/** `label: for …`, `label: inline while …`; undefined where the label stands before something else. */
export function parseLabeledLoop(p: Parser, body: BodyParser): Expression | undefined {
  const after = peekAt(p, 2);
  if (after !== Tok.for && after !== Tok.while && after !== Tok.inline) return undefined;
  return parseLoop(p, takeLabel(p), body);
}

/** A loop whose label, if any, is taken. */
export function parseLoop(p: Parser, label: Name | undefined, body: BodyParser): Expression {
  const first = label?.token ?? p.token;
  const isInline = peek(p) === Tok.inline;
  if (isInline) advance(p);
  if (peek(p) === Tok.for) return parseFor(p, { label, isInline, first }, body);
  if (peek(p) === Tok.while) return parseWhile(p, { label, isInline, first }, body);
  return fail(p, "'while' or 'for'");
}

/** Takes `name:`. */
export function takeLabel(p: Parser): Name {
  const label = nameAt(p, advance(p));
  advance(p);
  return label;
}

/** A block with or without a label; undefined where there is none. */
export function parseBlockExpression(p: Parser): Block | undefined {
  const kind = peek(p);
  if (kind === Tok['{']) return parseBlock(p, undefined);
  if (kind !== Tok.identifier || peekAt(p, 1) !== Tok[':'] || peekAt(p, 2) !== Tok['{']) return undefined;
  return parseBlock(p, takeLabel(p));
}
