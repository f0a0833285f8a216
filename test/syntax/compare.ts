/** Compares our tree and tokens of a file with the oracle's: every node's tag, span and main token, every token's kind and start. */
import { readFileSync } from 'node:fs';
import type { AsmOperand, Node, SourceFile } from '../../src/parse/syntax/ast.js';
import { children } from '../../src/parse/syntax/children.js';
import { parseSource } from '../../src/parse/syntax/parse.js';
import { versionFaults } from '../../src/parse/syntax/spellings.js';
import { LEXEMES, Tok } from '../../src/parse/syntax/token-kinds.js';
import { type Tokens, tokenize } from '../../src/parse/syntax/tokenize.js';
import { readTree } from '../../src/parse/tree-sitter.js';
import { type OracleFile, type OracleResult, runOracle } from './oracle.js';
import { sharedName, tagOf } from './oracle-tags.js';

export interface Comparison {
  readonly path: string;
  readonly bytes: number;
  /** Errors that Zig reports; where there are any, only rejection is compared. */
  readonly errors: number;
  readonly faults: number;
  readonly nodes: number;
  readonly tokens: number;
  /** What differs, in words; empty where the file is identical. */
  readonly differences: readonly string[];
}

/** The language that the oracle's compiler speaks. */
const ORACLE_VERSION = { major: 0, minor: 16 };

/** Parses all files with both parsers. */
export function compareFiles(paths: readonly string[]): readonly Comparison[] {
  const oracle = runOracle(paths);
  const names = oracle.nodeTags.map(sharedName);
  return oracle.files.map((file) => compareFile(oracle, names, file));
}

function compareFile(oracle: OracleResult, names: readonly string[], file: OracleFile): Comparison {
  const bytes = readFileSync(file.path);
  const source = parseSource(file.path, bytes.toString('utf8'));
  // One clobber as a string is refused after parsing.
  const spellings = source.spellings.filter(({ name }) => name !== 'stringClobber');
  const faults = [...source.faults, ...versionFaults({ ...source, spellings }, ORACLE_VERSION)];
  const toOffset = offsetTable(bytes, source.text);
  const differences: string[] = [];
  if (file.errors > 0 !== faults.length > 0) {
    differences.push(`Zig has ${file.errors} errors, we have ${faults.length}: ${JSON.stringify(faults[0])}`);
  }
  compareTokens(oracle, file, readTokens(source), toOffset, differences);
  if (file.errors === 0) compareNodes(names, file, source, toOffset, differences);
  return {
    path: file.path,
    bytes: bytes.length,
    errors: file.errors,
    faults: faults.length,
    nodes: file.nodes.length / 4,
    tokens: source.tokens.length,
    differences,
  };
}

/** The tokens of the text itself; those of a file with faults may be edited (`repair.ts`). */
function readTokens(source: SourceFile): Tokens {
  return source.faults.length === 0 ? source : tokenize(source.text, readTree(source.text));
}

/** Byte offsets to offsets in the text. */
function offsetTable(bytes: Buffer, text: string): (offset: number) => number {
  if (bytes.length === text.length) return (offset) => offset;
  const table = new Uint32Array(bytes.length + 1);
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.codePointAt(index) as number;
    table[at] = index;
    at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code > 0xffff) index++;
  }
  table[at] = text.length;
  return (offset) => table[offset] as number;
}

function compareTokens(
  oracle: OracleResult,
  file: OracleFile,
  source: Tokens,
  toOffset: (offset: number) => number,
  differences: string[],
): void {
  const theirs: string[] = [];
  for (let index = 0; index < file.tokens.length; index += 2) {
    theirs.push(`${oracle.tokenTags[file.tokens[index] as number]} at ${toOffset(file.tokens[index + 1] as number)}`);
  }
  const docs = source.comments.filter((comment) => comment.kind !== 'line');
  const ours: string[] = [];
  let doc = 0;
  for (let index = 0; index <= source.tokens.length; index++) {
    const start = source.tokens.starts[index] as number;
    for (; doc < docs.length && (docs[doc]?.start ?? 0) < start; doc++) {
      const tag = docs[doc]?.kind === 'doc' ? 'doc_comment' : 'container_doc_comment';
      ours.push(`${tag} at ${docs[doc]?.start}`);
    }
    ours.push(`${TOKEN_NAMES[source.tokens.kinds[index] as number]} at ${start}`);
  }
  const length = Math.max(theirs.length, ours.length);
  for (let index = 0; index < length; index++) {
    if (theirs[index] === ours[index]) continue;
    differences.push(`token ${index}: Zig has ${theirs[index]}, we have ${ours[index]}`);
    return;
  }
}

const VARYING: readonly (readonly [Tok, string])[] = [
  [Tok.endOfFile, 'eof'],
  [Tok.invalid, 'invalid'],
  [Tok.invalidPeriodAsterisks, '.**'],
  [Tok.identifier, 'identifier'],
  [Tok.builtin, 'builtin'],
  [Tok.number, 'number_literal'],
  [Tok.char, 'char_literal'],
  [Tok.string, 'string_literal'],
  [Tok.multilineLine, 'multiline_string_literal_line'],
];
const TOKEN_NAMES = LEXEMES.map((lexeme, kind) => VARYING.find(([tok]) => tok === kind)?.[1] ?? lexeme);

// ---------------------------------------------------------------- nodes

function compareNodes(
  names: readonly string[],
  file: OracleFile,
  source: SourceFile,
  toOffset: (offset: number) => number,
  differences: string[],
): void {
  const counts = new Map<string, number>();
  for (let index = 4; index < file.nodes.length; index += 4) {
    const [tag = 0, start = 0, end = 0, main = 0] = file.nodes.subarray(index, index + 4);
    count(counts, `${names[tag]} ${toOffset(start)}..${toOffset(end)} main ${toOffset(main)}`, 1);
  }
  for (const member of source.root.members) countOurs(source, member, counts);
  for (const [node, balance] of counts) {
    if (balance !== 0 && differences.length < 10) differences.push(`${balance > 0 ? 'Zig' : 'we'} alone: ${node}`);
  }
}

function count(counts: Map<string, number>, key: string, step: number): void {
  counts.set(key, (counts.get(key) ?? 0) + step);
}

function countOurs(source: SourceFile, node: Node, counts: Map<string, number>, parent?: Node): void {
  const tag = tagOf(node);
  if (tag !== undefined) {
    count(counts, `${tag} ${node.start}..${node.end} main ${source.tokens.starts[node.main]}`, -1);
  }
  if (node.kind === 'arrayType' && node.length === undefined) countInferredLength(source, node.main + 1, counts);
  const bare = bareTokens(node, parent);
  for (const child of children(node)) if (!bare.includes(child)) countOurs(source, child, counts, node);
}

/** The `_` of `[_]T`, which is an identifier to Zig. */
function countInferredLength(source: SourceFile, token: number, counts: Map<string, number>): void {
  const start = source.tokens.starts[token];
  count(counts, `identifier ${start}..${source.tokens.ends[token]} main ${start}`, -1);
}

/** Children that are tokens without a node to Zig: library names, test labels, constraints, the variable of an output. */
function bareTokens(node: Node, parent: Node | undefined): readonly (Node | undefined)[] {
  switch (node.kind) {
    case 'varDecl':
    case 'fnDecl':
      return [node.lib];
    case 'testDecl':
      return [node.label];
    case 'asmOperand':
      return isVariableOutput(node, parent) ? [node.constraint, node.value] : [node.constraint];
    default:
      return [];
  }
}

/** `[name] "=r" (variable)` among the outputs. */
function isVariableOutput(node: AsmOperand, parent: Node | undefined): boolean {
  return !node.isResult && parent?.kind === 'asm' && parent.outputs.includes(node);
}
