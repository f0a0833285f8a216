/**
 * The functions that are emitted: what the project's own code leads to. Analysis has looked at more (the inside of what a rule replaces),
 * and what is not emitted must not decide how anything is held.
 */
import type { Expr } from '../../parse/ir/ir.js';
import type { FnInstance, Program } from '../../parse/ir/program.js';
import type { Value } from '../../parse/ir/values.js';
import { walkBlock } from '../analysis/walk.js';
import type { Mappings } from './contract.js';

export function emittedFunctions(program: Program, mappings: Mappings): readonly FnInstance[] {
  const reached = new Set<FnInstance>();
  const pending: FnInstance[] = [];
  const reach = (instance: FnInstance): void => {
    if (reached.has(instance) || mappings.fn(instance) !== undefined) return;
    reached.add(instance);
    pending.push(instance);
  };
  const reachValue = (value: Value | undefined): void => {
    for (const instance of functionsOf(value)) reach(instance);
  };
  for (const instance of program.functions) if (instance.container.file.origin === 'user') reach(instance);
  for (const decl of program.globals) if (decl.container.file.origin === 'user') reachValue(decl.value);
  for (let instance = pending.pop(); instance !== undefined; instance = pending.pop()) {
    if (instance.body === undefined) continue;
    walkBlock(instance.body, (node) => {
      if (node.sort === 'place' && node.place.kind === 'global') reachValue(node.place.decl.value);
      if (node.sort !== 'expr') return undefined;
      reachValue(node.expr.value);
      for (const callee of calleesOf(node.expr)) reach(callee);
      return undefined;
    });
  }
  return program.functions.filter((instance) => reached.has(instance));
}

function calleesOf(expr: Expr): readonly FnInstance[] {
  if (expr.kind === 'functionRef') return [expr.instance];
  return expr.kind === 'call' && expr.callee.kind === 'instance' ? [expr.callee.instance] : [];
}

/** The functions that a comptime value refers to. */
export function functionsOf(value: Value | undefined): readonly FnInstance[] {
  switch (value?.kind) {
    case 'fn':
      return [value.instance];
    case 'pointer':
      if (value.base.kind === 'fn') return [value.base.instance];
      return value.base.kind === 'constant' ? functionsOf(value.base.value) : [];
    case 'slice':
      return functionsOf(value.pointer);
    case 'some':
    case 'union':
      return functionsOf(value.payload);
    case 'repeat':
      return functionsOf(value.element);
    case 'aggregate':
      return value.elements.flatMap(functionsOf);
    default:
      return [];
  }
}
