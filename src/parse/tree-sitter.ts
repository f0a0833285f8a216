/**
 * The one place that knows tree-sitter.
 *
 * The tree is walked once, in order; every call into it crosses into native code, so nothing is asked that the symbol tells. Out come the
 * leaves: where each begins, and its keyword. (`gotoDescendant` would need a third of the moves, but is quadratic in the children
 * of one node, and a text with faults gives nodes with thousands.) How the tree nests expressions stays here: it is wrong for half of all
 * real files.
 */
import { createRequire } from 'node:module';
import type Parser from 'tree-sitter';
import { FIRST_KEYWORD, KIND_BY_LEXEME, Tok } from './syntax/token-kinds.js';

/** The leaves of the tree in the order of the text, as parallel arrays of `length` entries. */
export interface GrammarTree {
  readonly length: number;
  readonly starts: Uint32Array;
  /** The kind of a keyword; `Tok.endOfFile` for all other leaves, whose kind the tokenizer decides. */
  readonly kinds: Uint8Array;
}

/** In microseconds. A text for which the grammar takes longer is read by the tokenizer alone: its error recovery is quadratic at worst. */
const TIME_LIMIT = 1_000_000;

let loaded: { readonly parser: Parser | undefined } | undefined;

/** The parser, or undefined where no native binding exists for the platform. */
function loadParser(): Parser | undefined {
  if (loaded === undefined) loaded = { parser: createParser() };
  return loaded.parser;
}

function createParser(): Parser | undefined {
  const require = createRequire(import.meta.url);
  try {
    const ParserClass: typeof Parser = require('tree-sitter');
    const parser = new ParserClass();
    parser.setLanguage(require('tree-sitter-zig'));
    return parser;
  } catch {
    return undefined;
  }
}

/** The grammar's view of a text; undefined where tree-sitter cannot be loaded or gives up. A limit of 0 is none. */
export function readTree(text: string, timeLimit = TIME_LIMIT): GrammarTree | undefined {
  const parser = loadParser();
  const tree = parser === undefined ? undefined : parse(parser, text, timeLimit);
  if (tree === undefined) return undefined;
  const root = tree.rootNode;
  return collectLeaves(root.walk(), root.descendantCount);
}

function parse(parser: Parser, text: string, timeLimit: number): Parser.Tree | undefined {
  parser.setTimeoutMicros(timeLimit);
  try {
    const tree: Parser.Tree | null = parser.parse(text, null, { bufferSize: text.length + 1 });
    if (tree !== null) return tree;
  } catch {
    // A timeout. The parser would resume this text at the next call.
  }
  parser.reset();
  return undefined;
}

// ---------------------------------------------------------------- leaves

/** Named nodes that the tokenizer reads from their beginning; the other named nodes have children that are visited on their own. */
const NAMED_LEAVES: ReadonlySet<string> = new Set([
  'identifier',
  'builtin_type',
  'builtin_identifier',
  'boolean',
  'integer',
  'float',
  'string',
  'multiline_string',
  'character',
  'comment',
]);

const UNKNOWN = 255;
const INNER = 254;
/** By the grammar's numbers for its symbols, learnt as they occur: `INNER`, or the entry of `GrammarTree.kinds`. */
const symbolKinds = new Uint8Array(0x10000).fill(UNKNOWN);

function learnSymbol(cursor: Parser.TreeCursor): number {
  const kind = symbolKind(cursor.nodeType, cursor.nodeIsNamed);
  symbolKinds[cursor.nodeTypeId] = kind;
  return kind;
}

function symbolKind(name: string, isNamed: boolean): number {
  if (isNamed) return NAMED_LEAVES.has(name) ? Tok.endOfFile : INNER;
  const kind = KIND_BY_LEXEME.get(name) ?? Tok.endOfFile;
  return kind >= FIRST_KEYWORD ? kind : Tok.endOfFile;
}

/** A pre-order walk that visits every inner node once, and never asks a leaf for children. */
function collectLeaves(cursor: Parser.TreeCursor, count: number): GrammarTree {
  const starts = new Uint32Array(count);
  const kinds = new Uint8Array(count);
  let length = 0;
  do {
    let kind = symbolKinds[cursor.nodeTypeId] as number;
    if (kind === UNKNOWN) kind = learnSymbol(cursor);
    if (kind === INNER && cursor.gotoFirstChild()) continue;
    if (kind !== INNER) {
      starts[length] = cursor.startIndex;
      kinds[length++] = kind;
    }
    if (!gotoNext(cursor)) break;
  } while (length < count);
  return { length, starts, kinds };
}

/** To the next sibling, or that of the nearest ancestor that has one. */
function gotoNext(cursor: Parser.TreeCursor): boolean {
  while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return false;
  return true;
}
