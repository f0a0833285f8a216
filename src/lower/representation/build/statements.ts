/** Statements, as a total table. */
import type { Expr, Local, Place, Statement, StatementKind } from '../../../parse/ir/ir.js';
import type { Value } from '../../../parse/ir/values.js';
import type * as ast from '../../../parse/syntax/ast.js';
import { elementsInOrder } from '../../analysis/destructured.js';
import { relateValue } from '../comptime-values.js';
import { type MirPlace, wholeVariable } from '../mir.js';
import { type Context, demoteShape, flowInto, useVariable, write } from './context.js';
import { loadInto } from './control.js';
import { placeOf } from './places.js';
import { demoteUndefined, evaluate, partOf, readValue } from './values.js';

type AssignOperator = Extract<Statement, { kind: 'assign' }>['operator'];

type StatementBuilder<K extends StatementKind> = (context: Context, statement: Extract<Statement, { kind: K }>) => void;

const BUILDERS: { readonly [K in StatementKind]: StatementBuilder<K> } = {
  let(context, { local, init, node }) {
    if (context.whole.promoted.has(local) && local.value !== undefined) {
      buildPromoted(context, local, local.value, init, node);
      return;
    }
    const dest = context.local(local);
    context.ends(dest);
    if (init.kind === 'load' && dest.shape.kind !== 'pointer' && context.whole.isTracked(local.type)) {
      const place = placeOf(context, init.place);
      context.whole.slots.setExpr(init, place.shape);
      loadInto(context, place, dest, node, init);
      return;
    }
    const value = evaluate(context, init);
    if (init.type.kind === 'undefined') demoteUndefined(context, dest.shape, init);
    if (value !== undefined)
      flowInto(context, wholeVariable(value), wholeVariable(dest), `initialises '${local.name}'`, node);
    else context.emit({ kind: 'assign', place: wholeVariable(dest), source: undefined }, node);
  },
  comptime: () => undefined,
  expr: (context, { expr }) => readValue(context, expr),
  discard: (context, { expr }) => readValue(context, expr),
  assign(context, { place, operator, value, node }) {
    const source = evaluate(context, value);
    const dest = placeOf(context, place);
    demoteGrown(context, place, operator);
    if (operator !== undefined) context.emit({ kind: 'read', place: dest }, node);
    if (value.type.kind === 'undefined') demoteUndefined(context, dest.shape, value);
    write(context, dest, source, node);
  },
  destructure(context, statement) {
    const { targets, value, node } = statement;
    const elements = elementsInOrder(statement);
    if (elements !== undefined) {
      writeInOrder(context, targets, elements, node);
      return;
    }
    const source = evaluate(context, value);
    targets.forEach((target, index) => {
      if (target === undefined) return;
      const dest = targetPlace(context, target);
      if (source === undefined) write(context, dest, undefined, node);
      else
        flowInto(
          context,
          partOf(context, source, context.whole.narrow(value.type), index),
          dest,
          'is taken apart',
          node,
        );
    });
    useVariable(context, source, node);
  },
  defer(context, { body }) {
    context.defer(() => readValue(context, body), false);
  },
  errdefer(context, { body }) {
    context.defer(() => readValue(context, body), true);
  },
};

/** A slice whose `len` or `ptr` is set may cover more than it did: only a raw one can. One that gets shorter is a part of itself. */
function demoteGrown(context: Context, place: Place, operator: AssignOperator): void {
  if (place.kind !== 'fieldPlace' || place.container.kind !== 'pointer') return;
  if (place.index === 1 && operator === '-') return;
  demoteShape(context, placeOf(context, place.base).shape, `has its ${place.name} set`, place.node);
}

/** Each element of a literal goes to its target before the next one is evaluated. */
function writeInOrder(
  context: Context,
  targets: readonly (Place | Local | undefined)[],
  elements: readonly Expr[],
  node: Expr['node'],
): void {
  elements.forEach((element, index) => {
    const source = evaluate(context, element);
    const target = targets[index];
    if (target === undefined) useVariable(context, source, node);
    else write(context, targetPlace(context, target), source, node);
  });
}

/** A constant in static memory is there from the start: its initialiser only says how pointers are held. */
function buildPromoted(context: Context, local: Local, known: Value, init: Expr, node: ast.Node): void {
  const shape = context.whole.slots.local(local);
  relateValue(context.whole, known, shape, (message) => context.reason(message, node));
  quietly(context, () => {
    const value = evaluate(context, init);
    const place: MirPlace = { root: { kind: 'static', local }, steps: [], shape, type: local.type };
    if (value !== undefined) flowInto(context, wholeVariable(value), place, `initialises '${local.name}'`, node);
  });
}

export function buildStatement(context: Context, statement: Statement): void {
  if (context.whole.isGone(statement)) quietly(context, () => buildGone(context, statement));
  else build(context, statement);
  context.endTemporaries(statement.node);
}

/** What is deferred and gone is not run on the way out either. */
function buildGone(context: Context, statement: Statement): void {
  if (statement.kind === 'defer' || statement.kind === 'errdefer') readValue(context, statement.body);
  else build(context, statement);
}

/** Relates the pointers of code that has no Rust, without a trace in the control flow. */
export function quietly(context: Context, run: () => void): void {
  const point = context.current();
  context.moveTo(undefined);
  run();
  context.moveTo(point);
}

function build(context: Context, statement: Statement): void {
  // The table is total over the kinds; a lookup by the node's own kind cannot be expressed as such in TypeScript.
  (BUILDERS[statement.kind] as StatementBuilder<StatementKind>)(context, statement);
}

function targetPlace(context: Context, target: Place | Local): MirPlace {
  if ('kind' in target) return placeOf(context, target);
  const dest = context.local(target);
  context.ends(dest);
  return wholeVariable(dest);
}
