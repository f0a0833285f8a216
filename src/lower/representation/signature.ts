/**
 * The lifetimes of a function's signature, from its body: regions of parameters and result that flow into each other are one lifetime.
 *
 * Rust could also say that one outlives the other; one common lifetime is what people write, and what a caller may conclude from it is
 * the same for shared references. What flows to where it may be used for ever is `'static`.
 */
import type { Interpretation, Signature } from './interpret.js';
import { eachRegion, mapRegions, type Region, STATIC_REGION } from './regions.js';

/** The signature that a function's body demands; one that is called through a pointer has a single lifetime, as the pointer's type says. */
export function signatureOf(read: Interpretation, isOpen: boolean): Signature {
  const classes = new Map<Region, Region>();
  const find = (region: Region): Region => {
    let at = region;
    for (let up = classes.get(at); up !== undefined && up !== at; up = classes.get(at)) at = up;
    return at;
  };
  const unite = (a: Region, b: Region): void => {
    const first = find(a);
    const second = find(b);
    // The smaller number stands for the class, so that whatever meets `STATIC_REGION` becomes it.
    if (first !== second) classes.set(Math.max(first, second), Math.min(first, second));
  };
  for (const universal of read.universals) {
    if (universal === STATIC_REGION) continue;
    for (const reached of read.regions.reach(universal)) if (read.universals.has(reached)) unite(universal, reached);
  }
  if (isOpen) {
    const [first, ...others] = typeRegions(read).filter((region) => find(region) !== STATIC_REGION);
    if (first !== undefined) for (const other of others) unite(first, other);
  }
  return {
    params: read.body.params.map((variable) =>
      variable === undefined ? undefined : mapRegions(read.treeOf(variable), find),
    ),
    result: mapRegions(read.treeOf(read.body.result), find),
    aliases: read.body.params.map((variable) => {
      const region = variable === undefined ? undefined : read.aliasOf(variable);
      return region === undefined ? undefined : find(region);
    }),
  };
}

/** The lifetime arguments of the types of the parameters and the result. */
function typeRegions({ body, treeOf }: Interpretation): readonly Region[] {
  const found = new Set<Region>();
  for (const variable of [...body.params, body.result]) {
    if (variable === undefined) continue;
    eachRegion(treeOf(variable), (region, node) => {
      if (node === undefined) found.add(region);
    });
  }
  return [...found];
}

/** The signature before anything is known: every region a lifetime of its own. */
export function isSameSignature(a: Signature | undefined, b: Signature): boolean {
  return a !== undefined && pattern(a) === pattern(b);
}

/** The classes in order of appearance: equal for signatures that say the same. */
function pattern(signature: Signature): string {
  const names = new Map<Region, number>([[STATIC_REGION, 0]]);
  const parts: number[] = [];
  const visit = (region: Region): void => {
    if (!names.has(region)) names.set(region, names.size);
    parts.push(names.get(region) ?? 0);
  };
  for (const tree of [...signature.params, signature.result]) {
    if (tree !== undefined) eachRegion(tree, visit);
    parts.push(-1);
  }
  for (const alias of signature.aliases) if (alias !== undefined) visit(alias);
  return parts.join(' ');
}
