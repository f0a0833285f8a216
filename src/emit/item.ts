/** Items: one layout per kind, and the lines of a module. */

import { layoutAttributes, layoutDocs } from './attribute.js';
import { layoutConst, layoutStatic } from './item/constant.js';
import { layoutEnum } from './item/enum.js';
import { layoutFunction } from './item/function.js';
import { layoutImpl, layoutTrait } from './item/impl.js';
import { layoutExternBlock, layoutExternCrate, layoutModule } from './item/module.js';
import { groupSorted } from './item/order.js';
import { layoutStruct, layoutUnion } from './item/struct.js';
import { layoutTypeAlias } from './item/type-alias.js';
import { layoutUse } from './item/use.js';
import { commentLines, withComments } from './layout/comments.js';
import type { Context } from './layout/context.js';
import { withOrigin } from './layout/marks.js';
import { lineShape, narrow, pageWidth, unlimitedPage } from './layout/shape.js';
import { type Doc, hardline, textOf } from './layout/text.js';
import { layoutMacroCall } from './macro.js';
import type { Item, ItemKind, ItemOf, Visibility } from './rust-ast.js';

/** Where an item stands: the column of its first line and the width of the page. */
export interface Place {
  readonly indent: number;
  readonly page: number;
}

type ItemLayout<K extends ItemKind> = (item: ItemOf<K>, context: Context, place: Place) => Doc | undefined;

/** Items one below the other, with their comments; `use` and `mod` lines in the order that rustfmt gives them. */
export function layoutItems(items: readonly Item[], context: Context, indentColumns: number): Doc {
  const ordered = groupSorted(items, context.edition);
  return ordered.map((item, index): Doc => {
    const previous = ordered[index - 1];
    const separator: Doc = previous === undefined ? '' : blankBetween(previous, item) ? [hardline, hardline] : hardline;
    return [separator, layoutItemWithComments(item, context, indentColumns)];
  });
}

/** An explicit wish decides; without one an item that has a body stands apart from its neighbours. */
function blankBetween(previous: Item, item: Item): boolean {
  return item.blankLineBefore ?? (hasBody(previous) || hasBody(item));
}

function hasBody(item: Item): boolean {
  switch (item.kind) {
    case 'fn':
      return item.body !== undefined;
    case 'struct':
      return item.fields.kind === 'named';
    case 'mod':
      return item.content !== undefined;
    case 'enum':
    case 'union':
    case 'impl':
    case 'trait':
    case 'externBlock':
      return true;
    default:
      return false;
  }
}

function layoutItemWithComments(item: Item, context: Context, indentColumns: number): Doc {
  if (item.kind === 'comment') return commentLines(item.leading ?? []);
  const document = layoutItem(item, context, indentColumns);
  return withComments(item, withOrigin(item.origin, document));
}

/** One item with its documentation and attributes, without its comments. */
export function layoutItem(item: Item, context: Context, indentColumns: number): Doc {
  const head = layoutItemHead(item, context, indentColumns);
  const body =
    layoutBare(item, context, { indent: indentColumns, page: pageWidth }) ??
    layoutBare(item, context, { indent: indentColumns, page: unlimitedPage });
  if (body === undefined)
    throw new Error(`the layout of an item (${item.kind}) failed although its room was unlimited`);
  return textOf(head) === '' ? body : [head, body];
}

/** Documentation and attributes, with the line break behind them. */
function layoutItemHead(item: Item, context: Context, indentColumns: number): Doc {
  const { docs = [], attributes = [] } = item;
  const shape = lineShape(indentColumns);
  const laidOut =
    layoutAttributes(attributes, context, shape) ??
    layoutAttributes(attributes, context, lineShape(indentColumns, unlimitedPage));
  return [
    docs.length === 0 ? '' : [layoutDocs(docs, '///'), hardline],
    attributes.length === 0 || laidOut === undefined ? '' : [laidOut, hardline],
  ];
}

function layoutBare(item: Item, context: Context, place: Place): Doc | undefined {
  // The table's entry for a kind takes the item of that kind; TypeScript cannot correlate the two.
  const layout = itemLayouts[item.kind] as ItemLayout<ItemKind>;
  return layout(item, context, place);
}

const itemLayouts: { readonly [K in ItemKind]: ItemLayout<K> } = {
  fn: layoutFunction,
  struct: layoutStruct,
  enum: layoutEnum,
  union: layoutUnion,
  impl: layoutImpl,
  trait: layoutTrait,
  const: layoutConst,
  static: layoutStatic,
  typeAlias: layoutTypeAlias,
  use: layoutUse,
  mod: layoutModule,
  externBlock: layoutExternBlock,
  externCrate: layoutExternCrate,
  macro: (item, context, place) => {
    const room = narrow(lineShape(place.indent, place.page), 1);
    const call = room && layoutMacroCall(item.call, context, room);
    return call === undefined ? undefined : item.call.delimiter === 'braces' ? call : [call, ';'];
  },
  comment: (item) => commentLines(item.leading ?? []),
};

/** `pub `, `pub(crate) `, or nothing. */
export function visibilityText(visibility: Visibility | undefined): string {
  if (visibility === undefined || visibility === 'private') return '';
  if (typeof visibility === 'string') return `${visibility} `;
  return `pub(in ${visibility.path.segments.map((segment) => segment.name).join('::')}) `;
}
