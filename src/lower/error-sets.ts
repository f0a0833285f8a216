/**
 * Error sets as Rust enums. Sets equal by members are one type, called after the declaration that names it, else after the function
 * whose inferred set it is. `anyerror` is the crate's own `Error`, an enum of all errors in the program. A wider set has `From` for each
 * narrower one that flows into it.
 */
import * as rust from '../emit/build.js';
import type { Type as RustType } from '../emit/rust-ast.js';
import type { ContainerInstance, Decl, Program } from '../parse/ir/program.js';
import type { ErrorSetType, NamedErrorSetType } from '../parse/ir/types.js';
import type * as ast from '../parse/syntax/ast.js';
import { runtimePath, type Site } from './context.js';
import { pascalCase } from './names/case.js';
import type { CrateNames } from './names/crate-names.js';
import type { Module } from './names/modules.js';
import type { Representation } from './representation/contract.js';

/** Between errors and their numbers: `code()` and `from_code()`. */
export type CodeConversion = 'toCode' | 'fromCode';

/** One enum to emit, or what a mapped one lacks. `names` of `anyerror` are all errors that the crate mentions. */
export interface ErrorSetItem {
  readonly module: Module;
  readonly name: string;
  /** The set, where a rule names the enum that it is: only its conversions are to be emitted. */
  readonly mapped: NamedErrorSetType | undefined;
  readonly names: readonly string[];
  /** The numbers of the errors, where the program asks for them or for the errors that they stand for. */
  readonly codes: readonly number[] | undefined;
  readonly conversions: ReadonlySet<CodeConversion>;
  readonly docs: string | undefined;
  /** The sets with a `From` into this one. */
  readonly sources: ReadonlySet<NamedErrorSetType>;
  /** Where in the Zig file it stands. */
  readonly anchor: number;
  /** No declaration outside of functions names it. */
  readonly isAnonymous: boolean;
  /** Whether it has `name()`: where the program asks for names, and where code outside of it may. */
  readonly hasName: boolean;
}

type Solved = NamedErrorSetType | 'any';

/** Error sets that rules name a Rust type for, by their members. */
export interface MappedErrorSets {
  errorSetType(names: readonly string[]): RustType | undefined;
  convertsErrors(from: readonly string[], to: readonly string[]): boolean;
}

/** Where a set stands and what it is called. */
interface Home {
  readonly module: Module;
  readonly name: string;
  readonly anchor: number;
  readonly isAnonymous: boolean;
  /** Whether code outside of the crate may meet it. */
  readonly isPublic: boolean;
  /** The errors as the declaration lists them. */
  readonly order?: readonly string[] | undefined;
}

interface Known extends Home {
  readonly sources: Set<NamedErrorSetType>;
  readonly conversions: Set<CodeConversion>;
  hasName: boolean;
}

/** The path of an enum that a rule names, as the module at hand writes it. */
function mappedSegments({ path }: Extract<RustType, { kind: 'path' }>, site: Site): readonly string[] {
  const [first, module, name] = path.segments.map((segment) => segment.name);
  const isRuntime = first === 'rt' && module !== undefined && name !== undefined;
  return isRuntime ? runtimePath(site, module, name) : path.segments.map((segment) => segment.name);
}

export class ErrorSets {
  private readonly declared: ReadonlyMap<NamedErrorSetType, Home>;
  private readonly known = new Map<Solved, Known>();
  private readonly mentioned = new Set<string>();
  private readonly numbers: Map<string, number>;

  constructor(
    program: Program,
    private readonly names: CrateNames,
    private readonly representation: Representation,
    private readonly mapped: MappedErrorSets | undefined,
  ) {
    this.numbers = new Map(program.errorNumbers);
    this.declared = declaredSets(program, names, (set) => this.solve(set));
  }

  /** The set with inference and narrowing done. */
  solve(set: ErrorSetType): Solved {
    const seen = this.representation.type(set);
    if (seen.kind === 'errorSet') return seen;
    if (seen.kind !== 'inferredErrorSet') return 'any';
    const { inferredErrors } = seen.owner;
    // A set that was never solved (its function is not part of the program) stays open.
    return inferredErrors === undefined || inferredErrors.kind === 'inferredErrorSet'
      ? 'any'
      : this.solve(inferredErrors);
  }

  isEmpty(set: ErrorSetType): boolean {
    const solved = this.solve(set);
    return solved !== 'any' && solved.names.length === 0;
  }

  /** Whether both are one Rust type. */
  isSame(a: ErrorSetType, b: ErrorSetType): boolean {
    return this.solve(a) === this.solve(b);
  }

  rustType(set: ErrorSetType, site: Site): RustType {
    return rust.typePath(...this.segments(set, site));
  }

  /** The path segments of the set's enum. */
  segments(set: ErrorSetType, site: Site): readonly string[] {
    const solved = this.solve(set);
    if (solved !== 'any' && solved.names.length === 0) return site.module.imports.use('core', 'convert', 'Infallible');
    const given = this.mappedType(solved);
    if (given?.kind === 'path') return mappedSegments(given, site);
    const { module, name } = this.item(solved, site);
    if (module === site.module || module === site.module.parent) return [name];
    return site.module.imports.use('crate', ...module.path, name);
  }

  anyType(site: Site): RustType {
    const { module, name } = this.item('any', site);
    if (module === site.module || module === site.module.parent) return rust.typePath(name);
    return rust.typePath(...site.module.imports.use('crate', ...module.path, name));
  }

  /** The variant of an error in a set's enum. */
  variant(set: ErrorSetType, name: string, site: Site): readonly string[] {
    this.mentioned.add(name);
    return [...this.segments(set, site), this.names.error(name)];
  }

  /** Notes that `from` flows into `to`, so that the `From` is emitted. */
  convert(from: ErrorSetType, to: ErrorSetType, site: Site): void {
    const source = this.solve(from);
    const target = this.solve(to);
    if (source === target || source === 'any') return;
    if (this.mappedType(source) === undefined) this.item(source, site);
    if (target !== 'any' && this.mapped?.convertsErrors(source.names, target.names) === true) return;
    this.item(target, site).sources.add(source);
  }

  private mappedType(set: Solved): RustType | undefined {
    return set === 'any' ? undefined : this.mapped?.errorSetType(set.names);
  }

  /** Notes that the program asks for the numbers of the set's errors, or the other way; false where the set's type is not the crate's own. */
  requestCode(set: ErrorSetType, conversion: CodeConversion, site: Site): boolean {
    const solved = this.solve(set);
    if ((solved !== 'any' && solved.names.length === 0) || this.mappedType(solved) !== undefined) return false;
    this.item(solved, site).conversions.add(conversion);
    return true;
  }

  /** Notes that the program asks for the names of the set's errors. */
  requestName(set: ErrorSetType, site: Site): void {
    const solved = this.solve(set);
    if (solved === 'any' || (solved.names.length > 0 && this.mappedType(solved) === undefined))
      this.item(solved, site).hasName = true;
  }

  /** The number of an error; one that only the rules name comes after those of the program. */
  private numberOf(name: string): number {
    const known = this.numbers.get(name) ?? this.numbers.size + 1;
    this.numbers.set(name, known);
    return known;
  }

  private item(set: Solved, site: Site): Known {
    const known = this.known.get(set);
    if (known !== undefined) return known;
    const made = {
      ...this.place(set, site),
      sources: new Set<NamedErrorSetType>(),
      conversions: new Set<CodeConversion>(),
      hasName: false,
    };
    this.known.set(set, made);
    return made;
  }

  private place(set: Solved, site: Site): Home {
    if (set === 'any') {
      const root = this.names.ofFile(site.crate.program.root);
      return {
        module: root,
        name: root.types.take('Error', 'AnyError'),
        anchor: 0,
        isAnonymous: false,
        isPublic: true,
      };
    }
    const module = site.module.parent ?? site.module;
    // The enum stands in the runtime: what its conversions need has no place in the Zig file.
    if (this.mappedType(set) !== undefined)
      return { module, name: '', anchor: Number.MAX_SAFE_INTEGER, isAnonymous: true, isPublic: false };
    const declared = this.declared.get(set);
    if (declared !== undefined) return { ...declared, name: declared.module.types.take(declared.name) };
    const name = module.types.take(`${set.names.slice(0, 2).map(pascalCase).join('Or')}Error`);
    return { module, name, anchor: 0, isAnonymous: true, isPublic: false };
  }

  /** The enum of all errors, where the program has one; asked for after everything that mentions it has been lowered. */
  everyError(): ErrorSetItem | undefined {
    const known = this.known.get('any');
    return known === undefined
      ? undefined
      : this.items().find(({ name, module }) => known.name === name && known.module === module);
  }

  /** The enums to emit, after everything that mentions them has been lowered. */
  items(): readonly ErrorSetItem[] {
    const all = new Set(this.mentioned);
    for (const set of this.known.keys()) if (set !== 'any') for (const name of set.names) all.add(name);
    return [...this.known].map(
      ([set, { module, name, sources, conversions, hasName, isPublic, anchor, isAnonymous }]) => {
        const names = set === 'any' ? [...all].sort() : (this.declared.get(set)?.order ?? set.names);
        const codes = conversions.size > 0 ? names.map((error) => this.numberOf(error)) : undefined;
        return {
          module,
          name,
          mapped: set !== 'any' && this.mappedType(set) !== undefined ? set : undefined,
          names,
          codes,
          conversions,
          docs: set === 'any' ? ' Every error of the program.' : undefined,
          sources,
          anchor,
          isAnonymous,
          hasName: hasName || isPublic,
        };
      },
    );
  }

  /** The name under which a set stands in a module, for its `From`. */
  pathFrom(set: NamedErrorSetType, site: Site): RustType {
    return this.rustType(set, site);
  }
}

/** Names for sets: of their declaration, else of the function that infers them. The first one found stays. */
function declaredSets(program: Program, names: CrateNames, solve: (set: ErrorSetType) => Solved) {
  const found = new Map<NamedErrorSetType, Home>();
  const note = (set: Solved, home: Home): void => {
    if (set !== 'any' && set.names.length > 0 && !found.has(set)) found.set(set, home);
  };
  const containers = new Set([
    ...program.files.map((file) => file.container),
    ...program.types.map((type) => type.container),
  ]);
  for (const container of containers) {
    for (const decl of container.decls.values()) {
      if (decl.value?.kind !== 'type' || decl.value.type.kind !== 'errorSet') continue;
      note(decl.value.type, {
        module: names.moduleOf(container),
        name: pascalCase(decl.name),
        anchor: decl.node.start,
        isAnonymous: isInFunction(container),
        isPublic: decl.isPub && !isInFunction(container),
        order: listedErrors(decl, decl.value.type),
      });
    }
  }
  for (const instance of program.functions) {
    const type = instance.returnType;
    if (type.kind !== 'errorUnion' || instance.decl.kind === 'test') continue;
    note(solve(type.errorSet), {
      module: names.moduleOf(instance.container),
      name: `${pascalCase(instance.decl.name)}Error`,
      anchor: instance.node.start,
      isAnonymous: true,
      isPublic: instance.decl.isPub && !isInFunction(instance.container),
    });
  }
  return found;
}

function isInFunction({ enclosingFn, parent }: ContainerInstance): boolean {
  return enclosingFn !== undefined || (parent !== undefined && isInFunction(parent));
}

/** The errors in the order in which the declaration lists them; undefined where it does not list them all itself. */
function listedErrors(decl: Decl, set: NamedErrorSetType): readonly string[] | undefined {
  const written = decl.node.kind === 'varDecl' ? writtenErrors(decl.node.value, decl.container) : undefined;
  const names = written === undefined ? [] : [...new Set(written)];
  return names.length === set.names.length && names.every((name) => set.names.includes(name)) ? names : undefined;
}

function writtenErrors(node: ast.Expression | undefined, container: ContainerInstance): readonly string[] | undefined {
  if (node?.kind === 'errorSetDecl') return node.names.map((name) => name.text);
  if (node?.kind === 'binary' && node.operator === '||') {
    const [left, right] = [writtenErrors(node.left, container), writtenErrors(node.right, container)];
    return left === undefined || right === undefined ? undefined : [...left, ...right];
  }
  if (node?.kind !== 'identifier') return undefined;
  const named = container.decls.get(node.name.text);
  return named?.node.kind === 'varDecl' ? writtenErrors(named.node.value, container) : undefined;
}
