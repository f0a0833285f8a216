/** The front end's door: text in, syntax tree out. It never throws; what is wrong with the text is in `faults`. */
import { readTree } from '../tree-sitter.js';
import type { Member, NodeKind, Root, SourceFile, SpellingUse, SyntaxFault } from './ast.js';
import { visit } from './children.js';
import { finishDocs } from './docs.js';
import { areBracesBalanced } from './layout.js';
import { checkFieldOrder, parseFileMembers } from './members.js';
import type { Parser, Reading } from './parser.js';
import { advance, createParser, peek, TRIAL_FAILURE, warn } from './parser.js';
import { errorNode } from './recovery.js';
import { repair } from './repair.js';
import { Tok } from './token-kinds.js';
import { type Tokens, tokenize } from './tokenize.js';
import type { TokenTable } from './tokens.js';

/**
 * Who finds the tokens: the grammar, with the tokenizer's rules where it differs from Zig, or those rules alone. Both find the same
 * (a test compares them on every file of Zig's library); `tokenizer` is several times faster and keeps no native memory, for large
 * libraries that are only read.
 */
export type TokenSource = 'grammar' | 'tokenizer';

/** Parses the text of one file; `path` is only carried along. */
export function parseSource(path: string, text: string, tokenSource: TokenSource = 'grammar'): SourceFile {
  const read = tokenize(text, tokenSource === 'grammar' ? readTree(text) : undefined);
  const { root, tokens, comments, faults, spellings } = buildBest(text, read);
  return { path, text, root, tokens, comments, faults, spellings };
}

/** A reading that puts declarations into the right container may lose some of what the other took for declarations. */
const TOLERATED_LOSS = 0.9;

/**
 * Where brackets do not pair, the text is read with the edits that make them pair, and where braces still do not balance, by
 * indentation; unless the text is not indented and that loses declarations.
 */
function buildBest(text: string, read: Tokens): Built {
  const plain = build(text, read, 'tokens');
  if (plain.faults.length === 0) return plain;
  const repaired = repair(text, read.tokens, read.comments, (tokens) => tryMembers(text, tokens));
  const edited = repaired ?? read;
  if (repaired === undefined && areBracesBalanced(read.tokens)) return plain;
  const best = build(text, edited, areBracesBalanced(edited.tokens) ? 'tokens' : 'layout');
  const isWorse = countDeclarations(best.root) < TOLERATED_LOSS * countDeclarations(plain.root);
  return isWorse ? plain : { ...best, faults: inOrder([...(repaired?.faults ?? []), ...best.faults]) };
}

function inOrder(faults: SyntaxFault[]): readonly SyntaxFault[] {
  return faults.sort((one, other) => one.start - other.start);
}

/** Parses members up to the first fault: how many tokens were taken then; -1 where there is none. */
function tryMembers(text: string, tokens: TokenTable): number {
  const p = createParser(text, tokens, [], 'trial');
  try {
    parseFileMembers(p, []);
    return peek(p) === Tok.endOfFile ? -1 : p.token;
  } catch (failure) {
    if (failure === TRIAL_FAILURE || failure instanceof RangeError) return p.token;
    throw failure;
  }
}

function countDeclarations(root: Root): number {
  let count = 0;
  visit(root, (node) => {
    if (DECLARATION_KINDS.has(node.kind)) count++;
  });
  return count;
}

const DECLARATION_KINDS: ReadonlySet<NodeKind> = new Set(['fnDecl', 'varDecl', 'containerField', 'testDecl']);

interface Built extends Tokens {
  readonly root: Root;
  readonly faults: readonly SyntaxFault[];
  readonly spellings: readonly SpellingUse[];
}

function build(text: string, { tokens, comments }: Tokens, reading: Reading): Built {
  const p = createParser(text, tokens, comments, reading);
  try {
    const root = parseRoot(p);
    finishDocs(p);
    return { tokens, comments, root, faults: inOrder(p.faults), spellings: p.spellings };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { tokens, comments, root: tooDeep(p), faults: p.faults, spellings: [] };
  }
}

/** The caller had so much of the stack in use that the bound on nesting did not help: the file is one unreadable stretch. */
function tooDeep(p: Parser): Root {
  warn(p, 'constructs nested less deeply');
  p.token = p.tokenCount;
  return { kind: 'root', start: 0, end: p.text.length, main: 0, members: [errorNode(p, 0)] };
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
