/** `Path { field: value, ..base }`. */

import { layoutAttributes } from '../attribute.js';
import { layoutExpr } from '../expr.js';
import type { Context } from '../layout/context.js';
import { chooseTactic, type ListElement, layoutList } from '../layout/list.js';
import {
  advance,
  fullLine,
  narrow,
  narrowOrZero,
  nestBlock,
  nestedLine,
  type Shape,
  widthLimits,
} from '../layout/shape.js';
import { type Doc, hardline, indent, isMultiline, totalWidth } from '../layout/text.js';
import { writeName } from '../names.js';
import { layoutPath } from '../path.js';
import type { Expr, FieldValue, StructExpr } from '../rust-ast.js';
import { danglingOnly } from './dangling.js';

export function layoutStruct(expr: StructExpr, context: Context, shape: Shape): Doc | undefined {
  const pathShape = narrow(shape, 2);
  const path = pathShape && layoutPath(expr.path, 'expr', context, pathShape);
  if (path === undefined) return undefined;
  const dangling = expr.dangling ?? [];
  if (expr.fields.length === 0 && expr.base === undefined) {
    if (expr.rest === true) return [path, ' { .. }'];
    return dangling.length > 0 ? danglingOnly([path, ' {'], dangling, '}') : [path, ' {}'];
  }
  const room = shape.width - (totalWidth(path) + 3 + 2);
  const oneLineWidth = room < 0 ? 0 : Math.min(room, widthLimits.structLiteral);
  const nested = fullLine(nestBlock(shape));
  const ending =
    expr.base !== undefined ? [baseElement(expr.base, context, nested)] : expr.rest === true ? [restElement] : [];
  const aligned = ending.length === 0 && !expr.fields.some((field) => isShorthand(field));
  const fieldShape = aligned ? narrowOrZero(nested, 1) : nested;
  const elements = expr.fields.map((field) => fieldElement(field, context, narrowOrZero(nested, 1)));
  const all = [...elements, ...ending];
  const tactic = room < 0 || dangling.length > 0 ? { kind: 'vertical' as const } : chooseTactic(all, oneLineWidth);
  const trailing = ending.length === 0 && !context.insideMacro ? 'vertical' : 'never';
  const list = layoutList(all, { tactic, trailing, keepBlankLines: true, dangling, shape: fieldShape });
  if (list === undefined) return undefined;
  if (dangling.length === 0 && !isMultiline(list) && totalWidth(list) <= oneLineWidth) return [path, ' { ', list, ' }'];
  return [path, ' {', indent([hardline, list]), hardline, '}'];
}

const restElement: ListElement = { document: '..' };

function baseElement(base: Expr, context: Context, shape: Shape): ListElement {
  const behind = advance(shape, 2);
  const laidOut = behind && layoutExpr(base, context, behind);
  return {
    document: laidOut === undefined ? undefined : ['..', laidOut],
    leading: base.leading,
    trailing: base.trailing,
  };
}

function fieldElement(field: FieldValue, context: Context, shape: Shape): ListElement {
  const { leading, trailing, blankLineBefore } = field;
  return { document: layoutField(field, context, shape), leading, trailing, blankLineBefore };
}

/** Whether the field is written as its name only: `field` for `field: field`. */
export function isShorthand(field: FieldValue): boolean {
  const { value, name } = field;
  if (value.kind !== 'path' || value.path.global === true || value.path.qualifiedSelf !== undefined) return false;
  const [only, second] = value.path.segments;
  return second === undefined && only?.name === name && only.generics === undefined;
}

function layoutField(field: FieldValue, context: Context, shape: Shape): Doc | undefined {
  const attributes = field.attributes ?? [];
  const laidOut = attributes.length === 0 ? '' : layoutAttributes(attributes, context, shape);
  if (laidOut === undefined) return undefined;
  const above: Doc = laidOut === '' ? '' : [laidOut, hardline];
  const name = typeof field.name === 'number' ? String(field.name) : writeName(field.name, context.edition);
  if (isShorthand(field)) return [above, name];
  const behind = advance(shape, name.length + 2);
  const value = behind && layoutExpr(field.value, context, behind);
  if (value !== undefined) return [above, `${name}: `, value];
  const nextLine = layoutExpr(field.value, context, nestedLine(shape));
  return nextLine === undefined ? undefined : [above, `${name}:`, indent([hardline, nextLine])];
}
