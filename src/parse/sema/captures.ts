/** Which names a container declaration mentions anywhere inside: those among them that are local to a function are its captures. */
import type * as ast from '../syntax/ast.js';
import { children } from '../syntax/children.js';

const cache = new WeakMap<ast.Node, ReadonlySet<string>>();

/** All identifiers below a node; worked out once for each node. */
export function namesUsedIn(node: ast.Node): ReadonlySet<string> {
  let names = cache.get(node);
  if (!names) {
    const found = new Set<string>();
    collect(node, found);
    names = found;
    cache.set(node, names);
  }
  return names;
}

function collect(node: ast.Node, names: Set<string>): void {
  if (node.kind === 'identifier') names.add(node.name.text);
  for (const child of children(node)) collect(child, names);
}
