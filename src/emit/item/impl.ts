/** `impl` and `trait`. */

import { layoutBounds } from '../bounds.js';
import { isSnuggled, layoutGenerics, layoutWhere, wherePredicates } from '../generics.js';
import { layoutItems, type Place, visibilityText } from '../item.js';
import { layoutAssignment } from '../layout/assign.js';
import { commentLines } from '../layout/comments.js';
import type { Context } from '../layout/context.js';
import { advance, lineShape, nestedLine, tabWidth } from '../layout/shape.js';
import { type Doc, hardline, indent, isMultiline, lastLineWidth, textOf, totalWidth } from '../layout/text.js';
import { writeName } from '../names.js';
import { layoutPath } from '../path.js';
import type { Comment, ImplItem, Item, TraitItem } from '../rust-ast.js';
import { layoutType } from '../type.js';

/** The items and last comments between braces. */
export function layoutItemBlock(
  items: readonly Item[],
  dangling: readonly Comment[],
  context: Context,
  place: Place,
): Doc {
  const body = layoutItems(items, context, place.indent + tabWidth);
  const separator: Doc =
    items.length === 0 ? '' : dangling[0]?.blankLineBefore === true ? [hardline, hardline] : hardline;
  const comments: Doc = dangling.length === 0 ? '' : [separator, commentLines(dangling)];
  return ['{', indent([hardline, body, comments]), hardline, '}'];
}

export function layoutImpl(item: ImplItem, context: Context, place: Place): Doc | undefined {
  const head = layoutImplHead(item, context, place);
  if (head === undefined) return undefined;
  const dangling = item.dangling ?? [];
  const isEmpty = item.items.length === 0 && dangling.length === 0;
  const predicates = wherePredicates(item.generics).length;
  const short = isEmpty && predicates === 1 && !isMultiline(head);
  const line = lineShape(place.indent, place.page);
  const shape = isMultiline(head)
    ? { ...line, width: place.page }
    : { ...line, width: Math.max(0, place.page - totalWidth(head)) };
  const where = layoutWhere(
    item.generics,
    context,
    shape,
    short ? { suppressComma: true, snuggled: true, maySingleLine: true } : { snuggled: isSnuggled(head, place.indent) },
  );
  if (where === undefined) return undefined;
  if (isEmpty && !isMultiline(head) && totalWidth(head) + textOf(where).length <= place.page) {
    if (!isMultiline(where)) return [head, where, ' {}'];
    return [head, where, predicates === 1 ? ',' : '', hardline, '{', hardline, '}'];
  }
  const onNewLine = isMultiline(head) || textOf(where) !== '';
  if (isEmpty) return [head, where, onNewLine ? hardline : ' ', '{', onNewLine ? hardline : '', '}'];
  return [head, where, onNewLine ? hardline : ' ', layoutItemBlock(item.items, dangling, context, place)];
}

/** `unsafe impl<T> Trait for Type`. */
function layoutImplHead(item: ImplItem, context: Context, place: Place): Doc | undefined {
  const prefix = item.unsafe === true ? 'unsafe ' : '';
  const start = lineShape(place.indent + prefix.length, place.page);
  const generics = layoutGenerics('impl', item.generics, context, {
    ...start,
    indent: place.indent,
    offset: prefix.length,
  });
  if (generics === undefined) return undefined;
  const begun: Doc = [prefix, generics];
  const withTrait = item.trait === undefined ? begun : layoutTrailingTrait(begun, item, context, place);
  if (withTrait === undefined) return undefined;
  const forWord = item.trait === undefined ? '' : 'for ';
  const brace = wherePredicates(item.generics).length === 0 ? 2 : 0;
  const used = lastLineWidth(withTrait, place.indent) + (item.trait === undefined ? 0 : 4) + brace + 1;
  const line = lineShape(place.indent, place.page);
  const type = layoutType(item.type, context, { ...line, width: Math.max(0, place.page - used) });
  if (type !== undefined && !isMultiline(type)) return [withTrait, ` ${forWord}`, type];
  const below = layoutType(item.type, context, {
    ...nestedLine(line),
    width: Math.max(0, place.page - place.indent - tabWidth - forWord.length),
  });
  return below === undefined ? undefined : [withTrait, indent([hardline, forWord, below])];
}

function layoutTrailingTrait(begun: Doc, item: ImplItem, context: Context, place: Place): Doc | undefined {
  if (item.trait === undefined) return begun;
  const polarity = item.negative === true ? '!' : '';
  const used = 1 + polarity.length + lastLineWidth(begun, place.indent);
  const line = lineShape(place.indent, place.page);
  const behind = advance(line, used);
  const sameLine = behind && layoutPath(item.trait, 'type', context, behind);
  if (sameLine !== undefined && !isMultiline(sameLine)) return [begun, ` ${polarity}`, sameLine];
  const below = layoutPath(item.trait, 'type', context, nestedLine(line));
  return below === undefined ? undefined : [begun, indent([hardline, polarity, below])];
}

export function layoutTrait(item: TraitItem, context: Context, place: Place): Doc | undefined {
  const header = `${visibilityText(item.visibility)}${item.unsafe === true ? 'unsafe ' : ''}trait `;
  const shape = advance(lineShape(place.indent, place.page), header.length);
  if (shape === undefined) return undefined;
  const named = layoutGenerics(writeName(item.name, context.edition), item.generics, context, shape);
  if (named === undefined) return undefined;
  const declared: Doc = [header, named];
  const bounded =
    item.supertraits.length === 0
      ? declared
      : layoutAssignment(
          [declared, ':'],
          (room) => layoutBounds(item.supertraits, context, room),
          shape,
          'withoutIndent',
        );
  if (bounded === undefined) return undefined;
  const line = lineShape(place.indent, place.page);
  const where = layoutWhere(item.generics, context, line, { snuggled: isSnuggled(named, place.indent) });
  if (where === undefined) return undefined;
  const head: Doc = [bounded, where];
  const dangling = item.dangling ?? [];
  const isEmpty = item.items.length === 0 && dangling.length === 0;
  if (isEmpty && !isMultiline(head)) return [head, ' {}'];
  const hasWhere = wherePredicates(item.generics).length > 0;
  const onNewLine = isMultiline(head) || (hasWhere && item.items.length > 0);
  if (isEmpty) return [head, onNewLine ? hardline : ' ', '{', hardline, '}'];
  return [head, onNewLine ? hardline : ' ', layoutItemBlock(item.items, dangling, context, place)];
}
