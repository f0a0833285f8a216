/** Tokens: the tree owns all of them, and the grammar's leaves give the same ones as Zig's tokenizer rules. */
import { describe, expect, test } from 'vitest';
import { parseSource } from '../../src/parse/syntax/parse.js';
import { LEXEMES, Tok, tokenClass } from '../../src/parse/syntax/token-kinds.js';
import { tokenize } from '../../src/parse/syntax/tokenize.js';
import { readTree } from '../../src/parse/tree-sitter.js';
import { stdTexts } from './corpus.js';
import { firstDifference, tokenTexts } from './token-match.js';
import { unparse } from './unparse.js';

test('the tree of every file of the library owns every token', () => {
  let files = 0;
  for (const text of stdTexts()) {
    const file = parseSource('std.zig', text, 'tokenizer');
    expect(firstDifference(unparse(file), tokenTexts(file))).toBeUndefined();
    files++;
  }
  expect(files).toBe(550);
});

test("the grammar's leaves and the tokenizer alone give the same tokens and comments for every file of the library", () => {
  let tokens = 0;
  for (const text of stdTexts()) {
    const tree = readTree(text, 0);
    expect(tree).toBeDefined();
    const fromTree = tokenize(text, tree);
    const alone = tokenize(text, undefined);
    expect(sameTokens(fromTree, alone)).toBe(true);
    expect(fromTree.comments).toEqual(alone.comments);
    tokens += alone.tokens.length;
  }
  expect(tokens).toBeGreaterThan(2_700_000);
});

type Tokens = ReturnType<typeof tokenize>;

function sameTokens(one: Tokens, other: Tokens): boolean {
  const bytes = (array: Uint8Array | Uint32Array): Buffer =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  return (['starts', 'ends', 'kinds'] as const).every((column) =>
    bytes(one.tokens[column]).equals(bytes(other.tokens[column])),
  );
}

function kindsOf(text: string): readonly string[] {
  const { tokens } = tokenize(text, readTree(text));
  return Array.from({ length: tokens.length }, (_, index) => {
    const lexeme = LEXEMES[tokens.kinds[index] as number];
    const written = text.slice(tokens.starts[index], tokens.ends[index]);
    return lexeme === '' ? `${tokenClass(tokens, index)} ${written}` : written;
  });
}

describe('tokens as Zig has them', () => {
  const cases: readonly (readonly [text: string, tokens: readonly string[]])[] = [
    ['const align = 1', ['const', 'align', '=', 'number 1']],
    ['x.?', ['identifier x', '.', '?']],
    ['**T', ['**', 'identifier T']],
    ['a.*.b', ['identifier a', '.*', '.', 'identifier b']],
    ['a.**', ['identifier a', 'invalid .*', '*']],
    ['a<<|=b', ['identifier a', '<<|=', 'identifier b']],
    ['1..2', ['number 1', '..', 'number 2']],
    ['1.5e-3+0x1p+2', ['number 1.5e-3', '+', 'number 0x1p+2']],
    ['0x1e+5', ['number 0x1e+5']],
    ['1.e', ['number 1.e']],
    ['@"a b" @as', ['identifier @"a b"', 'builtin @as']],
    ["'\\'' '\\u{1F4A9}'", ["char '\\''", "char '\\u{1F4A9}'"]],
    ['"a // b" // c', ['string "a // b"']],
    ['\\\\one\n  \\\\two', ['multilineLine \\\\one', 'multilineLine \\\\two']],
    ['"open\nx', ['invalid "open', 'identifier x']],
    ['a $ b\nc', ['identifier a', 'invalid $ b', 'identifier c']],
    ['"tab\there" x\ny', ['invalid "tab\there" x', 'identifier y']],
    ['async await usingnamespace', ['identifier async', 'identifier await', 'identifier usingnamespace']],
    ['\ufeffconst', ['const']],
  ];
  for (const [text, tokens] of cases) {
    test(JSON.stringify(text), () => {
      expect(kindsOf(text)).toEqual(tokens);
    });
  }
});

test('the end of the file is the entry behind the last token', () => {
  const { tokens } = tokenize('a ', undefined);
  expect([tokens.length, tokens.kinds[1], tokens.starts[1]]).toEqual([1, Tok.endOfFile, 2]);
});
