/** Modules, `extern` blocks and `extern crate`. */

import { layoutDocs, layoutInnerAttributes } from '../attribute.js';
import { layoutItems, type Place, visibilityText } from '../item.js';
import { commentLines } from '../layout/comments.js';
import type { Context } from '../layout/context.js';
import { lineShape, tabWidth, unlimitedPage } from '../layout/shape.js';
import { type Doc, hardline, indent, textOf } from '../layout/text.js';
import { writeName } from '../names.js';
import type { ExternBlockItem, ExternCrateItem, ModuleContent, ModuleItem } from '../rust-ast.js';
import { layoutItemBlock } from './impl.js';

export function layoutModule(item: ModuleItem, context: Context, place: Place): Doc {
  const head = `${visibilityText(item.visibility)}mod ${writeName(item.name, context.edition)}`;
  if (item.content === undefined) return `${head};`;
  const content = layoutModuleContent(item.content, context, place.indent + tabWidth);
  return textOf(content) === '' ? `${head} {}` : [`${head} {`, indent([hardline, content]), hardline, '}'];
}

/** What stands in a file or between the braces of a module. */
export function layoutModuleContent(content: ModuleContent, context: Context, indentColumns: number): Doc {
  const { header = [], docs = [], attributes = [], items, dangling = [] } = content;
  const shape = lineShape(indentColumns);
  const inner =
    layoutInnerAttributes(attributes, context, shape) ??
    layoutInnerAttributes(attributes, context, lineShape(indentColumns, unlimitedPage)) ??
    '';
  const parts: Doc[] = [];
  const add = (part: Doc, blankBefore: boolean) => {
    if (parts.length > 0) parts.push(blankBefore ? [hardline, hardline] : hardline);
    parts.push(part);
  };
  if (header.length > 0) add(commentLines(header), false);
  if (docs.length > 0) add(layoutDocs(docs, '//!'), header.length > 0);
  if (attributes.length > 0) add(inner, parts.length > 0);
  if (items.length > 0) add(layoutItems(items, context, indentColumns), parts.length > 0);
  if (dangling.length > 0) add(commentLines(dangling), dangling[0]?.blankLineBefore === true);
  return parts;
}

export function layoutExternBlock(item: ExternBlockItem, context: Context, place: Place): Doc {
  const prefix = item.unsafe === true || context.edition === '2024' ? 'unsafe ' : '';
  const head = `${prefix}extern "${item.abi}" `;
  const dangling = item.dangling ?? [];
  if (item.items.length === 0 && dangling.length === 0) return `${head}{}`;
  return [head, layoutItemBlock(item.items, dangling, context, place)];
}

export function layoutExternCrate(item: ExternCrateItem, context: Context): Doc {
  const alias = item.alias === undefined ? '' : ` as ${writeName(item.alias, context.edition)}`;
  return `${visibilityText(item.visibility)}extern crate ${writeName(item.name, context.edition)}${alias};`;
}
