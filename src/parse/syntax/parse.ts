/** The front end's door: text in, syntax tree out. It never throws; what is wrong with the text is in `faults`. */
import { readTree } from '../tree-sitter.js';
import type { Member, Root, SourceFile } from './ast.js';
import { parseMembers } from './members.js';
import type { Parser } from './parser.js';
import { advance, createParser, peek, warn } from './parser.js';
import { errorNode } from './recovery.js';
import { Tok } from './token-kinds.js';
import { tokenize } from './tokenize.js';

/** Parses the text of one file; `path` is only carried along. */
export function parseSource(path: string, text: string): SourceFile {
  const { tokens, comments } = tokenize(text, readTree(text));
  const p = createParser(text, tokens);
  const root = parseRoot(p);
  return { path, text, root, tokens, comments, faults: p.faults };
}

/** The whole file. A brace that closes nothing is a fault, and the members after it are parsed all the same. */
function parseRoot(p: Parser): Root {
  const members: Member[] = [];
  for (const member of parseMembers(p)) members.push(member);
  while (peek(p) !== Tok.endOfFile) {
    warn(p, 'end of file');
    const stray = p.token;
    advance(p);
    members.push(errorNode(p, stray));
    for (const member of parseMembers(p)) members.push(member);
  }
  return { kind: 'root', start: 0, end: p.text.length, main: 0, members };
}
