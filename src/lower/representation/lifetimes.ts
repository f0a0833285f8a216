/**
 * Names for lifetimes: of types, and of signatures where Rust's elision does not already say it.
 *
 * A signature is elided where each lifetime among its parameters stands once and the result's, if it has any, is the one that Rust
 * would choose: the receiver's reference, or the only one that there is. Inside the `impl` of a type with lifetime parameters, the
 * first mention of the type (the receiver, else another parameter, else the result) is `Self` and has the parameters' own names.
 */
import type { FnInstance } from '../../parse/ir/program.js';
import type { NominalType } from '../../parse/ir/types.js';
import type { Lifetime, TypeRepr } from './contract.js';
import type { Signature } from './interpret.js';
import type { Nominals } from './nominals.js';
import { type Region, type Regioned, STATIC_REGION } from './regions.js';

/** `a`, `b`, … in the order of the parameters. */
export function lifetimeNames(nominals: Nominals, type: NominalType): readonly string[] {
  return nominals.lifetimes(type).map((_, index) => nameAt(index));
}

function nameAt(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : `l${index}`;
}

export interface NamedSignature {
  /** Declared by the function itself. */
  readonly lifetimes: readonly string[];
  readonly params: readonly (TypeRepr | undefined)[];
  /** Of the references by which parameters by value come. */
  readonly borrows: readonly Lifetime[];
  readonly result: TypeRepr;
}

export function nameSignature(instance: FnInstance, signature: Signature, nominals: Nominals): NamedSignature {
  const fromImpl = implLifetimes(instance, signature, nominals);
  const inputs = signature.params.map((tree, index) => {
    const borrow = signature.aliases[index];
    return [...(borrow === undefined ? [] : [borrow]), ...(tree === undefined ? [] : printed(tree))];
  });
  const outputs = new Set(printed(signature.result));
  const counts = new Map<Region, number>();
  for (const region of inputs.flat()) counts.set(region, (counts.get(region) ?? 0) + 1);
  const elided = elidedResult(instance, signature, inputs);
  const isElided = [...outputs].every((region) => region === elided);

  const names = new Map<Region, string>(fromImpl);
  const ofImpl = lifetimeNames(nominals, instance.container.type).length;
  names.set(STATIC_REGION, 'static');
  const own: string[] = [];
  for (const region of [...inputs.flat(), ...outputs]) {
    if (names.has(region)) continue;
    const isRepeated = (counts.get(region) ?? 0) > 1;
    if (!isRepeated && (!outputs.has(region) || isElided)) continue;
    const name = nameAt(ofImpl + own.length);
    own.push(name);
    names.set(region, name);
  }
  const nameOf = (region: Region): Lifetime => names.get(region);
  return {
    lifetimes: own,
    params: signature.params.map((tree) => (tree === undefined ? undefined : toRepr(tree, nameOf))),
    borrows: signature.aliases.map((region) => (region === undefined ? undefined : nameOf(region))),
    result: toRepr(signature.result, nameOf),
  };
}

/** The regions that the Rust type shows, in order. */
function printed(tree: Regioned): Region[] {
  switch (tree.kind) {
    case 'plain':
      return [];
    case 'pointer': {
      const own = tree.mode === 'ref' || tree.mode === 'refMut' ? [tree.region] : [];
      return [...own, ...printed(tree.child)];
    }
    case 'wrapper':
      return printed(tree.child);
    case 'tuple':
      return tree.elements.flatMap(printed);
    case 'nominal':
      return [...tree.regions, ...tree.typeArguments.flatMap(printed)];
  }
}

/** The region that an elided lifetime of the result means. */
function elidedResult(
  instance: FnInstance,
  signature: Signature,
  inputs: readonly (readonly Region[])[],
): Region | undefined {
  const receiver = signature.params[0];
  const [borrow] = signature.aliases;
  if (borrow !== undefined && instance.params[0]?.type === instance.container.type) return borrow;
  const isMethod = receiver?.kind === 'pointer' && (receiver.mode === 'ref' || receiver.mode === 'refMut');
  const all = inputs.flat();
  if (all.length === 1) return all[0];
  return isMethod && receiver.child.kind === 'nominal' ? receiver.region : undefined;
}

function implLifetimes(instance: FnInstance, signature: Signature, nominals: Nominals): ReadonlyMap<Region, string> {
  const self = instance.container.type;
  const names = lifetimeNames(nominals, self);
  const found = new Map<Region, string>();
  if (names.length === 0) return found;
  for (const tree of [...signature.params, signature.result]) {
    const regions = tree === undefined ? undefined : mentionOf(tree, self);
    if (regions === undefined) continue;
    regions.forEach((region, index) => {
      const name = names[index];
      if (name !== undefined && region !== STATIC_REGION && !found.has(region)) found.set(region, name);
    });
    break;
  }
  return found;
}

/** The lifetime arguments of the first mention of a type. */
function mentionOf(tree: Regioned, type: NominalType): readonly Region[] | undefined {
  switch (tree.kind) {
    case 'plain':
      return undefined;
    case 'pointer':
    case 'wrapper':
      return mentionOf(tree.child, type);
    case 'tuple':
      return tree.elements.map((element) => mentionOf(element, type)).find((found) => found !== undefined);
    case 'nominal':
      return tree.type === type ? tree.regions : undefined;
  }
}

/** The answer for lowering: a tree of regions with their names. */
export function toRepr(tree: Regioned, nameOf: (region: Region) => Lifetime): TypeRepr {
  switch (tree.kind) {
    case 'plain':
      return tree;
    case 'pointer': {
      const isReference = tree.mode === 'ref' || tree.mode === 'refMut';
      const lifetime = isReference ? nameOf(tree.region) : undefined;
      return { kind: 'pointer', mode: tree.mode, lifetime, child: toRepr(tree.child, nameOf) };
    }
    case 'wrapper':
      return { kind: 'wrapper', child: toRepr(tree.child, nameOf) };
    case 'tuple':
      return { kind: 'tuple', elements: tree.elements.map((element) => toRepr(element, nameOf)) };
    case 'nominal':
      return {
        kind: 'nominal',
        lifetimes: tree.regions.map(nameOf),
        typeArguments: tree.typeArguments.map((argument) => toRepr(argument, nameOf)),
      };
  }
}
