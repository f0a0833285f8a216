/**
 * Whether the program observes allocation: one fact for the whole program, since it decides what every error set is.
 *
 * It does where code outside of `test` blocks makes an allocator that can run out or that the program wrote itself, or produces
 * `error.OutOfMemory` by name; a `test` counts only where it names the error. Handling the error (a prong of a `switch`, a `catch`) does not count: where nothing can produce it,
 * the handler is dead. Allocators of the general kind are not an observation: Rust's own allocator takes their place.
 */
import type { Expr } from '../../parse/ir/ir.js';
import type { Program } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import { walkBlock } from '../analysis/walk.js';
import type { AllocationFacts, Mappings, Reason } from './contract.js';

/** Allocators that serve a limited supply. */
const LIMITED: ReadonlySet<string> = new Set(['FixedBufferAllocator', 'FailingAllocator', 'StackFallbackAllocator']);

export function allocationFacts(program: Program, mappings: Mappings): AllocationFacts {
  const reasons: Reason[] = [];
  for (const instance of program.functions) {
    if (instance.body === undefined || instance.container.file.origin === 'std') continue;
    const observe = instance.decl.kind === 'test' ? production : observation;
    walkBlock(instance.body, (node) => {
      const message = node.sort === 'expr' ? observe(node.expr, mappings) : undefined;
      if (message !== undefined && node.sort === 'expr') reasons.push({ message, node: node.expr.node, instance });
      return undefined;
    });
  }
  return { isObserved: reasons.length > 0, reasons };
}

function production(expr: Expr): string | undefined {
  const isIt = expr.kind === 'constant' && expr.value.kind === 'error' && expr.value.name === 'OutOfMemory';
  return isIt ? 'error.OutOfMemory is produced' : undefined;
}

function observation(expr: Expr, mappings: Mappings): string | undefined {
  const produced = production(expr);
  if (produced !== undefined) return produced;
  if (expr.kind === 'structInit' && isAllocator(expr.type, mappings) && isInterface(expr.type))
    return 'an allocator is made by hand';
  const limited = limitedAllocator(expr.type);
  return limited === undefined ? undefined : `${limited} can run out of memory`;
}

export function isAllocator(type: Type, mappings: Mappings): boolean {
  return type.kind === 'struct' && mappings.type(type)?.isAllocator === true;
}

/** `std.mem.Allocator` itself: a pointer and a table of functions. */
function isInterface(type: Type): boolean {
  return type.kind === 'struct' && type.fields?.some((field) => field.name === 'vtable') === true;
}

function limitedAllocator(type: Type): string | undefined {
  if (type.kind !== 'struct' || type.container.file.origin !== 'std') return undefined;
  const name = type.container.name.split('.').at(-1) ?? '';
  return LIMITED.has(name) ? name : undefined;
}
