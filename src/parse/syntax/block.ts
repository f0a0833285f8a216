/** Blocks. A statement that cannot be parsed becomes an error node, and the block goes on after it. */
import type { Block, Name, Statement } from './ast.js';
import { endsBraces, takeClosingBrace } from './layout.js';
import type { Parser } from './parser.js';
import { advance, EXPRESSION_DEPTH, enter, leave, peek, previousEnd, startOf } from './parser.js';
import { errorNode, parseOr, skipToNextStatement } from './recovery.js';
import { expectStatement } from './statement.js';
import { Tok } from './token-kinds.js';

/** A block whose label, if any, is taken; undefined where no block begins. */
export function parseBlock(p: Parser, label: Name | undefined): Block | undefined {
  return peek(p) === Tok['{'] ? parseBlockBody(p, advance(p), label) : undefined;
}

/** The statements that follow the opening brace `main` (or what stands for it), with the closing one. */
export function parseBlockBody(p: Parser, main: number, label: Name | undefined): Block {
  enter(p, EXPRESSION_DEPTH);
  const statements: Statement[] = [];
  const first = p.construct;
  while (!endsBraces(p, main, first, p.memberIndent)) statements.push(parseStatement(p));
  takeClosingBrace(p, main, first);
  p.construct = first;
  leave(p, EXPRESSION_DEPTH);
  const start = label?.start ?? startOf(p, main);
  return { kind: 'block', start, end: previousEnd(p), main, label, statements };
}

/** A statement, or the error node of one. */
function parseStatement(p: Parser): Statement {
  p.construct = p.token;
  return parseOr(p, expectBlockStatement, skipStatement);
}

function expectBlockStatement(p: Parser): Statement {
  return expectStatement(p, true);
}

function skipStatement(p: Parser, first: number): Statement {
  skipToNextStatement(p, first);
  return errorNode(p, first);
}
