/** Patterns. */
import type { FieldPattern, LiteralPattern, MetaPattern, Path, PathPattern, Pattern } from '../../../emit/rust-ast.js';
import type { Cursor } from './cursor.js';
import { isLiteralToken, literalOf } from './literal.js';
import { parseMacroCall, startsMacro } from './macro.js';
import { parsePath, startsPath } from './path.js';

/** A pattern with alternatives. */
export function parsePattern(cursor: Cursor): Pattern {
  cursor.acceptPunctuation('|');
  const alternatives = [parseAlternative(cursor)];
  while (cursor.acceptPunctuation('|')) alternatives.push(parseAlternative(cursor));
  const [first, second] = alternatives;
  return first !== undefined && second === undefined ? first : { kind: 'or', alternatives };
}

/** A pattern without alternatives at its top, as closures and `let` parameters have. */
export function parseAlternative(cursor: Cursor): Pattern {
  const token = cursor.peek();
  if (token.kind === 'metaVariadic') return { kind: 'meta', name: cursor.next().text, variadic: true };
  if (token.kind === 'name' && token.text === '_') {
    cursor.next();
    return { kind: 'wildcard' };
  }
  if (cursor.isPunctuation('&') || cursor.isPunctuation('&&')) return parseReference(cursor);
  if (cursor.isPunctuation('(')) return parseTuple(cursor);
  if (cursor.isPunctuation('[')) return parseSlice(cursor);
  if (cursor.isPunctuation('..') || cursor.isPunctuation('..=')) return parseOpenStart(cursor);
  if (cursor.isPunctuation('-') || isLiteralToken(token)) return parseRangeEnd(cursor, parseLiteral(cursor));
  if (startsMacro(cursor)) return { kind: 'macro', call: parseMacroCall(cursor) };
  if (isBinding(cursor)) return parseBinding(cursor);
  if (
    token.kind === 'meta' &&
    !cursor.isPunctuation('::', 1) &&
    !cursor.isPunctuation('(', 1) &&
    !cursor.isPunctuation('{', 1)
  ) {
    cursor.next();
    return parseRangeEnd(cursor, { kind: 'meta', name: token.text, variadic: false });
  }
  if (!startsPath(cursor)) cursor.fail('expected a pattern');
  return parsePathPattern(cursor);
}

function parseReference(cursor: Cursor): Pattern {
  cursor.expectHalf('&');
  const mutable = cursor.acceptKeyword('mut');
  return { kind: 'reference', mutable, target: parseAlternative(cursor) };
}

function parseElements(
  cursor: Cursor,
  close: string,
): { readonly elements: readonly Pattern[]; readonly comma: boolean } {
  const elements: Pattern[] = [];
  let comma = false;
  while (!cursor.acceptPunctuation(close)) {
    elements.push(parsePattern(cursor));
    comma = cursor.acceptPunctuation(',');
    if (!comma && !cursor.isPunctuation(close)) cursor.fail(`expected \`,\` or \`${close}\``);
  }
  return { elements, comma };
}

function parseTuple(cursor: Cursor): Pattern {
  cursor.expectPunctuation('(');
  const { elements, comma } = parseElements(cursor, ')');
  const [only] = elements;
  const isParenthesised =
    elements.length === 1 && !comma && only !== undefined && only.kind !== 'rest' && only.kind !== 'meta';
  return isParenthesised ? only : { kind: 'tuple', elements };
}

function parseSlice(cursor: Cursor): Pattern {
  cursor.expectPunctuation('[');
  return { kind: 'slice', elements: parseElements(cursor, ']').elements };
}

/** `..`, `..=end`, `..end`. */
function parseOpenStart(cursor: Cursor): Pattern {
  if (cursor.acceptPunctuation('..=')) return { kind: 'range', inclusive: true, end: parseBound(cursor) };
  cursor.expectPunctuation('..');
  return startsBound(cursor) ? { kind: 'range', inclusive: false, end: parseBound(cursor) } : { kind: 'rest' };
}

type RangeBound = LiteralPattern | PathPattern | MetaPattern;

function startsBound(cursor: Cursor): boolean {
  return (
    cursor.isPunctuation('-') || isLiteralToken(cursor.peek()) || (startsPath(cursor) && !cursor.isPunctuation('<<'))
  );
}

function parseBound(cursor: Cursor): RangeBound {
  if (cursor.isPunctuation('-') || isLiteralToken(cursor.peek())) return parseLiteral(cursor);
  if (cursor.peek().kind === 'meta' && !cursor.isPunctuation('::', 1))
    return { kind: 'meta', name: cursor.next().text, variadic: false };
  return { kind: 'path', path: parsePath(cursor, 'expr') };
}

function parseLiteral(cursor: Cursor): LiteralPattern {
  const negative = cursor.acceptPunctuation('-');
  if (!isLiteralToken(cursor.peek())) cursor.fail('expected a literal');
  return { kind: 'literal', negative, literal: literalOf(cursor.next()) };
}

function parseRangeEnd(cursor: Cursor, start: RangeBound): Pattern {
  if (cursor.acceptPunctuation('..=')) return { kind: 'range', inclusive: true, start, end: parseBound(cursor) };
  if (!cursor.acceptPunctuation('..')) return start;
  return startsBound(cursor)
    ? { kind: 'range', inclusive: false, start, end: parseBound(cursor) }
    : { kind: 'range', inclusive: false, start };
}

/** `ref`, `mut`, `name @ …`, or a lower-case name that nothing marks as a path. */
function isBinding(cursor: Cursor): boolean {
  if (cursor.isKeyword('ref') || cursor.isKeyword('mut')) return true;
  if (!cursor.isName()) return false;
  if (cursor.isPunctuation('@', 1)) return true;
  const token = cursor.peek();
  const isPath = ['::', '(', '{', '!', '..', '..='].some((text) => cursor.isPunctuation(text, 1));
  return token.kind === 'name' && !isPath && !/^\p{Lu}/u.test(token.text);
}

function parseBinding(cursor: Cursor): Pattern {
  const byRef = cursor.acceptKeyword('ref');
  const mutable = cursor.acceptKeyword('mut');
  const name = cursor.expectName();
  const binding = { kind: 'binding', byRef, mutable, name } as const;
  return cursor.acceptPunctuation('@') ? { ...binding, subpattern: parseAlternative(cursor) } : binding;
}

function parsePathPattern(cursor: Cursor): Pattern {
  const path = parsePath(cursor, 'expr');
  if (cursor.acceptPunctuation('('))
    return { kind: 'tupleStruct', path, elements: parseElements(cursor, ')').elements };
  if (cursor.isPunctuation('{')) return parseStruct(cursor, path);
  return parseRangeEnd(cursor, { kind: 'path', path });
}

function parseStruct(cursor: Cursor, path: Path): Pattern {
  cursor.expectPunctuation('{');
  const fields: FieldPattern[] = [];
  let rest = false;
  while (!cursor.acceptPunctuation('}')) {
    if (cursor.acceptPunctuation('..')) rest = true;
    else fields.push(parseField(cursor));
    if (!cursor.isPunctuation('}')) cursor.expectPunctuation(',');
  }
  return { kind: 'struct', path, fields, rest };
}

function parseField(cursor: Cursor): FieldPattern {
  if (cursor.isName() && cursor.isPunctuation(':', 1)) {
    const name = cursor.expectName();
    cursor.expectPunctuation(':');
    return { name, pattern: parsePattern(cursor) };
  }
  const pattern = parseBinding(cursor);
  return { name: pattern.kind === 'binding' ? pattern.name : '', pattern };
}
