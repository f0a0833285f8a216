/** The front end's door: text in, syntax tree out. It never throws; what is wrong with the text is in `faults`. */
import { readTree } from '../tree-sitter.js';
import type { Comment, Member, NodeKind, Root, SourceFile, SpellingUse, SyntaxFault } from './ast.js';
import { visit } from './children.js';
import { finishDocs } from './docs.js';
import { areBracesBalanced } from './layout.js';
import { checkFieldOrder, parseFileMembers } from './members.js';
import type { Parser } from './parser.js';
import { advance, createParser, peek, warn } from './parser.js';
import { errorNode } from './recovery.js';
import { Tok } from './token-kinds.js';
import { tokenize } from './tokenize.js';
import type { TokenTable } from './tokens.js';

/**
 * Who finds the tokens: the grammar, with the tokenizer's rules where it differs from Zig, or those rules alone. Both find the same
 * (a test compares them on every file of Zig's library); `tokenizer` is several times faster and keeps no native memory, for large
 * libraries that are only read.
 */
export type TokenSource = 'grammar' | 'tokenizer';

/** Parses the text of one file; `path` is only carried along. */
export function parseSource(path: string, text: string, tokenSource: TokenSource = 'grammar'): SourceFile {
  const { tokens, comments } = tokenize(text, tokenSource === 'grammar' ? readTree(text) : undefined);
  const { root, faults, spellings } = buildBest(text, tokens, comments);
  return { path, text, root, tokens, comments, faults, spellings };
}

/** A reading that puts declarations into the right container may lose some of what the other took for declarations. */
const TOLERATED_LOSS = 0.9;

/** Where braces do not balance, the reading by indentation is taken, unless the text is not indented and it loses declarations. */
function buildBest(text: string, tokens: TokenTable, comments: readonly Comment[]): Built {
  const strict = build(text, tokens, comments, false);
  if (strict.faults.length === 0 || areBracesBalanced(tokens)) return strict;
  const byLayout = build(text, tokens, comments, true);
  const isWorse = countDeclarations(byLayout.root) < TOLERATED_LOSS * countDeclarations(strict.root);
  return isWorse ? strict : byLayout;
}

function countDeclarations(root: Root): number {
  let count = 0;
  visit(root, (node) => {
    if (DECLARATION_KINDS.has(node.kind)) count++;
  });
  return count;
}

const DECLARATION_KINDS: ReadonlySet<NodeKind> = new Set(['fnDecl', 'varDecl', 'containerField', 'testDecl']);

interface Built {
  readonly root: Root;
  readonly faults: readonly SyntaxFault[];
  readonly spellings: readonly SpellingUse[];
}

function build(text: string, tokens: TokenTable, comments: readonly Comment[], byLayout: boolean): Built {
  const p = createParser(text, tokens, comments, byLayout);
  try {
    const root = parseRoot(p);
    finishDocs(p);
    return { root, faults: p.faults.sort((a, b) => a.start - b.start), spellings: p.spellings };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return tooDeep(p);
  }
}

/** The caller had so much of the stack in use that the bound on nesting did not help: the file is one unreadable stretch. */
function tooDeep(p: Parser): Built {
  warn(p, 'constructs nested less deeply');
  p.token = p.tokenCount;
  const root: Root = { kind: 'root', start: 0, end: p.text.length, main: 0, members: [errorNode(p, 0)] };
  return { root, faults: p.faults, spellings: [] };
}

/** The whole file. A brace that closes nothing is a fault, and the members after it are parsed all the same. */
function parseRoot(p: Parser): Root {
  const members: Member[] = [];
  parseFileMembers(p, members);
  while (peek(p) !== Tok.endOfFile) {
    warn(p, 'end of file');
    const stray = p.token;
    advance(p);
    members.push(errorNode(p, stray));
    parseFileMembers(p, members);
  }
  checkFieldOrder(p, members);
  return { kind: 'root', start: 0, end: p.text.length, main: 0, members };
}
