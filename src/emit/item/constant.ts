/** `const` and `static`. */

import { layoutExpr } from '../expr.js';
import { type Place, visibilityText } from '../item.js';
import { layoutAssignment } from '../layout/assign.js';
import type { Context } from '../layout/context.js';
import { advance, lineShape, narrow, nestedLine } from '../layout/shape.js';
import { type Doc, hardline, indent } from '../layout/text.js';
import { writeName } from '../names.js';
import type { ConstItem, Expr, StaticItem, Type } from '../rust-ast.js';
import { layoutType } from '../type.js';

export function layoutConst(item: ConstItem, context: Context, place: Place): Doc | undefined {
  const prefix = `${visibilityText(item.visibility)}const ${writeName(item.name, context.edition)}: `;
  return layoutConstant(prefix, item.type, item.value, context, place);
}

export function layoutStatic(item: StaticItem, context: Context, place: Place): Doc | undefined {
  const safety = item.safety === undefined ? '' : `${item.safety} `;
  const mutable = item.mutable ? 'mut ' : '';
  const prefix = `${visibilityText(item.visibility)}${safety}static ${mutable}${writeName(item.name, context.edition)}: `;
  return layoutConstant(prefix, item.type, item.value, context, place);
}

function layoutConstant(
  prefix: string,
  type: Type,
  value: Expr | undefined,
  context: Context,
  place: Place,
): Doc | undefined {
  const shape = lineShape(place.indent, place.page);
  const typeShape = advance(shape, prefix.length + 2);
  if (typeShape === undefined) return undefined;
  const sameLine = layoutType(type, context, typeShape);
  const nextLine = sameLine === undefined ? layoutType(type, context, nestedLine(shape)) : undefined;
  if (sameLine === undefined && nextLine === undefined) return undefined;
  const typed: Doc =
    sameLine !== undefined ? [prefix, sameLine] : [prefix.trimEnd(), indent([hardline, nextLine ?? ''])];
  if (value === undefined) return [typed, ';'];
  const room = narrow(shape, 1);
  const assigned = room && layoutAssignment([typed, ' ='], (inner) => layoutExpr(value, context, inner), room);
  return assigned === undefined ? undefined : [assigned, ';'];
}
