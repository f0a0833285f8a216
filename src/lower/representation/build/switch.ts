/** `switch`: one branch per prong; a capture binds the payload of the union that is matched where it lies. */
import type { Expr, Prong, Switch } from '../../../parse/ir/ir.js';
import type { UnionType } from '../../../parse/ir/types.js';
import type { MirPlace } from '../mir.js';
import type { Context } from './context.js';
import { armInto, bindCapture, branches, joinVariable, scoped } from './control.js';
import { fieldOf, operandPlace } from './places.js';
import type { Built } from './values.js';

export function buildSwitch(context: Context, expr: Switch): Built {
  const dest = joinVariable(context, expr);
  const operand = operandPlace(context, expr.operand);
  context.emit({ kind: 'read', place: operand }, expr.node);
  const head = context.emit({ kind: 'nop' }, expr.node);
  const end = context.detached(expr.node);
  if (expr.label !== undefined) {
    context.labels.set(expr.label, { depth: context.scopeDepth(), breakTo: end, continueTo: head, result: dest });
  }
  const prongs = expr.taken === undefined ? expr.prongs : expr.prongs.slice(expr.taken, expr.taken + 1);
  branches(
    context,
    expr.node,
    prongs.map((prong) => () => buildProng(context, expr, prong, operand, dest)),
  );
  context.link(context.current(), end);
  context.moveTo(end);
  return dest;
}

function buildProng(context: Context, expr: Switch, prong: Prong, operand: MirPlace, dest: Built): void {
  scoped(context, prong.node, () => {
    if (prong.capture !== undefined) {
      bindCapture(
        context,
        prong.capture,
        capturedPlace(context, expr.operand, prong, operand),
        prong.captureByPointer,
        prong.node,
      );
    }
    armInto(context, prong.body, dest);
  });
}

/** The payload of the first item's field (items that share a prong have one payload type), or the whole operand in `else`. */
function capturedPlace(context: Context, operand: Switch['operand'], prong: Prong, place: MirPlace): MirPlace {
  const type = context.whole.narrow((operand as Expr).type);
  const item = prong.items[0]?.low;
  if (type.kind !== 'union' || prong.isElse || item === undefined) return place;
  const index = unionField(type, item);
  const field = index === undefined ? undefined : type.fields?.[index];
  return index === undefined || field === undefined ? place : fieldOf(context, place, index, field.type);
}

function unionField(type: UnionType, item: NonNullable<Prong['items'][0]>['low']): number | undefined {
  const name =
    item.kind === 'enumLiteral'
      ? item.name
      : item.kind === 'enum'
        ? type.tag?.fields?.find((field) => field.value === BigInt(item.int))?.name
        : undefined;
  const index = type.fields?.findIndex((field) => field.name === name) ?? -1;
  return index < 0 ? undefined : index;
}
