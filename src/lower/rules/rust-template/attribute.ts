/** Attributes and documentation comments. */
import type { Attribute, AttributeContent } from '../../../emit/rust-ast.js';
import type { Cursor } from './cursor.js';
import { isLiteralToken, literalOf } from './literal.js';
import { parsePath } from './path.js';

/** `#[…]` as often as it stands here. */
export function parseOuterAttributes(cursor: Cursor): readonly Attribute[] {
  const attributes: Attribute[] = [];
  while (cursor.isPunctuation('#') && cursor.isPunctuation('[', 1)) attributes.push(parseAttribute(cursor));
  return attributes;
}

/** `#![…]` as often as it stands here. */
export function parseInnerAttributes(cursor: Cursor): readonly Attribute[] {
  const attributes: Attribute[] = [];
  while (cursor.isPunctuation('#') && cursor.isPunctuation('!', 1)) {
    cursor.next();
    attributes.push(parseAttribute(cursor));
  }
  return attributes;
}

/** `///` lines. */
export function parseDocs(cursor: Cursor): readonly string[] {
  const docs: string[] = [];
  while (cursor.peek().kind === 'docComment') docs.push(cursor.next().text.trimEnd());
  return docs;
}

function parseAttribute(cursor: Cursor): Attribute {
  cursor.next();
  cursor.expectPunctuation('[');
  const content = parseContent(cursor);
  cursor.expectPunctuation(']');
  return content;
}

function parseContent(cursor: Cursor): AttributeContent {
  if (isLiteralToken(cursor.peek())) return { kind: 'literal', literal: literalOf(cursor.next()) };
  const path = cursor.isKeyword('unsafe') ? { segments: [{ name: cursor.next().text }] } : parsePath(cursor, 'module');
  if (cursor.acceptPunctuation('=')) {
    if (!isLiteralToken(cursor.peek())) cursor.fail('expected a literal');
    return { kind: 'value', path, value: literalOf(cursor.next()) };
  }
  if (!cursor.acceptPunctuation('(')) return { kind: 'word', path };
  const elements: AttributeContent[] = [];
  while (!cursor.acceptPunctuation(')')) {
    elements.push(parseContent(cursor));
    if (!cursor.isPunctuation(')')) cursor.expectPunctuation(',');
  }
  return { kind: 'list', path, elements };
}
