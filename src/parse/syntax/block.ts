/** Blocks. A statement that cannot be parsed becomes an error node, and the block goes on after it. */
import type { Block, Name, Statement } from './ast.js';
import type { Parser } from './parser.js';
import { advance, endOf, enter, expect, leave, PARSE_FAILURE, peek, startOf } from './parser.js';
import { errorNode, skipToNextStatement } from './recovery.js';
import { expectStatement } from './statement.js';
import { Tok } from './token-kinds.js';

/** A block whose label, if any, is taken; undefined where no block begins. */
export function parseBlock(p: Parser, label: Name | undefined): Block | undefined {
  if (peek(p) !== Tok['{']) return undefined;
  enter(p);
  const main = advance(p);
  const statements: Statement[] = [];
  while (peek(p) !== Tok['}'] && peek(p) !== Tok.endOfFile) statements.push(parseStatement(p));
  const close = expect(p, Tok['}']);
  leave(p);
  const start = label?.start ?? startOf(p, main);
  return { kind: 'block', start, end: endOf(p, close), main, label, statements };
}

/** A statement, or the error node of one. */
function parseStatement(p: Parser): Statement {
  const { token, depth } = p;
  try {
    return expectStatement(p, true);
  } catch (failure) {
    if (failure !== PARSE_FAILURE) throw failure;
    p.depth = depth;
    skipToNextStatement(p);
    return errorNode(p, token);
  }
}
