/**
 * How each container-level `const` and `var` is stored. A `const` whose address run-time code takes is a `static`, so that it has one; where
 * it holds raw pointers, which Rust does not share between threads, a `static mut` that nobody writes. A `var` is an atomic or a `Cell` where
 * that will do, else a `static mut`.
 */
import type * as ir from '../../parse/ir/ir.js';
import type { ContainerInstance, Decl, Program } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import type { Representation, TypeRepr } from '../representation/contract.js';
import { PLAIN, payloadRepr } from '../representation/type-repr.js';
import { isExportedGlobal, isExternGlobal, linkedGlobals } from './symbols.js';
import { type IrNode, walkBlock } from './walk.js';
import { solveWholeVariables, type WholeStorage } from './whole-variables.js';

export type Storage = 'const' | 'static' | 'staticMut' | WholeStorage;
export type GlobalStorage = (decl: Decl) => Storage;

/** `isMapped`: a rule stands for the type, whose Rust does not have the fields of the Zig. */
export function solveGlobalStorage(
  program: Program,
  representation: Representation,
  isMapped: (container: ContainerInstance) => boolean,
): GlobalStorage {
  const addressed = new Set<Decl>();
  for (const instance of program.functions) {
    const body = representation.body(instance);
    if (body !== undefined) walkBlock(body, (node) => noteAddresses(node, addressed));
  }
  const linked = linkedGlobals(program);
  const whole = solveWholeVariables(program, representation);
  return (mentioned) => {
    const decl = linked.get(mentioned) ?? mentioned;
    if (decl.kind === 'var' || isExternGlobal(decl)) return whole.get(decl) ?? 'staticMut';
    if (!isExportedGlobal(decl) && !addressed.has(decl)) return 'const';
    if (decl.type === undefined) return 'const';
    if ('container' in decl.type && isMapped(decl.type.container) && holdsOnlyValues(decl.type.container))
      return 'static';
    return isSync(decl.type, representation.global(decl), representation) ? 'static' : 'staticMut';
  };
}

/** Whether what a container of the library is made for are values: what it holds of them, threads may share. */
function holdsOnlyValues({ captures }: ContainerInstance): boolean {
  return captures.every(({ value }) => value.kind !== 'type' || VALUES.has(value.type.kind));
}

const VALUES: ReadonlySet<Type['kind']> = new Set(['int', 'float', 'bool', 'enum', 'void']);

function noteAddresses(node: IrNode, addressed: Set<Decl>): true {
  if (
    node.sort === 'expr' &&
    node.expr.kind === 'addressOf' &&
    node.expr.type.kind === 'pointer' &&
    node.expr.type.child.kind !== 'fn'
  ) {
    const decl = rootGlobal(node.expr.place);
    if (decl !== undefined) addressed.add(decl);
  }
  return true;
}

/** The global at the root of a place. */
function rootGlobal(place: ir.Place): Decl | undefined {
  switch (place.kind) {
    case 'global':
      return place.decl;
    case 'fieldPlace':
    case 'optionalPayload':
    case 'errorPayload':
      return rootGlobal(place.base);
    case 'index':
      return place.base.kind === 'array' ? rootGlobal(place.base.place) : undefined;
    default:
      return undefined;
  }
}

/** Whether Rust lets threads share values of the type, held as `repr` says: raw pointers are not shared. */
export function isSync(
  type: Type,
  repr: TypeRepr,
  representation: Representation,
  seen: Set<Type> = new Set(),
): boolean {
  if (seen.has(type)) return true;
  const inside = (child: Type, held: TypeRepr) => isSync(child, held, representation, new Set([...seen, type]));
  switch (type.kind) {
    case 'pointer':
      return (
        type.child.kind === 'fn' || (repr.kind === 'pointer' && repr.mode !== 'raw' && inside(type.child, repr.child))
      );
    case 'optional':
    case 'array':
    case 'vector':
      return inside(type.child, payloadRepr(repr));
    case 'errorUnion':
      return inside(type.payload, payloadRepr(repr));
    case 'struct':
    case 'union':
      return (type.fields ?? []).every((field) => inside(field.type, representation.field(type, field.index)));
    case 'tuple':
      return type.elements.every((element, index) =>
        inside(element.type, repr.kind === 'tuple' ? (repr.elements[index] ?? PLAIN) : PLAIN),
      );
    default:
      return true;
  }
}
