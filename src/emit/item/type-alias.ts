/** Type aliases and associated types. */

import { layoutBounds } from '../bounds.js';
import { isSnuggled, layoutGenerics, layoutWhere, wherePredicates } from '../generics.js';
import { type Place, visibilityText } from '../item.js';
import { layoutAssignment } from '../layout/assign.js';
import type { Context } from '../layout/context.js';
import { advance, lineShape, narrow } from '../layout/shape.js';
import { type Doc, hardline, totalWidth } from '../layout/text.js';
import { writeName } from '../names.js';
import type { TypeAliasItem } from '../rust-ast.js';
import { layoutType } from '../type.js';

export function layoutTypeAlias(item: TypeAliasItem, context: Context, place: Place): Doc | undefined {
  const line = lineShape(place.indent, place.page);
  const keyword = `${visibilityText(item.visibility)}type `;
  const behind = advance(line, keyword.length);
  const genericsShape = behind && narrow(behind, 2);
  const named =
    genericsShape && layoutGenerics(writeName(item.name, context.edition), item.generics, context, genericsShape);
  if (named === undefined) return undefined;
  const bounded = withBounds([keyword, named], item, context, place);
  if (bounded === undefined) return undefined;
  const hasWhere = wherePredicates(item.generics).length > 0;
  const snuggled = isSnuggled(bounded, place.indent);
  const where = layoutWhere(item.generics, context, line, { suppressComma: item.type === undefined, snuggled });
  if (where === undefined) return undefined;
  const { type } = item;
  if (type === undefined) return [bounded, where, ';'];
  const room = narrow(line, 1);
  const left: Doc = [bounded, where, hasWhere ? hardline : ' ', '='];
  const assigned = room && layoutAssignment(left, (inner) => layoutType(type, context, inner), room);
  return assigned === undefined ? undefined : [assigned, ';'];
}

function withBounds(declared: Doc, item: TypeAliasItem, context: Context, place: Place): Doc | undefined {
  if (item.bounds === undefined || item.bounds.length === 0) return declared;
  const behind = advance(lineShape(place.indent, place.page), totalWidth(declared) + 2);
  const bounds = behind && layoutBounds(item.bounds, context, behind);
  return bounds === undefined ? undefined : [declared, ': ', bounds];
}
