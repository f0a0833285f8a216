/** Lints about functions and methods: their names, parameters and results. */
import type { FunctionItem, Item, ModuleContent, Parameter, SelfParameter, Type } from '../rust-ast.js';
import type { PortedModule } from './lint.js';

const MOST_PARAMETERS = 7;

export function hasManyParameters(item: Item): boolean {
  return item.kind === 'fn' && item.parameters.length > MOST_PARAMETERS;
}

/** `pub unsafe fn` without a `# Safety` section. */
export function lacksSafetySection(item: Item): boolean {
  return (
    item.kind === 'fn' &&
    item.qualifiers?.unsafe === true &&
    isVisible(item) &&
    !(item.docs ?? []).some((line) => /^\s*#+ (?:Implementation )?Safety/i.test(line))
  );
}

/** A safe public function that takes a raw pointer. */
export function takesRawPointer(item: Item): boolean {
  return (
    item.kind === 'fn' &&
    item.qualifiers?.unsafe !== true &&
    isVisible(item) &&
    item.parameters.some((parameter) => parameter.kind === 'typed' && parameter.type.kind === 'rawPointer')
  );
}

/** `Result<T, ()>`. */
export function failsWithUnit(item: Item): boolean {
  if (item.kind !== 'fn' || !isVisible(item) || item.result?.kind !== 'path') return false;
  const segment = item.result.path.segments.at(-1);
  const error = segment?.name === 'Result' ? segment.generics?.[1] : undefined;
  return error?.kind === 'type' && error.type.kind === 'tuple' && error.type.elements.length === 0;
}

function isVisible(item: Item): boolean {
  return item.visibility !== undefined && item.visibility !== 'private';
}

// ---------------------------------------------------------------- methods

function methodsOf(item: Item): readonly FunctionItem[] {
  if (item.kind !== 'impl' || item.trait !== undefined) return [];
  return item.items.filter((one) => one.kind === 'fn');
}

function selfOf(method: FunctionItem): SelfParameter | undefined {
  const [first] = method.parameters;
  return first?.kind === 'self' ? first : undefined;
}

/** `len` without `is_empty`. */
export function hasLengthOnly(item: Item): boolean {
  const methods = methodsOf(item);
  const hasMethod = (name: string): boolean => methods.some((one) => one.name === name && selfOf(one) !== undefined);
  return hasMethod('len') && !hasMethod('is_empty');
}

/** `pub fn new() -> Self`. */
export function hasPlainNew(item: Item): boolean {
  return methodsOf(item).some((one) => one.name === 'new' && one.parameters.length === 0 && isVisible(one));
}

/** Methods of std's traits, by name, with the number of their parameters. */
const TRAIT_METHODS: ReadonlyMap<string, number> = new Map([
  ...['add', 'bitand', 'bitor', 'bitxor', 'cmp', 'div', 'eq', 'hash', 'index', 'index_mut'].map(
    (name): [string, number] => [name, 2],
  ),
  ...['mul', 'rem', 'shl', 'shr', 'sub'].map((name): [string, number] => [name, 2]),
  ...['as_mut', 'as_ref', 'borrow', 'borrow_mut', 'clone', 'deref', 'deref_mut', 'drop', 'into_iter', 'neg'].map(
    (name): [string, number] => [name, 1],
  ),
  ...['next', 'not', 'from_iter', 'from_str'].map((name): [string, number] => [name, 1]),
  ['default', 0],
]);

export function isNamedLikeTraitMethod(item: Item): boolean {
  return methodsOf(item).some(
    (one) => TRAIT_METHODS.get(one.name) === one.parameters.length && (one.generics?.parameters.length ?? 0) === 0,
  );
}

/** Names that promise how `self` is taken. */
export function breaksSelfConvention(item: Item): boolean {
  return methodsOf(item).some(({ name, parameters: [first] }) => {
    if (name.startsWith('from_')) return first?.kind === 'self';
    if (first?.kind !== 'self') return false;
    const isValue = !first.reference;
    if (name.startsWith('into_')) return !isValue;
    if (name.startsWith('as_')) return isValue;
    if (name.startsWith('is_')) return isValue || first.mutable;
    return name.startsWith('to_') && first.mutable;
  });
}

/** `to_x(&self)` of a type that is `Copy`, `to_x(self)` of one that is not. */
export function convertsUnconventionally(modules: readonly PortedModule[]): boolean {
  const items = modules.flatMap(({ content }) => allItems(content));
  const copied = new Set(items.flatMap((item) => (derivesCopy(item) && 'name' in item ? [item.name] : [])));
  return items.some((item) => {
    const target = item.kind === 'impl' && item.type.kind === 'path' ? item.type.path.segments.at(-1)?.name : undefined;
    const isCopied = target !== undefined && copied.has(target);
    return methodsOf(item).some((one) => one.name.startsWith('to_') && selfOf(one)?.reference === isCopied);
  });
}

function allItems({ items }: ModuleContent): readonly Item[] {
  return items.flatMap((item) =>
    item.kind === 'mod' && item.content !== undefined ? [item, ...allItems(item.content)] : [item],
  );
}

function derivesCopy({ attributes = [] }: Item): boolean {
  return attributes.some(
    (one) =>
      one.kind === 'list' &&
      one.path.segments.at(-1)?.name === 'derive' &&
      one.elements.some((trait) => trait.kind === 'word' && trait.path.segments.at(-1)?.name === 'Copy'),
  );
}

// ---------------------------------------------------------------- types

const MOST_COMPLEX = 250;

/** A type that clippy finds too complex: each part counts tenfold for each level that it is nested. */
export function isComplex(type: Type): boolean {
  return complexity(type, 1) > MOST_COMPLEX;
}

function complexity(type: Type, nesting: number): number {
  const all = (types: readonly (Type | undefined)[], level: number): number =>
    types.reduce((sum, one) => sum + (one === undefined ? 0 : complexity(one, level)), 0);
  switch (type.kind) {
    case 'inferred':
      return nesting;
    case 'reference':
    case 'rawPointer':
      return nesting + complexity(type.target, nesting);
    case 'path': {
      const generics = type.path.segments.flatMap(({ generics = [] }) => generics);
      const inside = generics.map((one) => (one.kind === 'type' || one.kind === 'binding' ? one.type : undefined));
      return 10 * nesting + all(inside, nesting + 1);
    }
    case 'slice':
    case 'array':
      return 10 * nesting + complexity(type.element, nesting + 1);
    case 'tuple':
      return 10 * nesting + all(type.elements, nesting + 1);
    case 'functionPointer':
      return 50 * nesting + all([...type.parameters.map((one) => one.type), type.result], nesting + 1);
    default:
      return 20 * nesting;
  }
}

/** A module with the name of the module that holds it. */
export function hasModuleOfItsName(modules: readonly PortedModule[]): boolean {
  const repeats = (content: ModuleContent, name: string | undefined): boolean =>
    content.items.some(
      (item) =>
        item.kind === 'mod' && (item.name === name || (item.content !== undefined && repeats(item.content, item.name))),
    );
  return modules.some(({ content, name }) => repeats(content, name));
}

/** The names that parameters bind. */
export function parameterNames(parameters: readonly Parameter[]): readonly string[] {
  return parameters.flatMap((parameter) =>
    parameter.kind === 'typed' && parameter.pattern.kind === 'binding' ? [parameter.pattern.name] : [],
  );
}
