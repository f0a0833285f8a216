/** What a type without a name of its own is called: after the place that it is written for. */
import type * as ast from '../../parse/syntax/ast.js';
import { children } from '../../parse/syntax/children.js';

/** The name of the innermost declaration, parameter, field or function (for its result) around a node of the file. */
export function nameOfPlace(root: ast.Root, node: ast.Node): string | undefined {
  let found: string | undefined;
  let at: ast.Node | undefined = root;
  while (at !== undefined && at !== node) {
    found = nameInside(at, node) ?? found;
    at = children(at).find((child) => holds(child, node));
  }
  return found;
}

function holds(outer: { readonly start: number; readonly end: number } | undefined, inner: ast.Node): boolean {
  return outer !== undefined && outer.start <= inner.start && inner.end <= outer.end;
}

/** What the parent itself calls the place that the node stands in; a body is no place. */
function nameInside(parent: ast.Node, node: ast.Node): string | undefined {
  switch (parent.kind) {
    case 'varDecl':
    case 'containerField':
      return parent.name?.text;
    case 'structInit':
      return parent.fields.find((field) => holds(field, node))?.name.text;
    case 'fnProto': {
      const param = parent.params.find((one) => holds(one, node));
      return param === undefined ? parent.name?.text : param.name?.text;
    }
    default:
      return undefined;
  }
}
