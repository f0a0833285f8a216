/** Paths and generic arguments. */
import type { Bound, Expr, GenericArgument, Path, PathSegment, QualifiedSelf, Type } from '../../../emit/rust-ast.js';
import type { Cursor } from './cursor.js';
import { parseBlockExpr, parseLiteralExpr } from './expr.js';
import { parseBounds, parseType } from './type.js';

/** Expressions need `::<`, types take `<` as well; `module` paths have no arguments (macros, attributes, visibility). */
export type PathStyle = 'expr' | 'type' | 'module';

const pathKeywords: readonly string[] = ['self', 'Self', 'super', 'crate'];

/** Whether a path begins here. */
export function startsPath(cursor: Cursor): boolean {
  return cursor.isName() || cursor.isPunctuation('::') || cursor.isPunctuation('<') || startsPathKeyword(cursor);
}

function startsPathKeyword(cursor: Cursor): boolean {
  return pathKeywords.some((word) => cursor.isKeyword(word));
}

export function parsePath(cursor: Cursor, style: PathStyle): Path {
  if (style !== 'module' && (cursor.isPunctuation('<') || cursor.isPunctuation('<<')))
    return parseQualifiedPath(cursor, style);
  const global = cursor.acceptPunctuation('::');
  const segments = parseSegments(cursor, style);
  return global ? { global, segments } : { segments };
}

function parseQualifiedPath(cursor: Cursor, style: PathStyle): Path {
  cursor.expectHalf('<');
  const type = parseType(cursor);
  const trait = cursor.acceptKeyword('as') ? parsePath(cursor, 'type') : undefined;
  cursor.expectHalf('>');
  cursor.expectPunctuation('::');
  const qualifiedSelf: QualifiedSelf = trait === undefined ? { type } : { type, trait };
  return { qualifiedSelf, segments: parseSegments(cursor, style) };
}

function parseSegments(cursor: Cursor, style: PathStyle): readonly PathSegment[] {
  const segments = [parseSegment(cursor, style)];
  while (cursor.isPunctuation('::') && continuesPath(cursor)) {
    cursor.expectPunctuation('::');
    segments.push(parseSegment(cursor, style));
  }
  return segments;
}

/** `::` before `{` or `*` belongs to a use tree. */
function continuesPath(cursor: Cursor): boolean {
  return cursor.isName(1) || pathKeywords.some((word) => cursor.isKeyword(word, 1));
}

function parseSegment(cursor: Cursor, style: PathStyle): PathSegment {
  const name = startsPathKeyword(cursor) ? cursor.next().text : cursor.expectName();
  if (style === 'module') return { name };
  if (style === 'type' && cursor.isPunctuation('(')) return { name, signature: parseCallableSignature(cursor) };
  const opensInExpr = cursor.isPunctuation('::') && (cursor.isPunctuation('<', 1) || cursor.isPunctuation('<<', 1));
  if (opensInExpr) cursor.expectPunctuation('::');
  const opens = opensInExpr || (style === 'type' && (cursor.isPunctuation('<') || cursor.isPunctuation('<<')));
  return opens ? { name, generics: parseGenericArguments(cursor) } : { name };
}

/** `(A, B) -> C` behind `Fn`. */
function parseCallableSignature(cursor: Cursor): NonNullable<PathSegment['signature']> {
  cursor.expectPunctuation('(');
  const parameters: Type[] = [];
  while (!cursor.acceptPunctuation(')')) {
    parameters.push(parseType(cursor));
    if (!cursor.isPunctuation(')')) cursor.expectPunctuation(',');
  }
  const result = cursor.acceptPunctuation('->') ? parseType(cursor) : undefined;
  return result === undefined ? { parameters } : { parameters, result };
}

/** `<…>`, the cursor at `<`. */
export function parseGenericArguments(cursor: Cursor): readonly GenericArgument[] {
  cursor.expectHalf('<');
  const generics: GenericArgument[] = [];
  while (!startsWithAngle(cursor)) {
    generics.push(parseGenericArgument(cursor));
    if (!startsWithAngle(cursor)) cursor.expectPunctuation(',');
  }
  cursor.expectHalf('>');
  return generics;
}

/** `>`, also as the first half of `>>`, `>=` or `>>=`. */
function startsWithAngle(cursor: Cursor): boolean {
  return ['>', '>>', '>=', '>>='].some((text) => cursor.isPunctuation(text));
}

function parseGenericArgument(cursor: Cursor): GenericArgument {
  if (cursor.peek().kind === 'lifetime') return { kind: 'lifetime', name: cursor.expectLifetime() };
  if (cursor.isName() && cursor.isPunctuation('=', 1)) {
    const name = cursor.expectName();
    cursor.expectPunctuation('=');
    return { kind: 'binding', name, type: parseType(cursor) };
  }
  if (cursor.isName() && cursor.isPunctuation(':', 1)) {
    const name = cursor.expectName();
    cursor.expectPunctuation(':');
    const bounds: readonly Bound[] = parseBounds(cursor);
    return { kind: 'constraint', name, bounds };
  }
  const value = parseConstArgument(cursor);
  return value === undefined ? { kind: 'type', type: parseType(cursor) } : { kind: 'const', value };
}

/** A literal, its negation, or a block. A name is read as a type, as rustc does. */
function parseConstArgument(cursor: Cursor): Expr | undefined {
  if (cursor.isPunctuation('{')) return parseBlockExpr(cursor);
  if (cursor.isPunctuation('-')) {
    cursor.expectPunctuation('-');
    return { kind: 'unary', operator: '-', operand: parseLiteralExpr(cursor) ?? cursor.fail('expected a literal') };
  }
  return parseLiteralExpr(cursor);
}
