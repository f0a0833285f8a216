/** Types and bounds. */
import type { Bound, FunctionPointerParameter, Type } from '../../../emit/rust-ast.js';
import type { Cursor } from './cursor.js';
import { parseExpr } from './expr.js';
import { parseMacroCall, startsMacro } from './macro.js';
import { parsePath, startsPath } from './path.js';

export function parseType(cursor: Cursor): Type {
  if (cursor.peek().kind === 'metaVariadic') return { kind: 'meta', name: cursor.next().text, variadic: true };
  if (isPlainMeta(cursor)) return { kind: 'meta', name: cursor.next().text, variadic: false };
  if (cursor.isPunctuation('&') || cursor.isPunctuation('&&')) return parseReference(cursor);
  if (cursor.isPunctuation('*')) return parseRawPointer(cursor);
  if (cursor.isPunctuation('[')) return parseSequence(cursor);
  if (cursor.isPunctuation('(')) return parseTuple(cursor);
  if (cursor.acceptPunctuation('!')) return { kind: 'never' };
  if (cursor.peek().kind === 'name' && cursor.peek().text === '_') {
    cursor.next();
    return { kind: 'inferred' };
  }
  if (cursor.acceptKeyword('impl')) return { kind: 'implTrait', bounds: parseBounds(cursor) };
  if (isDyn(cursor)) {
    cursor.next();
    return { kind: 'dynTrait', bounds: parseBounds(cursor) };
  }
  if (isFunctionPointer(cursor)) return parseFunctionPointer(cursor);
  if (startsMacro(cursor)) return { kind: 'macro', call: parseMacroCall(cursor) };
  if (!startsPath(cursor)) cursor.fail('expected a type');
  return { kind: 'path', path: parsePath(cursor, 'type') };
}

/** `$T` alone; `$T::Item` and `$T<u8>` are paths. */
function isPlainMeta(cursor: Cursor): boolean {
  return cursor.peek().kind === 'meta' && !cursor.isPunctuation('::', 1) && !cursor.isPunctuation('<', 1);
}

function isDyn(cursor: Cursor): boolean {
  const next = cursor.peek(1);
  return (
    cursor.peek().kind === 'name' &&
    cursor.peek().text === 'dyn' &&
    (next.kind === 'name' || next.kind === 'lifetime' || next.text === '?' || next.text === '::')
  );
}

function parseReference(cursor: Cursor): Type {
  cursor.expectHalf('&');
  const lifetime = cursor.peek().kind === 'lifetime' ? cursor.expectLifetime() : undefined;
  const mutable = cursor.acceptKeyword('mut');
  return { kind: 'reference', mutable, target: parseType(cursor), ...(lifetime === undefined ? {} : { lifetime }) };
}

function parseRawPointer(cursor: Cursor): Type {
  cursor.expectPunctuation('*');
  const mutable = cursor.acceptKeyword('mut');
  if (!mutable) cursor.expectKeyword('const');
  return { kind: 'rawPointer', mutable, target: parseType(cursor) };
}

function parseSequence(cursor: Cursor): Type {
  cursor.expectPunctuation('[');
  const element = parseType(cursor);
  if (cursor.acceptPunctuation(']')) return { kind: 'slice', element };
  cursor.expectPunctuation(';');
  const length = parseExpr(cursor);
  cursor.expectPunctuation(']');
  return { kind: 'array', element, length };
}

function parseTuple(cursor: Cursor): Type {
  cursor.expectPunctuation('(');
  const elements: Type[] = [];
  let comma = false;
  while (!cursor.acceptPunctuation(')')) {
    elements.push(parseType(cursor));
    comma = cursor.acceptPunctuation(',');
    if (!comma && !cursor.isPunctuation(')')) cursor.fail('expected `,` or `)`');
  }
  const [only] = elements;
  return elements.length === 1 && !comma && only !== undefined && only.kind !== 'meta'
    ? only
    : { kind: 'tuple', elements };
}

function isFunctionPointer(cursor: Cursor): boolean {
  return (
    cursor.isKeyword('fn') ||
    cursor.isKeyword('extern') ||
    (cursor.isKeyword('unsafe') && !cursor.isPunctuation('{', 1)) ||
    cursor.isKeyword('for')
  );
}

function parseFunctionPointer(cursor: Cursor): Type {
  const lifetimes = parseForLifetimes(cursor);
  if (!cursor.isKeyword('fn') && !cursor.isKeyword('extern') && !cursor.isKeyword('unsafe')) {
    return { kind: 'dynTrait', bounds: cursor.fail('expected `fn`') };
  }
  const isUnsafe = cursor.acceptKeyword('unsafe');
  const abi = parseAbi(cursor);
  cursor.expectKeyword('fn');
  cursor.expectPunctuation('(');
  const parameters: FunctionPointerParameter[] = [];
  let variadic = false;
  while (!cursor.acceptPunctuation(')')) {
    if (cursor.acceptPunctuation('...')) variadic = true;
    else parameters.push(parsePointerParameter(cursor));
    if (!cursor.isPunctuation(')')) cursor.expectPunctuation(',');
  }
  const result = cursor.acceptPunctuation('->') ? parseType(cursor) : undefined;
  return {
    kind: 'functionPointer',
    parameters,
    ...(lifetimes.length > 0 ? { lifetimes } : {}),
    ...(isUnsafe ? { unsafe: true } : {}),
    ...(abi === undefined ? {} : { abi }),
    ...(variadic ? { variadic } : {}),
    ...(result === undefined ? {} : { result }),
  };
}

function parsePointerParameter(cursor: Cursor): FunctionPointerParameter {
  const named = cursor.peek().kind === 'name' && cursor.isPunctuation(':', 1);
  if (!named) return { type: parseType(cursor) };
  const name = cursor.next().text;
  cursor.expectPunctuation(':');
  return { name, type: parseType(cursor) };
}

/** `extern "C"`; `''` for a bare `extern`. */
export function parseAbi(cursor: Cursor): string | undefined {
  if (!cursor.acceptKeyword('extern')) return undefined;
  return cursor.peek().kind === 'str' ? cursor.next().text : '';
}

/** `for<'a, 'b>`, if it is there. */
export function parseForLifetimes(cursor: Cursor): readonly string[] {
  if (!cursor.isKeyword('for') || !cursor.isPunctuation('<', 1)) return [];
  cursor.next();
  cursor.expectHalf('<');
  const lifetimes: string[] = [];
  while (!cursor.acceptHalf('>')) {
    lifetimes.push(cursor.expectLifetime());
    cursor.acceptPunctuation(',');
  }
  return lifetimes;
}

/** Bounds joined by `+`; may be empty. */
export function parseBounds(cursor: Cursor): readonly Bound[] {
  const bounds: Bound[] = [];
  while (startsBound(cursor)) {
    bounds.push(parseBound(cursor));
    if (!cursor.acceptPunctuation('+')) break;
  }
  return bounds;
}

function startsBound(cursor: Cursor): boolean {
  return (
    cursor.peek().kind === 'lifetime' ||
    cursor.isPunctuation('?') ||
    cursor.isPunctuation('(') ||
    cursor.isKeyword('for') ||
    cursor.isKeyword('use') ||
    startsPath(cursor)
  );
}

function parseBound(cursor: Cursor): Bound {
  if (cursor.peek().kind === 'lifetime') return { kind: 'lifetime', name: cursor.expectLifetime() };
  if (cursor.acceptKeyword('use')) return parseCaptures(cursor);
  if (cursor.acceptPunctuation('(')) {
    const bound = parseBound(cursor);
    cursor.expectPunctuation(')');
    return bound;
  }
  const maybe = cursor.acceptPunctuation('?');
  const lifetimes = parseForLifetimes(cursor);
  const path = parsePath(cursor, 'type');
  return { kind: 'trait', path, ...(maybe ? { maybe } : {}), ...(lifetimes.length > 0 ? { lifetimes } : {}) };
}

function parseCaptures(cursor: Cursor): Bound {
  cursor.expectHalf('<');
  const names: string[] = [];
  while (!cursor.acceptHalf('>')) {
    const token = cursor.next();
    names.push(token.kind === 'lifetime' ? `'${token.text}` : token.text);
    cursor.acceptPunctuation(',');
  }
  return { kind: 'use', names };
}
