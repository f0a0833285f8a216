/**
 * Macro calls. The arguments are parsed as expressions; where that fails, as types or patterns. The first string of
 * the formatting macros is taken apart into pieces.
 */
import type { FormatPiece, MacroArgument, MacroCall, MacroDelimiter, MacroInput } from '../../../emit/rust-ast.js';
import type { Cursor } from './cursor.js';
import { TemplateError } from './error.js';
import { parseExpr } from './expr.js';
import { parseItems } from './item.js';
import { literalOf } from './literal.js';
import { parsePath } from './path.js';
import { parsePattern } from './pattern.js';
import { parseType } from './type.js';

/** Whether `path!` begins here. */
export function startsMacro(cursor: Cursor): boolean {
  let ahead = cursor.isPunctuation('::') ? 1 : 0;
  for (;;) {
    const startsCrate = ['crate', 'self', 'super'].some((word) => cursor.isKeyword(word, ahead));
    if (cursor.peek(ahead).kind !== 'name' || (!cursor.isName(ahead) && !startsCrate)) return false;
    if (cursor.isPunctuation('!', ahead + 1))
      return ['(', '[', '{'].some((open) => cursor.isPunctuation(open, ahead + 2));
    if (!cursor.isPunctuation('::', ahead + 1)) return false;
    ahead += 2;
  }
}

const delimiters: readonly (readonly [string, string, MacroDelimiter])[] = [
  ['(', ')', 'parentheses'],
  ['[', ']', 'brackets'],
  ['{', '}', 'braces'],
];

export function parseMacroCall(cursor: Cursor): MacroCall {
  const path = parsePath(cursor, 'module');
  cursor.expectPunctuation('!');
  for (const [open, close, delimiter] of delimiters) {
    if (!cursor.acceptPunctuation(open)) continue;
    const name = path.segments.at(-1)?.name ?? '';
    const input = delimiter === 'braces' ? parseBraces(cursor, name, close) : parseInput(cursor, name, close);
    return { path, delimiter, input };
  }
  return cursor.fail('expected `(`, `[` or `{`');
}

/** Between braces stand items (`thread_local!`) or, seldom, arguments. */
function parseBraces(cursor: Cursor, name: string, close: string): MacroInput {
  const place = cursor.save();
  try {
    const items = parseItems(cursor, close);
    cursor.expectPunctuation(close);
    return { kind: 'items', items };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    cursor.restore(place);
    return parseInput(cursor, name, close);
  }
}

function parseInput(cursor: Cursor, name: string, close: string): MacroInput {
  const formatPosition = formatStringPositions.get(name);
  const args: MacroArgument[] = [];
  for (;;) {
    const { leading } = cursor.leading();
    if (cursor.acceptPunctuation(close)) {
      return { kind: 'arguments', arguments: args, ...(leading.length > 0 ? { dangling: leading } : {}) };
    }
    const argument = parseArgument(cursor, name, args.length === formatPosition);
    if (args.length === 0 && argument.kind === 'expr' && cursor.acceptPunctuation(';')) {
      const length = parseExpr(cursor);
      cursor.expectPunctuation(close);
      return { kind: 'repeat', value: argument.expr, length };
    }
    if (!cursor.isPunctuation(close)) cursor.expectPunctuation(',');
    const trailing = cursor.trailing();
    args.push({
      ...argument,
      ...(leading.length > 0 ? { leading } : {}),
      ...(trailing === undefined ? {} : { trailing }),
    });
  }
}

/** Macros with a format string, and its position. */
const formatStringPositions: ReadonlyMap<string, number> = new Map([
  ...[
    'print',
    'println',
    'eprint',
    'eprintln',
    'format',
    'format_args',
    'panic',
    'todo',
    'unreachable',
    'unimplemented',
  ].map((name) => [name, 0] as const),
  ...['write', 'writeln', 'assert', 'debug_assert'].map((name) => [name, 1] as const),
  ...['assert_eq', 'assert_ne', 'debug_assert_eq', 'debug_assert_ne'].map((name) => [name, 2] as const),
]);

function parseArgument(cursor: Cursor, name: string, isFormat: boolean): MacroArgument {
  if (isFormat && cursor.peek().kind === 'str') return parseFormatString(cursor);
  if (cursor.isName() && cursor.isPunctuation('=', 1)) {
    const argumentName = cursor.expectName();
    cursor.expectPunctuation('=');
    return { kind: 'named', name: argumentName, expr: parseExpr(cursor) };
  }
  if (name === 'matches' && !isFirst(cursor)) return parseMatchesPattern(cursor);
  const place = cursor.save();
  try {
    return { kind: 'expr', expr: parseExpr(cursor) };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    cursor.restore(place);
    return parseTypeArgument(cursor, error);
  }
}

/** Whether the cursor stands directly behind an opening parenthesis. */
function isFirst(cursor: Cursor): boolean {
  return cursor.peek(-1).text === '(';
}

function parseMatchesPattern(cursor: Cursor): MacroArgument {
  const pattern = parsePattern(cursor);
  return cursor.acceptKeyword('if')
    ? { kind: 'pattern', pattern, guard: parseExpr(cursor) }
    : { kind: 'pattern', pattern };
}

/** What is no expression may be a type; if it is neither, the complaint is about the expression. */
function parseTypeArgument(cursor: Cursor, exprError: TemplateError): MacroArgument {
  try {
    return { kind: 'type', type: parseType(cursor) };
  } catch (error) {
    throw error instanceof TemplateError ? exprError : error;
  }
}

function parseFormatString(cursor: Cursor): MacroArgument {
  const token = cursor.next();
  const literal = literalOf(token);
  const value = literal.kind === 'str' ? literal.value : '';
  return { kind: 'format', pieces: formatPieces(value, (message) => cursor.fail(message, token)) };
}

/** A format string in pieces, braces unescaped. */
function formatPieces(value: string, fail: (message: string) => never): readonly FormatPiece[] {
  const pieces: FormatPiece[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') pieces.push({ kind: 'text', text });
    text = '';
  };
  for (const match of value.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g)) {
    const [whole, hole] = match;
    if (whole === '{' || whole === '}') fail('unbalanced brace in a format string');
    if (hole === undefined) {
      text += whole === '{{' ? '{' : whole === '}}' ? '}' : whole;
      continue;
    }
    flush();
    pieces.push(formatHole(hole));
  }
  flush();
  return pieces;
}

function formatHole(hole: string): FormatPiece {
  const colon = hole.indexOf(':');
  const name = colon < 0 ? hole : hole.slice(0, colon);
  const argument = name === '' ? undefined : /^\d+$/.test(name) ? Number(name) : name;
  const specification = colon < 0 ? undefined : hole.slice(colon + 1);
  return {
    kind: 'argument',
    ...(argument === undefined ? {} : { argument }),
    ...(specification === undefined ? {} : { specification }),
  };
}
