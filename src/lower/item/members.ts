/** The syntax of a container's fields, by name. */
import type { ContainerInstance } from '../../parse/ir/program.js';
import type * as ast from '../../parse/syntax/ast.js';

export function memberNodes(container: ContainerInstance): ReadonlyMap<string, ast.ContainerField> {
  const nodes = new Map<string, ast.ContainerField>();
  for (const member of container.node?.members ?? []) {
    if (member.kind === 'containerField' && member.name !== undefined) nodes.set(member.name.text, member);
    // A field of an enum or union without a type is a name.
    if (member.kind === 'containerField' && member.name === undefined && member.type?.kind === 'identifier') {
      nodes.set(member.type.name.text, member);
    }
  }
  return nodes;
}
