/**
 * Rust AST to text: comments find their lines, parentheses are added, layouts decide every line break as rustfmt
 * does, and prettier's document printer writes the result.
 */
import { type builders, printer } from 'prettier/doc';
import { layoutBlock } from './expr/block.js';
import { layoutExpr } from './expr.js';
import { layoutModuleContent } from './item/module.js';
import { type Edition, newContext } from './layout/context.js';
import { collectMarks } from './layout/marks.js';
import { lineShape, pageWidth, tabWidth, unlimitedLine } from './layout/shape.js';
import type { Doc } from './layout/text.js';
import { layoutPattern } from './pattern.js';
import { commentPlacer } from './prepare/comments.js';
import { parenthesiser } from './prepare/parentheses.js';
import type { Block, Expr, ModuleContent, Origin, Pattern, Type } from './rust-ast.js';
import { layoutType } from './type.js';

export interface PrintOptions {
  readonly edition: Edition;
}

/** An `unsafe` block in the printed text. */
export interface UnsafeSite {
  /** One-based. */
  readonly line: number;
  readonly reason: string | undefined;
  readonly origin: Origin | undefined;
}

/** A function in the printed text, with the lines (one-based, both inclusive) that it takes. */
export interface FunctionSite {
  readonly line: number;
  readonly lastLine: number;
  /** Where its Zig begins. */
  readonly origin: Origin;
}

export interface PrintedModule {
  readonly text: string;
  /** For every line the place in Zig that it was made from, where one is known. */
  readonly origins: readonly (Origin | undefined)[];
  readonly unsafeSites: readonly UnsafeSite[];
  readonly functions: readonly FunctionSite[];
}

/** The text of a module: a whole file. */
export function printModule(content: ModuleContent, options: PrintOptions): PrintedModule {
  const items = content.items.map(commentPlacer().item).map(parenthesiser().item);
  const document = layoutModuleContent({ ...content, items }, newContext(options.edition), 0);
  const text = printDocument(document);
  const lineCount = text === '' ? 0 : text.split('\n').length;
  // rustfmt wants an end of line of an empty file, too.
  return { text: `${text}\n`, ...placeMarks(document, lineCount) };
}

/** A single expression, for messages and tests. */
export function printExpr(expr: Expr, options: PrintOptions = { edition: '2024' }): string {
  const prepared = parenthesiser().expr(commentPlacer().expr(expr));
  return printWithin((shape) => layoutExpr(prepared, newContext(options.edition), shape));
}

/** A single type. */
export function printType(type: Type, options: PrintOptions = { edition: '2024' }): string {
  const prepared = parenthesiser().type(type);
  return printWithin((shape) => layoutType(prepared, newContext(options.edition), shape));
}

/** A single pattern. */
export function printPattern(pattern: Pattern, options: PrintOptions = { edition: '2024' }): string {
  const prepared = parenthesiser().pattern(pattern);
  return printWithin((shape) => layoutPattern(prepared, newContext(options.edition), shape));
}

/** A block with its braces. */
export function printBlock(block: Block, options: PrintOptions = { edition: '2024' }): string {
  const prepared = parenthesiser().block(commentPlacer().block(block));
  return printWithin((shape) => layoutBlock(prepared, '', newContext(options.edition), shape));
}

function printWithin(layout: (shape: ReturnType<typeof lineShape>) => Doc | undefined): string {
  const document = layout(lineShape(0)) ?? layout(unlimitedLine(0));
  if (document === undefined) throw new Error('a layout failed although its room was unlimited');
  return printDocument(document);
}

function printDocument(document: builders.Doc): string {
  const { formatted } = printer.printDocToString(document, { printWidth: pageWidth, tabWidth, useTabs: false });
  return formatted;
}

function placeMarks(document: Doc, lineCount: number): Omit<PrintedModule, 'text'> {
  const origins: (Origin | undefined)[] = Array.from({ length: lineCount }, () => undefined);
  const unsafeSites: UnsafeSite[] = [];
  const functions: FunctionSite[] = [];
  for (const { mark, line, lastLine } of collectMarks(document)) {
    if (mark.kind === 'origin') origins[line] ??= mark.origin;
    else if (mark.kind === 'unsafe') unsafeSites.push({ line: line + 1, reason: mark.reason, origin: mark.origin });
    else functions.push({ line: line + 1, lastLine: lastLine + 1, origin: mark.origin });
  }
  return { origins, unsafeSites, functions };
}
