/**
 * Receivers that a private function takes for the allocator in them alone: `self.allocator.dupe(u8, text)`. Where allocators vanish such a
 * function needs no `self`, and a call of it borrows nothing of a value that is being changed.
 */
import type { Expr, Local, Place } from '../../parse/ir/ir.js';
import type { FnInstance, Program } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import { effectsOf } from '../analysis/effects.js';
import { walkBlock, walkExpr } from '../analysis/walk.js';
import type { Mappings } from './contract.js';
import type { Narrowing } from './narrow-errors.js';
import { functionsOf } from './reachable.js';
import { openSignatures } from './start.js';

/** The parameters that have no Rust. */
export function erasedReceivers(
  program: Program,
  mappings: Mappings,
  bodyOf: Narrowing['body'],
  isErased: (type: Type) => boolean,
): ReadonlySet<Local> {
  const receivers = new Map<FnInstance, Local>();
  const open = openSignatures(program, mappings);
  for (const instance of program.functions) {
    const self = instance.decl.isPub || open.has(instance) ? undefined : receiverOf(instance);
    if (self === undefined || mappings.fn(instance) !== undefined) continue;
    if (isForAllocatorOnly(instance, self, bodyOf, isErased)) receivers.set(instance, self);
  }
  if (receivers.size === 0) return new Set();
  for (const instance of program.functions) {
    for (const { value } of instance.params) for (const given of functionsOf(value)) receivers.delete(given);
    const body = bodyOf(instance);
    if (body === undefined) continue;
    walkBlock(body, (node) => {
      if (node.sort !== 'expr') return undefined;
      const { expr } = node;
      for (const mentioned of functionsOf(expr.value)) receivers.delete(mentioned);
      const callee = expr.kind === 'call' && expr.callee.kind === 'instance' ? expr.callee.instance : undefined;
      if (callee !== undefined && expr.kind === 'call' && !isQuiet(expr.args[0])) receivers.delete(callee);
      return undefined;
    });
  }
  return new Set(receivers.values());
}

/** The local of a first parameter that is the function's container, or a pointer to it. */
function receiverOf({ decl, params: [first], container, isExport, isExtern }: FnInstance): Local | undefined {
  if (decl.kind !== 'fn' || isExport || isExtern || first?.local === undefined) return undefined;
  const { type } = first;
  const isPointer = type.kind === 'pointer' && type.size === 'one' && type.child === container.type;
  return isPointer || type === container.type ? first.local : undefined;
}

/** Whether something is read through the receiver, and nothing but allocators. */
function isForAllocatorOnly(
  instance: FnInstance,
  self: Local,
  bodyOf: Narrowing['body'],
  isErased: (type: Type) => boolean,
): boolean {
  const body = bodyOf(instance);
  if (body === undefined) return false;
  let allocators = 0;
  let others = 0;
  walkBlock(body, (node) => {
    if (
      node.sort === 'expr' &&
      node.expr.kind === 'load' &&
      isErased(node.expr.type) &&
      isFieldOf(node.expr.place, self)
    ) {
      allocators++;
      return false;
    }
    if (node.sort === 'place' && node.place.kind === 'local' && node.place.local === self) others++;
    return undefined;
  });
  return allocators > 0 && others === 0;
}

/** `self.a`, `self.a.b`. */
function isFieldOf(place: Place, self: Local): boolean {
  if (place.kind === 'fieldPlace') return isFieldOf(place.base, self);
  if (place.kind === 'deref') return place.pointer.kind === 'load' && isFieldOf(place.pointer.place, self);
  return place.kind === 'local' && place.local === self;
}

/** Whether nobody can tell that the expression is not evaluated. */
function isQuiet(expr: Expr | undefined): boolean {
  if (expr === undefined) return false;
  const { writes, leaves } = effectsOf(expr);
  let isPlain = !writes && !leaves;
  walkExpr(expr, (node) => {
    if (
      node.sort === 'expr' &&
      node.expr.kind !== 'load' &&
      node.expr.kind !== 'addressOf' &&
      node.expr.kind !== 'coerce'
    )
      isPlain = false;
    if (node.sort === 'place' && (node.place.kind === 'index' || node.place.kind === 'temporary')) isPlain = false;
    return isPlain ? undefined : false;
  });
  return isPlain;
}
