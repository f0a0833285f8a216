/**
 * What a call does to regions. Of a function of the program only the signature counts, as in Rust: its parameters' and result's trees
 * with one fresh region per lifetime. Of a mapped function its rule says what is kept and what the result points into. Code that is not
 * known keeps everything it is given for ever.
 */

import type { ResultOrigin } from './contract.js';
import type { Reader, Signature } from './interpret.js';
import { type Action, type Target, type Variable, wholeVariable } from './mir.js';
import { eachRegion, mapRegions, type Region, type Regioned, STATIC_REGION } from './regions.js';

type Call = Extract<Action, { kind: 'call' }>;

export function interpretCall(reader: Reader, call: Call, point: number): void {
  const { target } = call;
  if (target.kind === 'unknown') {
    for (const arg of call.args) if (arg !== undefined) keepForEver(reader, arg);
    return;
  }
  if (target.kind === 'mapped') {
    interpretMapped(reader, call, target);
    return;
  }
  const signature = reader.environment.signatureOf(target.instance);
  if (signature === undefined) return;
  instantiate(reader, call, signature, point);
}

function keepForEver(reader: Reader, arg: Variable): void {
  eachRegion(reader.treeOf(arg), (region) => {
    reader.regions.outlives(region, STATIC_REGION);
  });
}

function instantiate(reader: Reader, call: Call, signature: Signature, point: number): void {
  const fresh = new Map<Region, Region>([[STATIC_REGION, STATIC_REGION]]);
  const change = (lifetime: Region): Region => {
    let region = fresh.get(lifetime);
    if (region === undefined) {
      region = reader.regions.fresh();
      fresh.set(lifetime, region);
    }
    return region;
  };
  call.args.forEach((arg, index) => {
    const parameter = signature.params[index];
    if (arg === undefined || parameter === undefined) return;
    const source = reader.treeOf(arg);
    const dest = mapRegions(parameter, change);
    reader.regions.flow(source, dest);
    borrowTemporary(reader, arg, dest, point);
    const alias = signature.aliases[index];
    if (alias !== undefined) borrowValue(reader, arg, change(alias), point);
  });
  if (call.dest !== undefined) reader.regions.flow(mapRegions(signature.result, change), reader.treeOf(call.dest));
}

/** A fresh owner that is handed to a reference: it lives until the statement ends. */
function borrowTemporary(reader: Reader, arg: Variable, dest: Regioned, point: number): void {
  const source = reader.treeOf(arg);
  if (source.kind !== 'pointer' || dest.kind !== 'pointer' || source.mode !== 'owned' || dest.mode === 'owned') return;
  const whole = wholeVariable(arg);
  const place = { ...whole, steps: [{ kind: 'deref', node: source.node } as const], shape: source.node.child };
  const kind = dest.mode === 'refMut' ? 'mut' : dest.mode === 'raw' ? 'raw' : 'shared';
  reader.loan({
    point,
    place,
    kind,
    node: source.node,
    region: dest.region,
    holder: undefined,
    loop: undefined,
    alias: undefined,
  });
}

/** A value that is handed to a parameter by reference. */
function borrowValue(reader: Reader, arg: Variable, region: Region, point: number): void {
  const place = wholeVariable(arg);
  reader.loan({
    point,
    place,
    kind: 'shared',
    node: undefined,
    region,
    holder: undefined,
    loop: undefined,
    alias: undefined,
  });
  const held = reader.aliasOf(arg);
  if (held !== undefined) reader.regions.outlives(held, region);
}

function interpretMapped(reader: Reader, call: Call, { mapped }: Extract<Target, { kind: 'mapped' }>): void {
  const treeOf = (index: number): Regioned | undefined => {
    const arg = call.args[index];
    return arg === undefined ? undefined : reader.treeOf(arg);
  };
  mapped.args.forEach((use, index) => {
    const tree = treeOf(index);
    if (tree === undefined) return;
    if (use.kind === 'stored') {
      const held = typeArgument(treeOf(use.into), use.typeArgument);
      if (held !== undefined) reader.regions.flow(tree, held);
    } else if (use.kind === 'shared') {
      eachRegion(tree, (region) => {
        reader.regions.outlives(region, STATIC_REGION);
      });
    } else if (use.kind === 'value' && call.dest !== undefined && isMade(mapped.result)) {
      reader.regions.flow(tree, reader.treeOf(call.dest));
    }
  });
  shareAmongArguments(reader, call);
  if (call.dest === undefined) return;
  const dest = reader.treeOf(call.dest);
  const origin = mapped.result;
  if (origin.kind !== 'element')
    for (const arg of call.args) if (arg !== undefined) shareHeld(reader, reader.treeOf(arg), dest);
  if (origin.kind === 'borrows') borrowFrom(reader, treeOf(origin.argument), dest);
  if (origin.kind === 'element') {
    const held = typeArgument(treeOf(origin.argument), origin.typeArgument);
    if (held !== undefined) reader.regions.flow(held, dest);
    if (!origin.isTaken && held !== undefined) lendElement(reader, treeOf(origin.argument), held, call.dest);
  }
}

/** Whether a result may be made of the values that the call was given. */
function isMade({ kind }: ResultOrigin): boolean {
  return kind === 'value' || kind === 'owned';
}

/** How a container that an argument is or points to holds one of its type arguments. */
function typeArgument(container: Regioned | undefined, index: number): Regioned | undefined {
  const tree = container?.kind === 'pointer' ? container.child : container;
  return tree?.kind === 'nominal' ? tree.typeArguments[index] : undefined;
}

/** The result points into what `source` points to; into what an iterator iterates over, not into the iterator. */
function borrowFrom(reader: Reader, source: Regioned | undefined, dest: Regioned): void {
  if (source === undefined) return;
  const pointee = source.kind === 'pointer' ? source.child : source;
  const own = pointee.kind === 'nominal' ? pointee.regions : [];
  const through = own.length > 0 ? own : source.kind === 'pointer' ? [source.region] : [];
  for (const region of outerRegions(dest)) for (const from of through) reader.regions.outlives(from, region);
}

/** An element that is not copied is borrowed from its container. */
function lendElement(reader: Reader, container: Regioned | undefined, held: Regioned, dest: Variable): void {
  if (held.kind === 'pointer' && (held.mode === 'owned' || held.mode === 'refMut'))
    borrowFrom(reader, container, reader.treeOf(dest));
  const alias = reader.aliasOf(dest);
  if (alias !== undefined && container?.kind === 'pointer') reader.regions.outlives(container.region, alias);
}

/** The regions of the pointers that a value is; what those point to, or containers hold, has regions of its own. */
function outerRegions(tree: Regioned): readonly Region[] {
  switch (tree.kind) {
    case 'plain':
      return [];
    case 'pointer':
      return [tree.region];
    case 'wrapper':
      return outerRegions(tree.child);
    case 'tuple':
      return tree.elements.flatMap(outerRegions);
    case 'nominal':
      return tree.regions;
  }
}

/** What arguments point to may be copied into the containers beside them. */
function shareAmongArguments(reader: Reader, call: Call): void {
  const trees = call.args.flatMap((arg) => (arg === undefined ? [] : [reader.treeOf(arg)]));
  for (const container of trees) {
    for (const tree of trees)
      if (tree !== container && tree.kind === 'pointer') shareHeld(reader, container, tree.child);
  }
}

function shareHeld(reader: Reader, container: Regioned, dest: Regioned): void {
  const tree = container.kind === 'pointer' ? container.child : container;
  if (tree.kind === 'nominal') for (const argument of tree.typeArguments) shareArguments(reader, argument, dest);
}

/** Wherever `dest` holds values of the type argument, they are the container's. */
function shareArguments(reader: Reader, argument: Regioned, dest: Regioned): void {
  if (argument.kind === 'plain') return;
  if (dest.kind === argument.kind && isSameType(argument, dest)) {
    reader.regions.flow(argument, dest, true);
    return;
  }
  if (dest.kind === 'pointer' || dest.kind === 'wrapper') shareArguments(reader, argument, dest.child);
  if (dest.kind === 'nominal') for (const inner of dest.typeArguments) shareArguments(reader, argument, inner);
}

function isSameType(a: Regioned, b: Regioned): boolean {
  if (a.kind === 'pointer' && b.kind === 'pointer') return a.node.type === b.node.type;
  if (a.kind === 'nominal' && b.kind === 'nominal') return a.type === b.type;
  if (a.kind === 'wrapper' && b.kind === 'wrapper') return isSameType(a.child, b.child);
  return false;
}
