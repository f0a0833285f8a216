/** The fields of unions from whose address the program goes to the whole union (`@fieldParentPtr`). Those of C unions lie where it lies. */
import type * as ir from '../../parse/ir/ir.js';
import type { Program } from '../../parse/ir/program.js';
import type { UnionType } from '../../parse/ir/types.js';
import { knownText } from '../builtin/arguments.js';
import type { Representation } from '../representation/contract.js';
import { walkBlock } from './walk.js';

export type ParentFields = ReadonlyMap<UnionType, ReadonlySet<number>>;

export function findParentFields(program: Program, representation: Representation): ParentFields {
  const found = new Map<UnionType, Set<number>>();
  const see = (node: { readonly sort: string; readonly expr?: ir.Expr }): true => {
    const { expr } = node;
    if (node.sort === 'expr' && expr?.kind === 'builtin' && expr.name === 'fieldParentPtr') note(expr, found);
    return true;
  };
  for (const instance of program.functions) {
    const body = representation.body(instance);
    if (body !== undefined) walkBlock(body, see);
  }
  return found;
}

function note({ type, args }: ir.BuiltinExpr, found: Map<UnionType, Set<number>>): void {
  const name = args[0] === undefined ? undefined : knownText(args[0].value);
  if (type.kind !== 'pointer' || type.child.kind !== 'union' || type.child.layout !== 'auto' || name === undefined)
    return;
  const field = type.child.fields?.find((one) => one.name === name);
  if (field === undefined) return;
  const known = found.get(type.child) ?? new Set<number>();
  found.set(type.child, known.add(field.index));
}
