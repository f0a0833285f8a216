/** The nominal types that a template builds from its own parameters: each must be a template itself, or Rust has no name for it. */
import type { ContainerInstance, FnInstance, Generic } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import { walkBlock } from '../../parse/ir/walk.js';
import { mentionsSkolem } from '../../parse/sema/skolem.js';

/** The containers that a template's fields, signatures and bodies mention with a kept parameter inside. */
export function openContainers({ template }: Generic): ReadonlySet<ContainerInstance> {
  const found = new Set<ContainerInstance>();
  const seen = new Set<Type>();
  const visit = (type: Type): void => {
    if (seen.has(type) || !mentionsSkolem(type)) return;
    seen.add(type);
    if ('container' in type) {
      found.add(type.container);
      if (type.kind === 'struct' || type.kind === 'union') for (const field of type.fields ?? []) visit(field.type);
    }
    for (const part of partsOf(type)) visit(part);
  };
  if (template.kind === 'container') visit(template.container.type);
  const functions = template.kind === 'fn' ? [template.instance] : template.methods;
  for (const fn of functions) for (const type of typesIn(fn)) visit(type);
  return found;
}

function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'array':
    case 'pointer':
    case 'vector':
    case 'optional':
      return [type.child];
    case 'errorUnion':
      return [type.payload];
    case 'tuple':
      return type.elements.map((element) => element.type);
    case 'struct':
    case 'union':
      return type.container.captures.flatMap(({ value }) => (value.kind === 'type' ? [value.type] : []));
    default:
      return [];
  }
}

function typesIn({ params, returnType, body }: FnInstance): readonly Type[] {
  const types: Type[] = [...params.map((param) => param.type), returnType];
  if (body === undefined) return types;
  walkBlock(body, (node) => {
    if (node.sort === 'expr') types.push(node.expr.type);
    if (node.sort === 'place') types.push(node.place.type);
    return undefined;
  });
  return types;
}
