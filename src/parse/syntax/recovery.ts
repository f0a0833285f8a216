/** Where parsing goes on after a fault: the next statement or the next container member, as Zig's own parser searches them. */
import type { ErrorNode } from './ast.js';
import { startsMemberOutside } from './layout.js';
import type { Parser } from './parser.js';
import { advance, kindAt, peek, previousEnd, startOf } from './parser.js';
import { Tok } from './token-kinds.js';

/** The node of the tokens from `first` to the last taken one. */
export function errorNode(p: Parser, first: number): ErrorNode {
  return { kind: 'error', start: startOf(p, first), end: Math.max(previousEnd(p), startOf(p, first)), main: first };
}

/** Takes tokens up to and with the semicolon that ends the statement, or up to the brace that closes the block. */
export function skipToNextStatement(p: Parser): void {
  let level = 0;
  for (;;) {
    if (startsMemberOutside(p, p.memberIndent)) return;
    switch (peek(p)) {
      case Tok['{']:
        level++;
        break;
      case Tok['}']:
        if (level === 0) return;
        level--;
        break;
      case Tok[';']:
        if (level === 0) {
          advance(p);
          return;
        }
        break;
      case Tok.endOfFile:
        return;
      default:
    }
    advance(p);
  }
}

/** Takes tokens up to what can begin a container member, or up to the brace that closes the container. */
export function skipToNextMember(p: Parser): void {
  let level = 0;
  for (;;) {
    const kind = peek(p);
    if (kind === Tok.endOfFile || startsMemberOutside(p, p.memberIndent)) return;
    if (level === 0) {
      if (kind === Tok['}'] || startsMember(p, kind)) return;
      if (kind === Tok[','] || kind === Tok[';']) {
        advance(p);
        return;
      }
    }
    if (kind === Tok['('] || kind === Tok['['] || kind === Tok['{']) level++;
    else if (level > 0 && (kind === Tok[')'] || kind === Tok[']'] || kind === Tok['}'])) level--;
    advance(p);
  }
}

function startsMember(p: Parser, kind: Tok): boolean {
  switch (kind) {
    case Tok.test:
    case Tok.comptime:
    case Tok.pub:
    case Tok.export:
    case Tok.extern:
    case Tok.inline:
    case Tok.noinline:
    case Tok.threadlocal:
    case Tok.const:
    case Tok.var:
    case Tok.fn:
      return true;
    case Tok.identifier:
      return kindAt(p, p.token + 1) === Tok[','];
    default:
      return false;
  }
}
