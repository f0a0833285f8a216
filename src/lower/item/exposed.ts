/**
 * Types that items more visible than themselves mention in signatures and fields: Zig lets a `pub fn` return a private type, Rust wants
 * the type to be as visible as what exposes it.
 */
import type { Visibility } from '../../emit/rust-ast.js';
import type { FnInstance } from '../../parse/ir/program.js';
import type { NominalType, Type } from '../../parse/ir/types.js';
import type { Crate } from '../context.js';

/** How visible something is, from private to everywhere. */
const RANKS: readonly (Visibility | undefined)[] = [undefined, 'pub(crate)', 'pub'];

type VisibilityOf<Subject> = (subject: Subject) => Visibility | undefined;

/** Raises the types that the functions and the other types expose, until nothing changes. */
export function noteExposed(
  functions: Iterable<FnInstance>,
  types: Iterable<NominalType>,
  crate: Crate,
  visibilityOfFn: VisibilityOf<FnInstance>,
  visibilityOfType: VisibilityOf<NominalType>,
): void {
  const open: NominalType[] = [...types];
  const expose = (mentioned: readonly Type[], by: Visibility | undefined): void => {
    for (const type of nominalsOf(mentioned, crate)) {
      const emitted = crate.generics.emittedType(type);
      if (RANKS.indexOf(visibilityOfType(emitted)) >= RANKS.indexOf(by)) continue;
      crate.requests.exposed.set(emitted, by);
      open.push(emitted);
    }
  };
  for (const instance of functions) {
    expose([...instance.params.map((param) => param.type), instance.returnType], visibilityOfFn(instance));
  }
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (type.kind === 'struct' || type.kind === 'union')
      expose(
        (type.fields ?? []).map((field) => field.type),
        visibilityOfType(type),
      );
  }
}

/** The nominal types that a type is written with; of one that a rule maps, also those of what it holds. */
function nominalsOf(types: readonly Type[], crate: Crate): readonly NominalType[] {
  const again = (inner: readonly Type[]): readonly NominalType[] => nominalsOf(inner, crate);
  return types.flatMap((type): readonly NominalType[] => {
    switch (type.kind) {
      case 'struct':
      case 'enum':
      case 'union':
      case 'opaque':
        return [type, ...again(heldTypes(type, crate))];
      case 'pointer':
      case 'optional':
      case 'array':
      case 'vector':
        return again([type.child]);
      case 'errorUnion':
        return again([type.payload]);
      case 'tuple':
        return again(type.elements.map((element) => element.type));
      case 'fn':
        return again([...type.params.map((param) => param.type), type.returnType].filter((one) => one !== undefined));
      default:
        return [];
    }
  });
}

/** The type arguments of a type that a rule maps: `Item` of `std.ArrayList(Item)`. */
function heldTypes(type: NominalType, { rules }: Crate): readonly Type[] {
  const match = rules?.typeRule(type.container);
  if (match === undefined) return [];
  return [...match.bindings.values()].flatMap(({ value }) => (value.kind === 'type' ? [value.type] : []));
}
