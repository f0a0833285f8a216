/**
 * May the evaluation of an expression change what lies in a place? `effects.ts` takes any call for one that writes any storage. Where a
 * place is read before a value is evaluated (`total += f(&list)`) that answer would cost a longer statement for every sum of calls, so
 * here the roots of places count: what is reached from a local variable without raw pointers is changed only by what names that variable.
 */
import type * as ir from '../../parse/ir/ir.js';
import type { Scope } from '../context.js';
import type { Representation } from '../representation/contract.js';
import { outermostPointer } from '../representation/type-repr.js';
import { effectsOf } from './effects.js';
import { type IrNode, isPlace, rootLocal, walkBlock, walkExpr } from './walk.js';

/** Whether evaluating `value` may change what lies in `place`, both in the body that is being lowered. */
export function mayChange(value: ir.Expr, place: ir.Place, { body, crate }: Scope): boolean {
  const { representation } = crate;
  const whole = body.instance === undefined ? undefined : representation.body(body.instance);
  return mayChangeIn(value, place, whole, representation);
}

function mayChangeIn(
  value: ir.Expr,
  place: ir.Place,
  body: ir.Block | undefined,
  representation: Representation,
): boolean {
  if (!effectsOf(value).writes) return false;
  const root = referencedRoot(place, representation);
  if (root === undefined || body === undefined || rawRoots(body, representation).has(root)) return true;
  const looks = new Set<ir.Expr>();
  let changes = false;
  walkExpr(value, (node) => {
    noteLook(node, looks);
    changes ||= handsOut(node, root, looks, representation);
    return !changes;
  });
  return changes;
}

/** The local from which a place is reached through references and owners only; undefined where another way to it may exist. */
function referencedRoot(place: ir.Place, representation: Representation): ir.Local | undefined {
  switch (place.kind) {
    case 'local':
      return place.local;
    case 'fieldPlace':
    case 'optionalPayload':
    case 'errorPayload':
      return referencedRoot(place.base, representation);
    case 'index':
      return place.base.kind === 'array'
        ? referencedRoot(place.base.place, representation)
        : rootOfPointer(place.base.pointer, representation);
    case 'deref':
      return rootOfPointer(place.pointer, representation);
    default:
      return undefined;
  }
}

function rootOfPointer(pointer: ir.Expr, representation: Representation): ir.Local | undefined {
  if (pointer.kind === 'addressOf') return referencedRoot(pointer.place, representation);
  if (pointer.kind !== 'load') return undefined;
  const mode = outermostPointer(representation.place(pointer.place))?.mode;
  return mode === undefined || mode === 'raw' ? undefined : referencedRoot(pointer.place, representation);
}

/** A pointer that is only for looking at what it points to. */
function noteLook(node: IrNode, looks: Set<ir.Expr>): void {
  if (node.sort === 'expr' && node.expr.kind === 'coerce') {
    const { type, operand } = node.expr;
    if (type.kind === 'pointer' && type.isConst) looks.add(operand);
  }
  if (node.sort !== 'place') return;
  if (node.place.kind === 'deref') looks.add(node.place.pointer);
  if (node.place.kind === 'index' && node.place.base.kind === 'pointer') looks.add(node.place.base.pointer);
}

/** Whether a node writes what the local reaches, or gives somebody a pointer to do so. */
function handsOut(node: IrNode, root: ir.Local, looks: ReadonlySet<ir.Expr>, representation: Representation): boolean {
  const isRoot = (place: ir.Place) => referencedRoot(place, representation) === root;
  if (node.sort === 'place') return false;
  if (node.sort === 'statement') {
    const { statement } = node;
    if (statement.kind === 'assign') return isRoot(statement.place);
    return statement.kind === 'destructure' && statement.targets.some((one) => one && 'kind' in one && isRoot(one));
  }
  const { expr } = node;
  if (expr.kind === 'if' || expr.kind === 'while')
    return expr.condition.kind !== 'bool' && isPlace(expr.condition.operand) && isRoot(expr.condition.operand);
  if (expr.kind === 'switch') return isPlace(expr.operand) && isRoot(expr.operand);
  if ((expr.kind !== 'addressOf' && expr.kind !== 'load') || looks.has(expr)) return false;
  if (expr.type.kind === 'pointer' && expr.type.isConst) return false;
  return (expr.kind === 'addressOf' || holdsPointer(expr, representation)) && isRoot(expr.place);
}

function holdsPointer(expr: ir.Load, representation: Representation): boolean {
  return representation.expr(expr).kind !== 'plain';
}

/** Whether raw pointers to the local are made in the body that is being lowered. */
export function isRawRoot(local: ir.Local, { body, crate }: Scope): boolean {
  const whole = body.instance === undefined ? undefined : crate.representation.body(body.instance);
  return whole === undefined || rawRoots(whole, crate.representation).has(local);
}

const known = new WeakMap<ir.Block, ReadonlySet<ir.Local>>();

/** The variables of a body to which raw pointers are made. */
function rawRoots(body: ir.Block, representation: Representation): ReadonlySet<ir.Local> {
  const found = known.get(body);
  if (found !== undefined) return found;
  const roots = new Set<ir.Local>();
  const add = (local: ir.Local | undefined) => {
    if (local !== undefined) roots.add(local);
  };
  walkBlock(body, (node) => {
    if (node.sort !== 'expr') return true;
    const { expr } = node;
    if (expr.kind === 'addressOf' && outermostPointer(representation.expr(expr))?.mode === 'raw')
      add(referencedRoot(expr.place, representation));
    if (expr.kind === 'slice' && outermostPointer(representation.expr(expr))?.mode === 'raw')
      add(rootOfPointer(expr.base, representation));
    for (const [place, capture] of pointerCaptures(expr))
      if (outermostPointer(representation.local(capture))?.mode === 'raw') add(rootLocal(place));
    return true;
  });
  known.set(body, roots);
  return roots;
}

/** Captures that point into the place that is looked at. */
function pointerCaptures(expr: ir.Expr): readonly (readonly [ir.Place, ir.Local])[] {
  if (expr.kind === 'if' || expr.kind === 'while') {
    const { condition } = expr;
    if (condition.kind === 'bool' || !condition.byPointer || condition.capture === undefined) return [];
    return isPlace(condition.operand) ? [[condition.operand, condition.capture]] : [];
  }
  if (expr.kind !== 'switch' || !isPlace(expr.operand)) return [];
  const { operand } = expr;
  return expr.prongs.flatMap(({ capture, captureByPointer }) =>
    capture !== undefined && captureByPointer ? [[operand, capture] as const] : [],
  );
}
