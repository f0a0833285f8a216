/** Comments, blank lines and positions: what later stages need to put each of them back. */
import { expect, test } from 'vitest';
import type { ContainerDecl, Member, SourceFile } from '../../src/parse/syntax/ast.js';
import {
  blankLineBefore,
  danglingComments,
  docComments,
  leadingComments,
  trailingComment,
} from '../../src/parse/syntax/comments.js';
import { parseSource } from '../../src/parse/syntax/parse.js';
import { lineAndColumn, lineText, tokenAt } from '../../src/parse/syntax/positions.js';

const TEXT = `//! The file.
//! More.

// Loose.

/// Documented.
/// Twice.
pub const a = 1; // behind a

//// Not a doc comment.
const b = struct { // behind the brace
    /// A field.
    x: u8, // behind x

    y: u8 // behind y
    // dangling
};
fn c(
    /// A parameter.
    p: u8, // behind p
) void {
    // only a comment
}
// the end`;

const file: SourceFile = parseSource('comments.zig', TEXT);
const [a, b, c] = file.root.members as [Member, Member, Member];

function texts(comments: readonly { readonly text: string }[]): readonly string[] {
  return comments.map(({ text }) => text);
}

test('every comment is kept, with its kind', () => {
  expect(file.faults).toEqual([]);
  expect(file.comments.map(({ kind, text }) => `${kind}:${text}`)).toEqual([
    'containerDoc: The file.',
    'containerDoc: More.',
    'line: Loose.',
    'doc: Documented.',
    'doc: Twice.',
    'line: behind a',
    'line:// Not a doc comment.',
    'line: behind the brace',
    'doc: A field.',
    'line: behind x',
    'line: behind y',
    'line: dangling',
    'doc: A parameter.',
    'line: behind p',
    'line: only a comment',
    'line: the end',
  ]);
  expect(file.comments.at(-1)?.beforeToken).toBe(file.tokens.length);
});

test('leading, doc and trailing comments of declarations', () => {
  expect(texts(leadingComments(file, a))).toEqual([' Loose.', ' Documented.', ' Twice.']);
  expect(texts(docComments(file, a))).toEqual([' Documented.', ' Twice.']);
  expect(trailingComment(file, a)?.text).toBe(' behind a');
  expect(texts(leadingComments(file, b))).toEqual(['// Not a doc comment.']);
  expect(trailingComment(file, c)).toBeUndefined();
});

test('comments of fields, parameters, and of nothing', () => {
  const struct = (b.kind === 'varDecl' ? b.value : undefined) as ContainerDecl;
  const [x, y] = struct.members as [Member, Member];
  expect(texts(leadingComments(file, x))).toEqual([' A field.']);
  expect(trailingComment(file, x)?.text).toBe(' behind x');
  expect(trailingComment(file, y)?.text).toBe(' behind y');
  expect(texts(danglingComments(file, struct))).toEqual([' dangling']);
  const fn = c.kind === 'fnDecl' ? c : undefined;
  const parameter = fn?.proto.params[0];
  expect(parameter && texts(docComments(file, parameter))).toEqual([' A parameter.']);
  expect(parameter && trailingComment(file, parameter)?.text).toBe(' behind p');
  expect(fn?.body && texts(danglingComments(file, fn.body))).toEqual([' only a comment']);
});

test('blank lines', () => {
  expect(file.comments.map(({ blankLinesBefore }) => blankLinesBefore).slice(0, 7)).toEqual([0, 0, 1, 1, 0, 0, 1]);
  expect([a, b, c].map((member) => blankLineBefore(file, member))).toEqual([true, true, false]);
});

test('lines and columns count characters', () => {
  const source = parseSource('wide.zig', 'const a = "\ud83d\ude00";\r\nconst \u00e9 = 1;\r\n');
  expect(lineAndColumn(source, 0)).toEqual({ line: 1, column: 1 });
  expect(lineAndColumn(source, source.text.indexOf(';'))).toEqual({ line: 1, column: 14 });
  expect(lineAndColumn(source, source.text.indexOf('\u00e9'))).toEqual({ line: 2, column: 7 });
  expect(lineText(source, 2)).toBe('const \u00e9 = 1;');
  expect(tokenAt(source, 1)).toBe(1);
});
