/**
 * Items that only tests can name. What is declared inside a `test` block stands in the module `tests`; an instance of a generic type or
 * function for such a type stands where its template does, and exists only when tests are compiled.
 */
import type { ContainerInstance, FnInstance } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import type { PointerBase, Value } from '../../parse/ir/values.js';

/** Whether the container is declared inside a `test` block. */
export function isInTest(container: ContainerInstance): boolean {
  if (container.enclosingFn !== undefined) {
    return container.enclosingFn.decl.kind === 'test' || isInTest(container.enclosingFn.container);
  }
  return container.parent !== undefined && isInTest(container.parent);
}

/** Whether the container exists only for tests: it is declared in one, or captures what is. */
export function isTestOnlyContainer(container: ContainerInstance, seen = new Set<ContainerInstance>()): boolean {
  if (seen.has(container)) return false;
  seen.add(container);
  if (isInTest(container)) return true;
  if (container.captures.some((capture) => isTestOnlyValue(capture.value, seen))) return true;
  return container.parent !== undefined && isTestOnlyContainer(container.parent, seen);
}

/** Whether the function exists only for tests. */
export function isTestOnlyFunction(instance: FnInstance): boolean {
  const seen = new Set<ContainerInstance>();
  return (
    isTestOnlyContainer(instance.container, seen) ||
    instance.params.some(
      (param) => isTestOnlyType(param.type, seen) || (param.value !== undefined && isTestOnlyValue(param.value, seen)),
    )
  );
}

function isTestOnlyType(type: Type, seen: Set<ContainerInstance>): boolean {
  switch (type.kind) {
    case 'pointer':
    case 'optional':
    case 'array':
    case 'vector':
      return isTestOnlyType(type.child, seen);
    case 'errorUnion':
      return isTestOnlyType(type.payload, seen);
    case 'tuple':
      return type.elements.some((element) => isTestOnlyType(element.type, seen));
    case 'struct':
    case 'enum':
    case 'union':
    case 'opaque':
      return isTestOnlyContainer(type.container, seen);
    default:
      return false;
  }
}

function isTestOnlyValue(value: Value, seen: Set<ContainerInstance>): boolean {
  switch (value.kind) {
    case 'type':
      return isTestOnlyType(value.type, seen);
    case 'fn':
      return isTestOnlyContainer(value.instance.container, seen);
    case 'pointer':
      return isTestOnlyBase(value.base, seen);
    case 'aggregate':
      return value.elements.some((element) => isTestOnlyValue(element, seen));
    default:
      return false;
  }
}

function isTestOnlyBase(base: PointerBase, seen: Set<ContainerInstance>): boolean {
  switch (base.kind) {
    case 'decl':
      return isTestOnlyContainer(base.decl.container, seen);
    case 'fn':
      return isTestOnlyContainer(base.instance.container, seen);
    case 'constant':
      return isTestOnlyType(base.type, seen);
    default:
      return false;
  }
}
