/** Enums. */

import { layoutExpr } from '../expr.js';
import { type Place, visibilityText } from '../item.js';
import { layoutAssignment } from '../layout/assign.js';
import { commentLines } from '../layout/comments.js';
import type { Context } from '../layout/context.js';
import { layoutList, vertical } from '../layout/list.js';
import { withOrigin } from '../layout/marks.js';
import { lineShape, narrow, tabWidth, widthLimits } from '../layout/shape.js';
import { type Doc, hardline, indent, isMultiline, textOf } from '../layout/text.js';
import { writeName } from '../names.js';
import type { EnumItem, Variant } from '../rust-ast.js';
import { layoutFieldBlock, layoutHeader, layoutPartHead, layoutTupleStruct } from './struct.js';

export function layoutEnum(item: EnumItem, context: Context, place: Place): Doc | undefined {
  const header = `${visibilityText(item.visibility)}enum ${writeName(item.name, context.edition)}`;
  const dangling = item.dangling ?? [];
  const isEmpty = item.variants.length === 0 && dangling.length === 0;
  const head = layoutHeader(header, item.generics, isEmpty ? 'forceSameLine' : 'auto', context, place);
  if (head === undefined || isEmpty) return head === undefined ? undefined : [head, '}'];
  const nested: Place = { ...place, indent: place.indent + tabWidth };
  const list = item.variants.length === 0 ? commentLines(dangling) : layoutVariants(item, context, nested);
  if (list === undefined) return undefined;
  return [head, indent([hardline, list]), hardline, '}'];
}

function layoutVariants({ variants, dangling }: EnumItem, context: Context, place: Place): Doc | undefined {
  const elementsFor = (oneLineWidth: number) =>
    variants.map((variant) => ({
      document: layoutVariant(variant, oneLineWidth, context, place),
      leading: variant.leading,
      trailing: variant.trailing,
      blankLineBefore: variant.blankLineBefore,
    }));
  const first = elementsFor(widthLimits.structVariant);
  const broken = first.filter(({ document }) => document !== undefined && isMultiline(document)).length;
  const elements = broken > 0 && broken < first.length ? elementsFor(0) : first;
  const shape = narrow(lineShape(place.indent, place.page), 2);
  return (
    shape && layoutList(elements, { tactic: vertical, trailing: 'vertical', keepBlankLines: true, dangling, shape })
  );
}

function layoutVariant(variant: Variant, oneLineWidth: number, context: Context, place: Place): Doc | undefined {
  const shape = narrow(lineShape(place.indent, place.page), 1);
  if (shape === undefined) return undefined;
  const head = layoutPartHead(variant, context, shape);
  const body = layoutVariantBody(variant, oneLineWidth, context, place);
  if (head === undefined || body === undefined) return undefined;
  const { discriminant } = variant;
  const whole =
    discriminant === undefined
      ? body
      : layoutAssignment([body, ' ='], (room) => layoutExpr(discriminant, context, room), shape, 'allowOverflow');
  if (whole === undefined) return undefined;
  const marked = withOrigin(variant.origin, whole);
  return textOf(head) === '' ? marked : [head, marked];
}

function layoutVariantBody(variant: Variant, oneLineWidth: number, context: Context, place: Place): Doc | undefined {
  const name = writeName(variant.name, context.edition);
  switch (variant.fields.kind) {
    case 'unit':
      return name;
    case 'tuple':
      return layoutTupleStruct(name, undefined, variant.fields.fields, context, place);
    case 'named': {
      const { fields, dangling = [] } = variant.fields;
      const overhead = fields.length === 0 ? 3 : 2;
      const head: Doc = [name, place.page < overhead + name.length ? hardline : ' ', '{'];
      return layoutFieldBlock(head, fields, dangling, oneLineWidth, context, place);
    }
  }
}
