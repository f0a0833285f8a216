/**
 * Rust text with metavariables to Rust AST. A metavariable `$name` stands for an expression, type or pattern (AST
 * kind `meta`) or, inside a path or behind a dot, for a name (a name that begins with `$`). `$name...` stands for any
 * number of arguments, elements or statements.
 */
import type { Block, Expr, Item, ModuleContent, Pattern, Type } from '../../../emit/rust-ast.js';
import { parseStatements } from './control-flow.js';
import { Cursor } from './cursor.js';
import { TemplateError } from './error.js';
import { parseExpr } from './expr.js';
import { parseItem, parseModuleContent } from './item.js';
import { parsePattern } from './pattern.js';
import { parseType } from './type.js';

export type ParseResult<N> =
  | { readonly ok: true; readonly node: N }
  /** `offset` counts UTF-16 units from the start of the text. */
  | { readonly ok: false; readonly message: string; readonly offset: number };

function parseWhole<N>(source: string, parse: (cursor: Cursor) => N): ParseResult<N> {
  try {
    const cursor = new Cursor(source);
    const node = parse(cursor);
    if (cursor.peek().kind !== 'end') cursor.fail('expected the end');
    return { ok: true, node };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { ok: false, message: error.message, offset: error.offset };
  }
}

export function parseExprTemplate(source: string): ParseResult<Expr> {
  return parseWhole(source, parseExpr);
}
export function parseTypeTemplate(source: string): ParseResult<Type> {
  return parseWhole(source, parseType);
}
export function parsePatternTemplate(source: string): ParseResult<Pattern> {
  return parseWhole(source, parsePattern);
}
/** Statements without braces around them; the last may be an expression without semicolon. */
export function parseStatementsTemplate(source: string): ParseResult<Block> {
  return parseWhole(source, (cursor) => parseStatements(cursor, undefined));
}
export function parseItemTemplate(source: string): ParseResult<Item> {
  return parseWhole(source, parseItem);
}
/** A whole Rust file. */
export function parseModuleText(source: string): ParseResult<ModuleContent> {
  return parseWhole(source, parseModuleContent);
}
