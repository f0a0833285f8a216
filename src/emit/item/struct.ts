/** Structs and unions, and the fields that they share with enum variants. */

import { layoutAttributes, layoutDocs } from '../attribute.js';
import { isSnuggled, layoutGenerics, layoutWhere, wherePredicates } from '../generics.js';
import { type Place, visibilityText } from '../item.js';
import { layoutAssignment } from '../layout/assign.js';
import { commentLines } from '../layout/comments.js';
import type { Context } from '../layout/context.js';
import { chooseTactic, layoutList } from '../layout/list.js';
import { withOrigin } from '../layout/marks.js';
import { layoutDelimited } from '../layout/overflow.js';
import { advance, lineShape, narrow, nestedLine, type Shape, widthLimits } from '../layout/shape.js';
import {
  type Doc,
  hardline,
  indent,
  isMultiline,
  lastLineWidth,
  textOf,
  totalWidth,
  trimmedLastLineWidth,
} from '../layout/text.js';
import { writeName } from '../names.js';
import type { Comment, Generics, NamedField, StructItem, TupleField, UnionItem } from '../rust-ast.js';
import { layoutType } from '../type.js';

export function layoutStruct(item: StructItem, context: Context, place: Place): Doc | undefined {
  const header = `${visibilityText(item.visibility)}struct ${writeName(item.name, context.edition)}`;
  const { fields } = item;
  switch (fields.kind) {
    case 'unit': {
      const generics = layoutHeader(header, item.generics, 'none', context, place);
      return generics === undefined ? undefined : [generics, ';'];
    }
    case 'tuple': {
      const tuple = layoutTupleStruct(header, item.generics, fields.fields, context, place);
      return tuple === undefined ? undefined : [tuple, ';'];
    }
    case 'named':
      return layoutNamedStruct(header, item.generics, fields.fields, fields.dangling ?? [], context, place);
  }
}

export function layoutUnion(item: UnionItem, context: Context, place: Place): Doc | undefined {
  const header = `${visibilityText(item.visibility)}union ${writeName(item.name, context.edition)}`;
  return layoutNamedStruct(header, item.generics, item.fields, item.dangling ?? [], context, place);
}

/** How the brace follows a header. */
type Brace = 'none' | 'auto' | 'forceSameLine';

/** A header with generics, where clause and opening brace. */
export function layoutHeader(
  header: string,
  generics: Generics | undefined,
  brace: Brace,
  context: Context,
  place: Place,
): Doc | undefined {
  const shape = lineShape(place.indent, place.page);
  const behind = advance(shape, header.length) ?? { ...shape, width: 0 };
  const parameters = layoutGenerics('', generics, context, { ...behind, offset: 0 });
  if (parameters === undefined) return undefined;
  const hasWhere = wherePredicates(generics).length > 0;
  const where = layoutWhere(generics, context, shape, {
    suppressComma: brace === 'none',
    snuggled:
      isSnuggled(parameters, place.indent) ||
      (isMultiline(parameters) && trimmedLastLineWidth(parameters) === 1 && place.indent === 0),
  });
  if (where === undefined) return undefined;
  const document: Doc = [header, parameters, where];
  if (brace === 'none') return document;
  const used = isMultiline(document) ? lastLineWidth(document, place.indent) : header.length + totalWidth(parameters);
  const forbidden = (brace === 'forceSameLine' ? 3 : 2) > Math.max(0, place.page - used);
  const sameLine = !forbidden && (brace === 'forceSameLine' || !hasWhere);
  return [document, sameLine ? ' ' : hardline, '{'];
}

function layoutNamedStruct(
  header: string,
  generics: Generics | undefined,
  fields: readonly NamedField[],
  dangling: readonly Comment[],
  context: Context,
  place: Place,
): Doc | undefined {
  const isEmpty = fields.length === 0;
  const head = layoutHeader(
    header,
    generics,
    isEmpty && dangling.length === 0 ? 'forceSameLine' : 'auto',
    context,
    place,
  );
  if (head === undefined) return undefined;
  return layoutFieldBlock(head, fields, dangling, 0, context, place);
}

/** The fields behind a head that ends in `{`, on one line if they are no wider than `oneLineWidth`. */
export function layoutFieldBlock(
  head: Doc,
  fields: readonly NamedField[],
  dangling: readonly Comment[],
  oneLineWidth: number,
  context: Context,
  place: Place,
): Doc | undefined {
  if (fields.length === 0) {
    return dangling.length === 0 ? [head, '}'] : [head, indent([hardline, commentLines(dangling)]), hardline, '}'];
  }
  const line = nestedLine(lineShape(place.indent, place.page));
  const shape = narrow(line, 1) ?? line;
  const elements = fields.map((field) => ({
    document: layoutNamedField(field, context, shape),
    leading: field.leading,
    trailing: field.trailing,
    blankLineBefore: field.blankLineBefore,
  }));
  const budget = Math.min(oneLineWidth, Math.max(0, place.page - (totalWidth(head) + 3 + place.indent)));
  const tactic = dangling.length > 0 ? { kind: 'vertical' as const } : chooseTactic(elements, budget);
  const list = layoutList(elements, { tactic, trailing: 'vertical', keepBlankLines: true, dangling, shape });
  if (list === undefined) return undefined;
  if (tactic.kind === 'horizontal' && !isMultiline(head) && totalWidth(list) <= budget) return [head, ' ', list, ' }'];
  return [head, indent([hardline, list]), hardline, '}'];
}

/** Documentation and attributes of a field or variant, with the line break behind them. */
export function layoutPartHead(
  part: Pick<NamedField, 'docs' | 'attributes'>,
  context: Context,
  shape: Shape,
): Doc | undefined {
  const { docs = [], attributes = [] } = part;
  const laidOut = attributes.length === 0 ? '' : layoutAttributes(attributes, context, shape);
  if (laidOut === undefined) return undefined;
  return [docs.length === 0 ? '' : [layoutDocs(docs, '///'), hardline], laidOut === '' ? '' : [laidOut, hardline]];
}

function layoutNamedField(field: NamedField, context: Context, shape: Shape): Doc | undefined {
  const head = layoutPartHead(field, context, shape);
  if (head === undefined) return undefined;
  const prefix = `${visibilityText(field.visibility)}${writeName(field.name, context.edition)}:`;
  const behind = advance(shape, prefix.length + 1);
  const oneLine = behind && layoutType(field.type, context, behind);
  const body: Doc | undefined =
    oneLine !== undefined && !isMultiline(oneLine)
      ? [prefix, ' ', oneLine]
      : layoutAssignment(prefix, (room) => layoutType(field.type, context, room), shape);
  if (body === undefined) return undefined;
  const marked = withOrigin(field.origin, body);
  return textOf(head) === '' ? marked : [head, marked];
}

/** `Name<T>(A, B)` with its where clause. */
export function layoutTupleStruct(
  header: string,
  generics: Generics | undefined,
  fields: readonly TupleField[],
  context: Context,
  place: Place,
): Doc | undefined {
  const line = lineShape(place.indent, place.page);
  const behind = advance(line, header.length) ?? { ...line, width: 0 };
  const parameters = layoutGenerics('', generics, context, { ...behind, offset: 0 });
  if (parameters === undefined) return undefined;
  const where = layoutWhere(generics, context, line, { suppressComma: true });
  const name: Doc = textOf(parameters) === '' ? header : [header, parameters];
  const room = narrow(line, 1);
  if (where === undefined || room === undefined) return undefined;
  if (fields.length === 0) return [name, '()', where];
  const elements = fields.map((field) => ({
    layout: (inner: Context, shape: Shape) => layoutTupleField(field, inner, shape),
    opensAsLast: () => false,
    leading: field.leading,
    trailing: field.trailing,
  }));
  const list = layoutDelimited(
    context,
    { name, open: '(', close: ')', elements, maxElementsWidth: widthLimits.call },
    room,
  );
  return list === undefined ? undefined : [list, where];
}

function layoutTupleField(field: TupleField, context: Context, shape: Shape): Doc | undefined {
  const head = layoutPartHead(field, context, shape);
  const prefix = visibilityText(field.visibility);
  const behind = advance(shape, prefix.length);
  const type = behind && layoutType(field.type, context, behind);
  if (head === undefined || type === undefined) return undefined;
  const { docs = [], attributes = [] } = field;
  if (docs.length > 0 || attributes.length === 0) return [textOf(head) === '' ? '' : head, prefix, type];
  return behindInlineAttributes(field, [prefix, type], context, shape) ?? [head, prefix, type];
}

/** `#[a] Type`: attributes of tuple fields stay on the line if they fit. */
function behindInlineAttributes(field: TupleField, declared: Doc, context: Context, shape: Shape): Doc | undefined {
  const attributes = layoutAttributes(field.attributes ?? [], context, shape);
  if (attributes === undefined || isMultiline(attributes) || isMultiline(declared)) return undefined;
  const document: Doc = [attributes, ' ', declared];
  return totalWidth(document) <= shape.width ? document : undefined;
}
