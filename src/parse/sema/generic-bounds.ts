/** What a template asks of its type parameters: a load of a value by copy wants `Copy`, a comparison `PartialEq` or `PartialOrd`. */

import type { Expr } from '../ir/ir.js';
import type { FnInstance, GenericBound, GenericTemplate } from '../ir/program.js';
import type { Type } from '../ir/types.js';
import { walkBlock } from '../ir/walk.js';
import { mentionsSkolem } from './skolem.js';

/** The bounds of each parameter, by its index in the declaration. */
export function boundsOf(template: GenericTemplate, indexes: readonly number[]): Set<GenericBound>[] {
  const bounds = new Map(indexes.map((index) => [index, new Set<GenericBound>()]));
  const functions = template.kind === 'fn' ? [template.instance] : template.methods;
  for (const fn of functions) collect(fn, bounds);
  return indexes.map((index) => bounds.get(index)!);
}

function collect(fn: FnInstance, bounds: ReadonlyMap<number, Set<GenericBound>>): void {
  if (!fn.body) return;
  walkBlock(fn.body, (node) => {
    if (node.sort === 'expr') collectExpr(node.expr, bounds);
    return undefined;
  });
}

function collectExpr(expr: Expr, bounds: ReadonlyMap<number, Set<GenericBound>>): void {
  if (expr.kind === 'load') for (const param of copied(expr.type)) bounds.get(param)?.add('Copy');
  if (expr.kind === 'compare') {
    const bound = expr.operator === '==' || expr.operator === '!=' ? 'PartialEq' : 'PartialOrd';
    for (const param of copied(expr.left.type)) bounds.get(param)?.add(bound);
  }
}

/** The parameters whose values a value of the type holds. */
function copied(type: Type): number[] {
  switch (type.kind) {
    case 'skolem':
      return [type.param];
    case 'array':
    case 'optional':
      return copied(type.child);
    case 'errorUnion':
      return copied(type.payload);
    case 'tuple':
      return type.elements.flatMap((element) => copied(element.type));
    case 'struct':
    case 'union':
      return type.container.captures.flatMap((capture) =>
        capture.value.kind === 'type' ? copied(capture.value.type) : [],
      );
    default:
      return [];
  }
}

/** Whether a function parameter is more than called: stored, compared, or handed on. */
export function keepsFunction(template: GenericTemplate): boolean {
  const functions = template.kind === 'fn' ? [template.instance] : template.methods;
  const called = new Set<Expr>();
  let found = false;
  for (const fn of functions) {
    if (!fn.body) continue;
    walkBlock(fn.body, (node) => {
      if (node.sort !== 'expr') return undefined;
      const { expr } = node;
      if (expr.kind === 'call' && expr.callee.kind === 'pointer') called.add(expr.callee.pointer);
      if (expr.type.kind === 'fn' && expr.value?.kind === 'skolem' && !called.has(expr)) found = true;
      return undefined;
    });
  }
  return found;
}

/** Whether the template's code leaves memory of a parameter's type undefined: what defined value that becomes depends on the instance. */
export function holdsUndefined(template: GenericTemplate): boolean {
  const functions = template.kind === 'fn' ? [template.instance] : template.methods;
  let found = false;
  for (const fn of functions) {
    if (!fn.body) continue;
    walkBlock(fn.body, (node) => {
      if (node.sort === 'expr' && node.expr.value?.kind === 'undefined' && mentionsSkolem(node.expr.type)) found = true;
      return undefined;
    });
  }
  return found;
}
