/**
 * The naming pass: the Rust module and name of every type, function, global, field, variant and error of the program.
 *
 * Items cannot capture, so a container inside a function or another container becomes an item of its file's module. It keeps
 * its name while that is free there, else its parent's name goes in front. Instances of a generic are called after their arguments.
 */
import type { ContainerInstance, Decl, FnInstance, Program, ProgramFile } from '../../parse/ir/program.js';
import {
  type EnumType,
  isNominal,
  type NominalType,
  type StructType,
  type Type,
  type UnionType,
} from '../../parse/ir/types.js';
import type { GlobalStorage } from '../analysis/global-storage.js';
import { linkedGlobals } from '../analysis/symbols.js';
import type { GenericPlan } from '../generics/plan.js';
import { pascalCase, screamingSnakeCase, snakeCase, snakeCaseEnding } from './case.js';
import { childModules, fileModule, type Module, testsModule } from './modules.js';
import { NameTable, writable } from './name-table.js';
import { nameOfPlace } from './place-name.js';
import { isInTest } from './test-only.js';
import { instanceWords, typeWord, valueWords } from './type-name.js';

/** Where an item stands and what it is called. */
export interface ItemName {
  readonly module: Module;
  /** The type in whose `impl` it stands. */
  readonly owner: NominalType | undefined;
  readonly name: string;
}

/** Names that lowering itself gives to items of an `impl`. */
const GENERATED_MEMBERS: readonly string[] = ['tag_name', 'from_raw', 'raw'];
/** Names of the prelude that emitted code mentions: a value of the program must not hide them. */
const PRELUDE_VALUES: readonly string[] = ['Some', 'None', 'Ok', 'Err', 'drop'];

export class CrateNames {
  private readonly linked: ReadonlyMap<Decl, Decl>;
  private readonly modules = new Map<ProgramFile, Module>();
  private readonly childModules: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly tests = new Map<Module, Module>();
  private readonly typeNames = new Map<NominalType, ItemName>();
  private readonly fnNames = new Map<FnInstance, ItemName>();
  private readonly globalNames = new Map<Decl, ItemName>();
  private readonly members = new Map<NominalType, NameTable>();
  private readonly fieldNames = new Map<NominalType, readonly string[]>();
  private readonly errorNames = new Map<string, string>();
  private readonly errorTable = new NameTable();
  private readonly instancesOfNode = new Map<object, number>();

  constructor(
    private readonly program: Program,
    private readonly storage: GlobalStorage,
    private readonly generics: GenericPlan,
  ) {
    this.linked = linkedGlobals(program);
    this.childModules = childModules(program);
    for (const type of program.types) {
      const { node } = type.container;
      if (node !== undefined) this.instancesOfNode.set(node, (this.instancesOfNode.get(node) ?? 0) + 1);
    }
    for (const type of program.types) this.type(type);
    for (const decl of program.globals) this.global(decl);
    for (const instance of program.functions) if (instance.decl.kind !== 'test') this.fn(instance);
    for (const instance of program.functions) if (instance.decl.kind === 'test') this.fn(instance);
  }

  allModules(): readonly Module[] {
    return [...this.modules.values()];
  }

  /** The `tests` module of a module, if something stands there. */
  testsOf(module: Module): Module | undefined {
    return this.tests.get(module);
  }

  /** Whether a path, from the root of the crate on, leads into a `tests` module. */
  isInTests(path: readonly string[]): boolean {
    return [...this.tests.values()].some(
      (tests) => path.length > tests.path.length && tests.path.every((part, index) => path[index] === part),
    );
  }

  ofFile(file: ProgramFile): Module {
    const known = this.modules.get(file);
    if (known !== undefined) return known;
    const module = fileModule(file, file === this.program.root);
    for (const name of PRELUDE_VALUES) module.values.reserve(name);
    for (const name of this.childModules.get(module.path.join('::')) ?? []) module.types.reserve(name);
    this.modules.set(file, module);
    return module;
  }

  /** The module in which what is declared in this container stands. */
  moduleOf(container: ContainerInstance): Module {
    const module = this.ofFile(container.file);
    return isInTest(container) ? this.testModule(module) : module;
  }

  private testModule(module: Module): Module {
    const known = this.tests.get(module);
    if (known !== undefined) return known;
    const made = testsModule(module);
    this.tests.set(module, made);
    module.types.reserve('tests');
    return made;
  }

  type(mentioned: NominalType): ItemName {
    const type = this.generics.emittedType(mentioned);
    const known = this.typeNames.get(type);
    if (known !== undefined) return known;
    const module = this.moduleOf(type.container);
    const name = module.types.take(...this.typeCandidates(type));
    module.values.reserve(name);
    const item: ItemName = { module, owner: undefined, name };
    this.typeNames.set(type, item);
    return item;
  }

  /** What Zig calls a type where it is declared. */
  zigTypeName(type: NominalType): string {
    if (type.kind === 'enum' && type.generatedFor !== undefined) return `${this.zigTypeName(type.generatedFor)}Tag`;
    return this.ownTypeName(type.container);
  }

  private typeCandidates(type: NominalType): readonly string[] {
    const { container } = type;
    if (type.kind === 'enum' && type.generatedFor !== undefined) return [`${this.type(type.generatedFor).name}Tag`];
    if (container.file.origin === 'c') return [cTypeName(container)];
    const own = this.ownTypeName(container);
    const outer = this.outerName(container);
    if (outer === undefined) return [own];
    const parentIsInstance = container.parent !== undefined && container.parent.captures.length > 0;
    return parentIsInstance && own !== outer ? [outer + own] : [own, outer + own];
  }

  /** What the program calls the container, with its comptime arguments. */
  private ownTypeName(container: ContainerInstance): string {
    if (container.parent === undefined && container.enclosingFn === undefined) return fileTypeName(container.file);
    const declared = declaredName(container);
    const { node } = container;
    const isMany = node !== undefined && (this.instancesOfNode.get(node) ?? 0) > 1;
    const fnName = container.enclosingFn?.decl.name;
    const isTypeFunction = container.enclosingFn?.returnType.kind === 'type';
    const base = declared ?? (isTypeFunction ? fnName : placeName(container)) ?? 'Anonymous';
    if (this.generics.container(container) !== undefined) return pascalCase(base);
    const words = isMany || (declared === undefined && isTypeFunction) ? this.captureWords(container) : [];
    return [base, ...words].map(pascalCase).reduce(joinDigits, '');
  }

  private captureWords(container: ContainerInstance): readonly string[] {
    const { enclosingFn } = container;
    const wordOf = (type: Type) => this.nominalWord(type);
    if (enclosingFn?.params.some((param) => param.value !== undefined)) {
      return instanceWords(enclosingFn, wordOf);
    }
    return valueWords(
      container.captures.map((capture) => capture.value),
      wordOf,
    );
  }

  /** What goes in front of a nested container's name when that is taken. */
  private outerName(container: ContainerInstance): string | undefined {
    const { parent, enclosingFn } = container;
    if (enclosingFn !== undefined && enclosingFn.container === parent) {
      const suffix = enclosingFn.decl.kind === 'test' ? 'Test' : '';
      return pascalCase(enclosingFn.decl.name === '' ? 'test' : enclosingFn.decl.name) + suffix;
    }
    if (parent === undefined || parent.parent === undefined) return undefined;
    return this.type(parent.type).name;
  }

  private nominalWord(type: Type): string | undefined {
    return isNominal(type) ? this.type(type).name : undefined;
  }

  /** A word for any type, as part of a name. */
  word(type: Type): string {
    return typeWord(type, (inner) => this.nominalWord(inner));
  }

  fn(mentioned: FnInstance): ItemName {
    const instance = this.generics.emittedFn(mentioned);
    const known = this.fnNames.get(instance);
    if (known !== undefined) return known;
    const item = instance.decl.kind === 'test' ? this.testName(instance) : this.plainFnName(instance);
    this.fnNames.set(instance, item);
    return item;
  }

  /** The name of a function that the crate has; undefined for one that only exists while porting. */
  knownFn(mentioned: FnInstance): ItemName | undefined {
    return this.fnNames.get(this.generics.emittedFn(mentioned));
  }

  private plainFnName(instance: FnInstance): ItemName {
    const module = this.moduleOf(instance.container);
    const words =
      this.generics.fn(instance) === undefined ? instanceWords(instance, (type) => this.nominalWord(type)) : [];
    const base =
      instance.container.file.origin === 'c'
        ? instance.decl.name
        : [snakeCase(instance.decl.name), ...words.map(snakeCaseEnding)].join('_');
    const owner = instance.isExtern || instance === this.program.main ? undefined : this.ownerOf(instance.container);
    if (instance === this.program.main) return { module, owner, name: 'main' };
    const table = owner === undefined ? module.values : this.memberTable(owner);
    const outer =
      owner === undefined && instance.container.parent !== undefined
        ? [`${snakeCase(this.type(instance.container.type).name)}_${base}`]
        : [];
    return { module, owner, name: table.take(base, ...outer) };
  }

  private testName(instance: FnInstance): ItemName {
    const module = this.testModule(this.ofFile(instance.container.file));
    const base = snakeCase(instance.decl.name === '' ? 'test' : instance.decl.name);
    const short = base.length > 80 ? base.slice(0, 80).replace(/_[^_]*$/, '') : base;
    return { module, owner: undefined, name: module.values.takeUnmentioned(short, `test_${short}`) };
  }

  /** The type in whose `impl` the declarations of a container stand; undefined for a file without fields. */
  ownerOf(container: ContainerInstance): NominalType | undefined {
    const isFile = container.parent === undefined && container.enclosingFn === undefined;
    if (!isFile) return container.type;
    // What is only known behind a pointer has its fields in the text, whether or not anything opens it.
    return container.node?.members.some(({ kind }) => kind === 'containerField') === true ? container.type : undefined;
  }

  /** What a variable is: for an `extern` one that is another name for one of the crate's own, that one. */
  definitionOf(decl: Decl): Decl {
    return this.linked.get(decl) ?? decl;
  }

  global(mentioned: Decl): ItemName {
    const decl = this.definitionOf(mentioned);
    const known = this.globalNames.get(decl);
    if (known !== undefined) return known;
    const module = this.moduleOf(decl.container);
    const name = this.zigGlobalName(decl);
    const owner = this.ownerOf(decl.container);
    const isAssociated = owner !== undefined && this.storage(decl) === 'const';
    const item: ItemName = isAssociated
      ? { module, owner, name: this.memberTable(owner).take(name) }
      : { module, owner: undefined, name: module.values.take(...this.globalCandidates(name, owner)) };
    this.globalNames.set(decl, item);
    return item;
  }

  /** What Zig calls a variable or constant where it is declared, in Rust's spelling. */
  zigGlobalName(decl: Decl): string {
    return decl.container.file.origin === 'c' ? decl.name : screamingSnakeCase(decl.name);
  }

  private globalCandidates(name: string, owner: NominalType | undefined): readonly string[] {
    return owner === undefined ? [name] : [`${screamingSnakeCase(this.type(owner).name)}_${name}`];
  }

  /** The namespace of an `impl`: functions, constants and variants. */
  memberTable(type: NominalType): NameTable {
    const known = this.members.get(type);
    if (known !== undefined) return known;
    const table = new NameTable();
    for (const name of GENERATED_MEMBERS) table.reserve(name);
    this.members.set(type, table);
    if (type.kind === 'enum' || type.kind === 'union') for (const name of this.variants(type)) table.reserve(name);
    return table;
  }

  field(type: StructType | UnionType, index: number): string {
    return this.namesOfFields(type, (name) => snakeCase(name))[index] ?? `_${index}`;
  }

  variant(type: EnumType | UnionType, index: number): string {
    return this.variants(type)[index] ?? 'Unknown';
  }

  private variants(type: EnumType | UnionType): readonly string[] {
    const isNewtype = type.kind === 'enum' && type.isNonExhaustive;
    return this.namesOfFields(type, isNewtype ? screamingSnakeCase : pascalCase);
  }

  private namesOfFields(type: NominalType, recase: (name: string) => string): readonly string[] {
    const known = this.fieldNames.get(type);
    if (known !== undefined) return known;
    const table = new NameTable();
    const fields = type.kind === 'opaque' ? [] : (type.fields ?? []);
    const names = fields.map((field) => table.take(recase(field.name)));
    this.fieldNames.set(type, names);
    return names;
  }

  /** An error's variant: the same name in every set. */
  error(name: string): string {
    const known = this.errorNames.get(name);
    if (known !== undefined) return known;
    const variant = this.errorTable.take(pascalCase(name));
    this.errorNames.set(name, variant);
    return variant;
  }
}

function fileTypeName(file: ProgramFile): string {
  const base = file.path.split(/[\\/]/).at(-1) ?? file.path;
  return pascalCase(base.replace(/\.zig$/, ''));
}

/** The name of the declaration whose value the container is; for one inside a function, what its name hint ends with. */
function declaredName(container: ContainerInstance): string | undefined {
  for (const decl of container.parent?.decls.values() ?? []) {
    if (decl.value?.kind === 'type' && decl.value.type === container.type && decl.container === container.parent)
      return decl.name;
  }
  const field = fieldName(container);
  if (field !== undefined) return field;
  if (container.enclosingFn === undefined) return lastPart(container.name);
  return container.enclosingFn.returnType.kind === 'type' ? undefined : lastPart(container.name);
}

/** The field of the container around it in whose type the container is written: `circle: struct { … }`. */
function fieldName({ node, parent }: ContainerInstance): string | undefined {
  if (node === undefined || parent?.node === undefined) return undefined;
  for (const member of parent.node.members) {
    const type = member.kind === 'containerField' ? member.type : undefined;
    if (member.kind === 'containerField' && type !== undefined && type.start <= node.start && node.end <= type.end)
      return member.name?.text;
  }
  return undefined;
}

/** A name for a type that is written where it is used. */
function placeName({ file, node, literal }: ContainerInstance): string | undefined {
  const written = literal ?? node;
  return written === undefined ? undefined : nameOfPlace(file.source.root, written);
}

/** The typedef of a C type where there is one, else its tag's name. */
function cTypeName(container: ContainerInstance): string {
  const names = [...(container.parent?.decls.values() ?? [])]
    .filter((decl) => decl.value?.kind === 'type' && decl.value.type === container.type)
    .map((decl) => decl.name);
  return (
    names.find((name) => !/^(struct|union|enum)_/.test(name)) ?? names[0] ?? lastPart(container.name) ?? 'Anonymous'
  );
}

function lastPart(name: string): string | undefined {
  const last = name.split('.').at(-1) ?? '';
  return /^[A-Za-z_]\w*$/.test(last) && !/__(struct|enum|union|opaque)_\d+$/.test(last) ? last : undefined;
}

function joinDigits(left: string, right: string): string {
  return /\d$/.test(left) && /^\d/.test(right) ? `${left}_${right}` : left + right;
}

export { writable };
