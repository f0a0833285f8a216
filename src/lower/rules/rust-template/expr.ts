/**
 * Expressions, by precedence climbing. The parser keeps no parentheses of its own making: `(a + b) * c` becomes the
 * tree that it means, and the printer puts them back.
 */
import type { AssignOperator, Attribute, BinaryOperator, Expr, GenericArgument } from '../../../emit/rust-ast.js';
import { parseOuterAttributes } from './attribute.js';
import { parseBlock, parseClosure, parseFor, parseIf, parseLoop, parseMatch, parseWhile } from './control-flow.js';
import type { Cursor } from './cursor.js';
import { isLiteralToken, literalOf } from './literal.js';
import { parseMacroCall, startsMacro } from './macro.js';
import { parseGenericArguments, parsePath, startsPath } from './path.js';
import { parsePattern } from './pattern.js';
import { parseStructFields } from './struct.js';
import { parseType } from './type.js';

/** Where struct literals and block-like statements are read differently. */
export interface ExprMode {
  /** In conditions `name {` begins the block. */
  readonly noStruct?: boolean;
}

const anywhere: ExprMode = {};
/** The mode of conditions and scrutinees. */
export const condition: ExprMode = { noStruct: true };

const assignOperators: ReadonlySet<string> = new Set([
  '=',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '&=',
  '|=',
  '^=',
  '<<=',
  '>>=',
]);
const binaryPrecedence: ReadonlyMap<string, number> = new Map([
  ['||', 3],
  ['&&', 4],
  ['==', 5],
  ['!=', 5],
  ['<', 5],
  ['<=', 5],
  ['>', 5],
  ['>=', 5],
  ['|', 6],
  ['^', 7],
  ['&', 8],
  ['<<', 9],
  ['>>', 9],
  ['+', 10],
  ['-', 10],
  ['*', 11],
  ['/', 11],
  ['%', 11],
]);
const rangePrecedence = 2;
const castPrecedence = 12;

export function parseExpr(cursor: Cursor, mode: ExprMode = anywhere): Expr {
  const attributes = parseOuterAttributes(cursor);
  const expr = parseAssignment(cursor, mode);
  return withAttributes(expr, attributes);
}

function withAttributes(expr: Expr, attributes: readonly Attribute[]): Expr {
  return attributes.length === 0 ? expr : { ...expr, attributes };
}

function parseAssignment(cursor: Cursor, mode: ExprMode): Expr {
  return parseAssignmentFrom(cursor, parseRange(cursor, mode), mode);
}

/** The assignment whose target is parsed already, or the target itself. */
function parseAssignmentFrom(cursor: Cursor, target: Expr, mode: ExprMode): Expr {
  const token = cursor.peek();
  if (token.kind !== 'punctuation' || !assignOperators.has(token.text)) return target;
  cursor.next();
  return { kind: 'assign', operator: token.text as AssignOperator, target, value: parseAssignment(cursor, mode) };
}

function parseRange(cursor: Cursor, mode: ExprMode): Expr {
  if (cursor.isPunctuation('..') || cursor.isPunctuation('..=')) return parseRangeEnd(cursor, undefined, mode);
  return parseRangeFrom(cursor, parseBinary(cursor, rangePrecedence + 1, mode), mode);
}

function parseRangeFrom(cursor: Cursor, start: Expr, mode: ExprMode): Expr {
  return cursor.isPunctuation('..') || cursor.isPunctuation('..=') ? parseRangeEnd(cursor, start, mode) : start;
}

function parseRangeEnd(cursor: Cursor, start: Expr | undefined, mode: ExprMode): Expr {
  const inclusive = cursor.next().text === '..=';
  const end = startsExpr(cursor, mode) ? parseBinary(cursor, rangePrecedence + 1, mode) : undefined;
  return { kind: 'range', inclusive, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

/** Whether an operand can begin here; in conditions `{` cannot. */
function startsExpr(cursor: Cursor, mode: ExprMode): boolean {
  const token = cursor.peek();
  if (token.kind === 'end') return false;
  if (token.kind === 'punctuation') {
    if (token.text === '{') return mode.noStruct !== true;
    return ['(', '[', '-', '!', '*', '&', '&&', '|', '||', '<', '<<', '::', '#', '..', '..='].includes(token.text);
  }
  return !(token.kind === 'name' && token.isRaw !== true && ['as', 'else', 'in', 'where'].includes(token.text));
}

function parseBinary(cursor: Cursor, minimum: number, mode: ExprMode): Expr {
  return parseBinaryFrom(cursor, parsePrefix(cursor, mode), minimum, mode);
}

/** Goes on behind a left operand while operators bind at least as `minimum`. */
function parseBinaryFrom(cursor: Cursor, first: Expr, minimum: number, mode: ExprMode): Expr {
  let left = first;
  for (;;) {
    if (castPrecedence >= minimum && cursor.acceptKeyword('as')) {
      left = { kind: 'cast', operand: left, type: parseType(cursor) };
      continue;
    }
    const token = cursor.peek();
    const precedence = token.kind === 'punctuation' ? binaryPrecedence.get(token.text) : undefined;
    if (precedence === undefined || precedence < minimum) return left;
    cursor.next();
    const right = parseBinary(cursor, precedence + 1, mode);
    left = { kind: 'binary', operator: token.text as BinaryOperator, left, right };
  }
}

function parsePrefix(cursor: Cursor, mode: ExprMode): Expr {
  if (cursor.acceptPunctuation('-')) return { kind: 'unary', operator: '-', operand: parsePrefix(cursor, mode) };
  if (cursor.acceptPunctuation('!')) return { kind: 'unary', operator: '!', operand: parsePrefix(cursor, mode) };
  if (cursor.acceptPunctuation('*')) return { kind: 'deref', operand: parsePrefix(cursor, mode) };
  if (cursor.isPunctuation('&') || cursor.isPunctuation('&&')) return parseReference(cursor, mode);
  if (cursor.isKeyword('let')) return parseLetCondition(cursor);
  return parsePostfix(cursor, parsePrimary(cursor, mode), mode);
}

function parseReference(cursor: Cursor, mode: ExprMode): Expr {
  cursor.expectHalf('&');
  const isRaw =
    cursor.peek().kind === 'name' &&
    cursor.peek().text === 'raw' &&
    (cursor.isKeyword('const', 1) || cursor.isKeyword('mut', 1));
  if (isRaw) {
    cursor.next();
    const mutable = cursor.next().text === 'mut';
    return { kind: 'rawRef', mutable, operand: parsePrefix(cursor, mode) };
  }
  const mutable = cursor.acceptKeyword('mut');
  return { kind: 'ref', mutable, operand: parsePrefix(cursor, mode) };
}

function parseLetCondition(cursor: Cursor): Expr {
  cursor.expectKeyword('let');
  const pattern = parsePattern(cursor);
  cursor.expectPunctuation('=');
  const comparison = 5;
  return { kind: 'let', pattern, scrutinee: parseBinary(cursor, comparison, condition) };
}

/** Calls, indexing, fields, methods and `?` behind an operand. */
function parsePostfix(cursor: Cursor, start: Expr, mode: ExprMode): Expr {
  let expr = start;
  for (;;) {
    if (cursor.acceptPunctuation('?')) expr = { kind: 'try', operand: expr };
    else if (cursor.isPunctuation('(')) expr = { kind: 'call', callee: expr, ...parseArguments(cursor) };
    else if (cursor.acceptPunctuation('[')) {
      const index = parseExpr(cursor);
      cursor.expectPunctuation(']');
      expr = { kind: 'index', operand: expr, index };
    } else if (cursor.acceptPunctuation('.')) expr = parseMember(cursor, expr, mode);
    else return expr;
  }
}

function parseMember(cursor: Cursor, operand: Expr, mode: ExprMode): Expr {
  const token = cursor.peek();
  if (token.kind === 'int') {
    cursor.next();
    return { kind: 'tupleField', operand, index: Number(token.text) };
  }
  if (token.kind === 'float') {
    cursor.next();
    const [outer = '', inner = ''] = token.text.split('.');
    const field: Expr = { kind: 'tupleField', operand, index: Number(outer) };
    return inner === ''
      ? parseMember(cursor, field, mode)
      : { kind: 'tupleField', operand: field, index: Number(inner) };
  }
  const name = cursor.expectName();
  const generics: readonly GenericArgument[] | undefined = cursor.acceptPunctuation('::')
    ? parseGenericArguments(cursor)
    : undefined;
  if (!cursor.isPunctuation('(')) return { kind: 'field', operand, name };
  return {
    kind: 'methodCall',
    receiver: operand,
    method: name,
    ...parseArguments(cursor),
    ...(generics === undefined ? {} : { generics }),
  };
}

type Arguments = Pick<Extract<Expr, { readonly kind: 'call' }>, 'arguments' | 'dangling'>;

function parseArguments(cursor: Cursor): Arguments {
  cursor.expectPunctuation('(');
  const { elements, dangling } = parseElements(cursor, ')');
  return { arguments: elements, ...(dangling.length > 0 ? { dangling } : {}) };
}

interface Elements {
  readonly elements: readonly Expr[];
  readonly comma: boolean;
  readonly dangling: NonNullable<Arguments['dangling']>;
}

/** Expressions with commas up to the closing delimiter, with their comments. */
function parseElements(cursor: Cursor, close: string): Elements {
  const elements: Expr[] = [];
  let comma = false;
  for (;;) {
    const { leading } = cursor.leading();
    if (cursor.acceptPunctuation(close)) return { elements, comma, dangling: leading };
    const element = parseExpr(cursor);
    comma = cursor.acceptPunctuation(',');
    if (!comma && !cursor.isPunctuation(close)) cursor.fail(`expected \`,\` or \`${close}\``);
    const trailing = cursor.trailing();
    elements.push({
      ...element,
      ...(leading.length > 0 ? { leading } : {}),
      ...(trailing === undefined ? {} : { trailing }),
    });
  }
}

function parsePrimary(cursor: Cursor, mode: ExprMode): Expr {
  const token = cursor.peek();
  if (isLiteralToken(token)) return { kind: 'literal', literal: literalOf(cursor.next()) };
  if (token.kind === 'metaVariadic') return { kind: 'meta', name: cursor.next().text, variadic: true };
  if (token.kind === 'lifetime') return parseLabelled(cursor);
  if (token.kind === 'punctuation') return parseDelimited(cursor, mode);
  const keyword = token.kind === 'name' && token.isRaw !== true ? keywordParsers.get(token.text) : undefined;
  if (keyword !== undefined) return keyword(cursor, mode);
  if (token.kind === 'name' && token.text === '_') {
    cursor.next();
    return { kind: 'underscore' };
  }
  if (startsMacro(cursor)) return { kind: 'macro', call: parseMacroCall(cursor) };
  if (!startsPath(cursor)) cursor.fail('expected an expression');
  return parsePathExpr(cursor, mode);
}

/** A literal, if there is one: for const arguments. */
export function parseLiteralExpr(cursor: Cursor): Expr | undefined {
  return isLiteralToken(cursor.peek()) ? { kind: 'literal', literal: literalOf(cursor.next()) } : undefined;
}

function parsePathExpr(cursor: Cursor, mode: ExprMode): Expr {
  const token = cursor.peek();
  const path = parsePath(cursor, 'expr');
  if (cursor.isPunctuation('{') && mode.noStruct !== true) return parseStructFields(cursor, path);
  const isMeta = token.kind === 'meta' && path.segments.length === 1 && path.segments[0]?.generics === undefined;
  return isMeta ? { kind: 'meta', name: token.text, variadic: false } : { kind: 'path', path };
}

function parseDelimited(cursor: Cursor, mode: ExprMode): Expr {
  if (cursor.isPunctuation('(')) return parseTuple(cursor);
  if (cursor.isPunctuation('[')) return parseArray(cursor);
  if (cursor.isPunctuation('{')) return parseBlockExpr(cursor);
  if (cursor.isPunctuation('|') || cursor.isPunctuation('||')) return parseClosure(cursor);
  if (startsPath(cursor) || cursor.isPunctuation('<<')) return parsePathExpr(cursor, mode);
  return cursor.fail('expected an expression');
}

function parseTuple(cursor: Cursor): Expr {
  cursor.expectPunctuation('(');
  const { elements, comma, dangling } = parseElements(cursor, ')');
  const [only] = elements;
  const isParenthesised =
    elements.length === 1 && !comma && only !== undefined && !(only.kind === 'meta' && only.variadic);
  return isParenthesised ? only : { kind: 'tuple', elements, ...(dangling.length > 0 ? { dangling } : {}) };
}

function parseArray(cursor: Cursor): Expr {
  cursor.expectPunctuation('[');
  const place = cursor.save();
  if (!cursor.isPunctuation(']')) {
    const value = parseExpr(cursor);
    if (cursor.acceptPunctuation(';')) {
      const length = parseExpr(cursor);
      cursor.expectPunctuation(']');
      return { kind: 'arrayRepeat', value, length };
    }
    cursor.restore(place);
  }
  const { elements, dangling } = parseElements(cursor, ']');
  return { kind: 'array', elements, ...(dangling.length > 0 ? { dangling } : {}) };
}

/** `{ … }` as an expression. */
export function parseBlockExpr(cursor: Cursor): Expr {
  return { kind: 'block', block: parseBlock(cursor) };
}

function parseLabelled(cursor: Cursor): Expr {
  const label = cursor.expectLifetime();
  cursor.expectPunctuation(':');
  if (cursor.isKeyword('loop')) return parseLoop(cursor, label);
  if (cursor.isKeyword('while')) return parseWhile(cursor, label);
  if (cursor.isKeyword('for')) return parseFor(cursor, label);
  return { kind: 'block', label, block: parseBlock(cursor) };
}

const keywordParsers: ReadonlyMap<string, (cursor: Cursor, mode: ExprMode) => Expr> = new Map([
  ['if', (cursor: Cursor) => parseIf(cursor)],
  ['match', (cursor: Cursor) => parseMatch(cursor)],
  ['loop', (cursor: Cursor) => parseLoop(cursor)],
  ['while', (cursor: Cursor) => parseWhile(cursor)],
  ['for', (cursor: Cursor) => parseFor(cursor)],
  ['move', (cursor: Cursor) => parseClosure(cursor)],
  ['unsafe', parseUnsafe],
  ['const', parseConstBlock],
  ['return', parseReturn],
  ['break', parseBreak],
  ['continue', parseContinue],
]);

function parseUnsafe(cursor: Cursor): Expr {
  cursor.expectKeyword('unsafe');
  return { kind: 'unsafe', block: parseBlock(cursor) };
}

function parseConstBlock(cursor: Cursor): Expr {
  cursor.expectKeyword('const');
  return { kind: 'block', const: true, block: parseBlock(cursor) };
}

function parseReturn(cursor: Cursor, mode: ExprMode): Expr {
  cursor.expectKeyword('return');
  return startsExpr(cursor, mode) ? { kind: 'return', value: parseExpr(cursor, mode) } : { kind: 'return' };
}

function parseBreak(cursor: Cursor, mode: ExprMode): Expr {
  cursor.expectKeyword('break');
  const label =
    cursor.peek().kind === 'lifetime' && !cursor.isPunctuation(':', 1) ? cursor.expectLifetime() : undefined;
  const value = startsExpr(cursor, mode) ? parseExpr(cursor, mode) : undefined;
  return { kind: 'break', ...(label === undefined ? {} : { label }), ...(value === undefined ? {} : { value }) };
}

function parseContinue(cursor: Cursor): Expr {
  cursor.expectKeyword('continue');
  return cursor.peek().kind === 'lifetime'
    ? { kind: 'continue', label: cursor.expectLifetime() }
    : { kind: 'continue' };
}

/**
 * An expression at the start of a statement. A block-like one ends there, unless `.` or `?` follows; `complete` says
 * that it did.
 */
export function parseStatementExpr(cursor: Cursor): { readonly expr: Expr; readonly complete: boolean } {
  const attributes = parseOuterAttributes(cursor);
  const first = parseBlockLike(cursor);
  if (first === undefined)
    return { expr: withAttributes(parseAssignment(cursor, anywhere), attributes), complete: false };
  if (!cursor.isPunctuation('.') && !cursor.isPunctuation('?'))
    return { expr: withAttributes(first, attributes), complete: true };
  const operand = parseBinaryFrom(cursor, parsePostfix(cursor, first, anywhere), rangePrecedence + 1, anywhere);
  const whole = parseAssignmentFrom(cursor, parseRangeFrom(cursor, operand, anywhere), anywhere);
  return { expr: withAttributes(whole, attributes), complete: false };
}

function parseBlockLike(cursor: Cursor): Expr | undefined {
  const token = cursor.peek();
  if (cursor.isPunctuation('{')) return parseBlockExpr(cursor);
  if (token.kind === 'lifetime') return parseLabelled(cursor);
  const starts = ['if', 'match', 'loop', 'while', 'for', 'unsafe'].some((word) => cursor.isKeyword(word));
  if (starts) return keywordParsers.get(token.text)?.(cursor, anywhere);
  if (cursor.isKeyword('const') && cursor.isPunctuation('{', 1)) return parseConstBlock(cursor);
  if (!startsMacro(cursor)) return undefined;
  const place = cursor.save();
  const call = parseMacroCall(cursor);
  if (call.delimiter === 'braces') return { kind: 'macro', call };
  cursor.restore(place);
  return undefined;
}
