/**
 * Lowering: a typed program to the Rust AST of a crate.
 *
 * Names first, then what is decided over the whole program (representation, unsafe functions, types of comptime numbers), then the
 * bodies, and last the types, since bodies say which members of them they need.
 */
import type { Diagnostic } from '../diagnostics.js';
import { writeName } from '../emit/names.js';
import type { ModuleContent } from '../emit/rust-ast.js';
import type { ContainerInstance, Decl, FnInstance, Program } from '../parse/ir/program.js';
import type { NominalType } from '../parse/ir/types.js';
import { solveGlobalStorage } from './analysis/global-storage.js';
import { solveNumberTypes } from './analysis/number-types.js';
import { findParentFields } from './analysis/parent-fields.js';
import { solveTestTurns } from './analysis/shared-variables.js';
import { solveUnsafeParameters } from './analysis/unsafe-parameters.js';
import type { Crate, LoweredMarker } from './context.js';
import { ErrorSets } from './error-sets.js';
import { planGenerics } from './generics/plan.js';
import { withoutExhaustedArms } from './item/exhausted-arms.js';
import { noteExposed } from './item/exposed.js';
import { isForeignMain, NO_MAIN } from './item/main.js';
import { mixinItems } from './item/mixin.js';
import {
  asMentioned,
  type Entry,
  type ModuleParts,
  makeComments,
  makeComptimeBlocks,
  makeErrorSets,
  makeImpl,
  makeMembers,
  makeTestOrders,
  makeType,
  makeValues,
  moduleContent,
  typeVisibility,
  visibilityOf,
} from './item/module.js';
import { nameTestOrders } from './item/test-lock.js';
import { testsItem } from './item/tests.js';
import type { Claimed } from './item/trivia.js';
import { reportUnused, unusedEntries, unusedGenerics } from './item/unused-generics.js';
import { CrateNames } from './names/crate-names.js';
import type { Module } from './names/modules.js';
import type { Representation } from './representation/contract.js';
import { rawRepresentation } from './representation/raw.js';
import type { RuleSet } from './rules/rule-set.js';

export interface LoweringOptions {
  readonly edition: '2021' | '2024';
  /** Undefined: everything raw. */
  readonly representation?: Representation | undefined;
  readonly rules?: RuleSet | undefined;
  /** Functions whose body rustc rejected, by `functionKey`, with the reason: their body becomes a marker. */
  readonly refused?: ReadonlyMap<string, string> | undefined;
}

/** One file of the crate. */
export interface LoweredModule {
  /** From the crate's root; empty for the root itself. */
  readonly path: readonly string[];
  readonly content: ModuleContent;
  /** The Zig file that it was made from. */
  readonly zigFile: string;
}

/** A `test` block and the path of its Rust function. */
export interface LoweredTest {
  readonly instance: FnInstance;
  /** As Rust's test runner prints it: `a::b::tests::name`. */
  readonly rust: string;
}

export interface LoweredCrate {
  readonly modules: readonly LoweredModule[];
  /** Runtime modules that the crate uses, by name. */
  readonly runtimeModules: ReadonlySet<string>;
  readonly isBinary: boolean;
  readonly tests: readonly LoweredTest[];
  readonly markers: readonly LoweredMarker[];
  readonly diagnostics: readonly Diagnostic[];
  /** Functions with a body in the crate. */
  readonly functionCount: number;
}

/** Lowers a whole program. */
export function lowerProgram(program: Program, options: LoweringOptions): LoweredCrate {
  const crate = newCrate(program, options);
  const parts = new Parts(crate);
  parts.add(ownParts(crate.program));
  parts.reach(crate.names.ofFile(program.root));
  const claimed = new Map<Module, Claimed>();
  const claimedOf = (module: Module): Claimed => {
    const owner = module.parent ?? module;
    const known = claimed.get(owner) ?? new Set();
    claimed.set(owner, known);
    return known;
  };
  const entries = makeAll(parts, crate, claimedOf);
  for (const set of crate.errorSets.items()) parts.reach(set.module);
  const unused = unusedGenerics(program);
  for (const decl of unused) noteUnused(decl, crate, parts);
  const contents = new Map<Module, ModuleContent>();
  // The modules of tests come first: they may still ask something of the modules that they test.
  const ordered = [...parts.modules].sort((a, b) => Number(a.parent === undefined) - Number(b.parent === undefined));
  for (const module of ordered) {
    const isTests = module.parent !== undefined;
    const own = [
      ...makeErrorSets(module, crate),
      ...makeTestOrders(module, crate),
      ...(entries.get(module) ?? []),
      ...(isTests ? [] : makeComments(module, claimedOf(module))),
      ...(isTests ? [] : unusedEntries(unused, module.file)),
    ];
    const tests = crate.names.testsOf(module);
    const testContent = tests === undefined ? undefined : contents.get(tests);
    const tail =
      testContent === undefined
        ? []
        : [testsItem(testContent, moduleContent(module, own, [], crate), modulesIn(module, ordered))];
    const content = moduleContent(module, own, tail, crate);
    const isForeign = module === crate.names.ofFile(program.root) && isForeignMain(crate);
    contents.set(module, isForeign ? { ...content, attributes: [...(content.attributes ?? []), NO_MAIN] } : content);
  }
  const root = crate.names.ofFile(program.root);
  const content = contents.get(root);
  const mixins = mixinItems(crate, contents);
  if (content !== undefined && mixins.length > 0)
    contents.set(root, { ...content, items: [...mixins, ...content.items] });
  return finish(crate.program, crate, contents);
}

/** The names of the modules that are declared in a module: those of the files and directories below it. */
function modulesIn({ path }: Module, all: readonly Module[]): readonly string[] {
  const below = all.filter(
    (other) => other.path.length > path.length && path.every((part, at) => other.path[at] === part),
  );
  return below.flatMap((other) => (other.parent === undefined ? other.path.slice(path.length, path.length + 1) : []));
}

function noteUnused(decl: Decl, crate: Crate, parts: Parts): void {
  const { marker, diagnostic } = reportUnused(decl);
  if (marker !== undefined) crate.markers.push(marker);
  crate.diagnostics.push(diagnostic);
  parts.reach(crate.names.ofFile(decl.container.file));
}

function newCrate(analysed: Program, options: LoweringOptions): Crate {
  const representation = options.representation ?? rawRepresentation();
  const generics = planGenerics(analysed, representation, {
    fn: (instance) => options.rules?.cutAtSignature(instance) !== undefined,
    container: (container) =>
      options.rules?.typeRule(container) !== undefined || options.rules?.isInsideMapped(container) === true,
  });
  // What Rust's `Drop` does has no function of its own.
  const program: Program = {
    ...generics.program,
    functions: generics.program.functions.filter((instance) => !representation.isReleaseFunction(instance)),
  };
  const globalStorage = solveGlobalStorage(
    program,
    representation,
    (container) => options.rules?.typeRule(container) !== undefined,
  );
  const names = new CrateNames(program, globalStorage, generics);
  const testTurns = solveTestTurns(analysed, (instance) => options.rules?.cutAtSignature(instance) !== undefined);
  return {
    program,
    edition: options.edition,
    names,
    generics,
    representation,
    rules: options.rules,
    errorSets: new ErrorSets(program, names, representation, options.rules),
    unsafeParameters: solveUnsafeParameters(program, representation, generics.emittedFn),
    globalStorage,
    testTurns,
    testOrderNames: nameTestOrders(testTurns, names),
    numberTypes: solveNumberTypes(program, representation),
    parentFields: findParentFields(program, representation),
    globalValues: new Map(),
    refused: options.refused ?? new Map(),
    globalCause: program.functions.some((instance) => startsThread(instance, options)) ? 'sharedGlobal' : 'globalVar',
    runtime: new Set(),
    diagnostics: [],
    markers: [],
    requests: {
      unionAccessors: new Map(),
      equality: new Set(),
      tagName: new Set(),
      fromName: new Set(),
      fromRaw: new Set(),
      unionTag: new Set(),
      inhabited: new Set(),
      defaults: new Set(),
      printed: new Set(),
      hashed: new Set(),
      usedOutside: new Set(),
      exposed: new Map(),
      types: new Set(),
      functions: new Set(),
      globals: new Set(),
    },
  };
}

/** A rule says that the function hands another one over to be called by a thread. */
function startsThread(instance: FnInstance, { rules }: LoweringOptions): boolean {
  return rules?.cutAtSignature(instance)?.signature.params.some(({ mode }) => mode === 'entry') === true;
}

/** The project's own declarations; those of Zig's library, and types that nobody declared, are made when something mentions them. */
function ownParts({ functions, types, globals }: Program) {
  const isOwn = (container: ContainerInstance): boolean =>
    container.file.origin === 'user' || container.file.origin === 'module';
  return {
    functions: functions.filter((instance) => isOwn(instance.container)),
    types: types.filter((type) => isOwn(type.container) && isDeclared(type)),
    globals: globals.filter((decl) => isOwn(decl.container)),
  };
}

/** Not the type of a literal, nor the tags of a union. */
function isDeclared(type: NominalType): boolean {
  return type.container.literal === undefined && !(type.kind === 'enum' && type.generatedFor !== undefined);
}

/** What the program holds, sorted into its modules; more is added while lowering finds that it is mentioned. */
class Parts {
  readonly modules = new Set<Module>();
  private readonly seen = new Set<object>();
  private round = new Map<Module, ModuleParts>();

  constructor(private readonly crate: Crate) {}

  private of(module: Module): ModuleParts {
    this.modules.add(module);
    if (module.parent !== undefined) this.modules.add(module.parent);
    const known = this.round.get(module) ?? { module, types: [], functions: [], globals: [] };
    this.round.set(module, known);
    return known;
  }

  add(more: {
    readonly functions: Iterable<FnInstance>;
    readonly types: Iterable<NominalType>;
    readonly globals: Iterable<Decl>;
  }): void {
    const { names, rules } = this.crate;
    for (const mentioned of more.functions) {
      const instance = this.crate.generics.emittedFn(mentioned);
      if (!this.isNew(instance) || !isEmitted(instance, this.crate)) continue;
      const { module, owner } = names.fn(instance);
      this.of(module).functions.push(instance);
      if (owner !== undefined) this.crate.requests.types.add(owner);
    }
    for (const decl of more.globals) {
      if (!this.isNew(decl) || decl.kind === 'fn' || rules?.valueRule(decl) !== undefined) continue;
      const { module, owner } = names.global(decl);
      this.of(module).globals.push(decl);
      if (owner !== undefined) this.crate.requests.types.add(owner);
    }
    for (const mentioned of more.types) {
      const type = this.crate.generics.emittedType(mentioned);
      const isMapped = rules?.typeRule(type.container) !== undefined;
      if (this.isNew(type) && !isMapped && names.ownerOf(type.container) !== undefined)
        this.of(names.type(type).module).types.push(type);
    }
  }

  private isNew(subject: object): boolean {
    if (this.seen.has(subject)) return false;
    this.seen.add(subject);
    return true;
  }

  /** The module exists, whatever stands in it. */
  reach(module: Module): void {
    this.modules.add(module);
  }

  get isDrained(): boolean {
    return this.round.size === 0;
  }

  /** What was added since the last call. */
  take(): readonly ModuleParts[] {
    const taken = [...this.round.values()];
    this.round = new Map();
    return taken;
  }
}

/** Makes the items of all modules; what they turn out to mention is made, too. */
function makeAll(
  parts: Parts,
  crate: Crate,
  claimedOf: (module: Module) => Claimed,
): ReadonlyMap<Module, readonly Entry[]> {
  const entries = new Map<Module, Entry[]>();
  const members = new Map<NominalType, Entry[]>();
  const types: NominalType[] = [];
  const functions: FnInstance[] = [];
  for (const file of crate.program.files.filter(({ origin }) => origin === 'user')) {
    const module = crate.names.ofFile(file);
    append(entries, module, makeComptimeBlocks(module, crate, claimedOf(module)));
  }
  parts.add(crate.requests);
  do {
    for (const part of parts.take()) {
      const claimed = claimedOf(part.module);
      append(entries, part.module, makeValues(part, crate, claimed));
      for (const [owner, entry] of makeMembers(part, crate, claimed)) append(members, owner, [entry]);
      types.push(...part.types);
      functions.push(...part.functions);
    }
    rehearseTypes(types, crate);
    parts.add(crate.requests);
  } while (!parts.isDrained);
  noteExposed(
    functions,
    types,
    crate,
    (instance) => visibilityOf(instance.decl.isPub, instance, crate),
    (type) => typeVisibility(type, crate),
  );
  for (const type of types) {
    const { module } = crate.names.type(type);
    append(entries, module, [makeType(type, crate, claimedOf(module), members.has(type))]);
  }
  const mentioned = (made: readonly Entry[]) => made.map((entry) => asMentioned(entry, crate));
  for (const [owner, made] of members) {
    const { module } = crate.names.type(owner);
    append(entries, module, [makeImpl(owner, mentioned(made), crate, claimedOf(module))]);
  }
  return new Map([...entries].map(([module, made]) => [module, mentioned(made)]));
}

function append<K, V>(map: Map<K, V[]>, key: K, values: readonly V[]): void {
  map.set(key, [...(map.get(key) ?? []), ...values]);
}

/** Types may need members of each other: they are made, and thrown away, until they ask for nothing new. */
function rehearseTypes(types: readonly NominalType[], crate: Crate): void {
  const size = () => Object.values(crate.requests).reduce((sum, requests) => sum + requests.size, 0);
  let before: number;
  do {
    before = size();
    for (const type of types) makeType(type, crate, new Set(), true);
  } while (size() > before);
}

/** A rule stands for the function, or nothing of it exists at run time. */
function isEmitted(instance: FnInstance, crate: Crate): boolean {
  if (crate.rules?.cutAtSignature(instance) !== undefined) return false;
  return instance.returnType.kind !== 'type';
}

function finish(program: Program, crate: Crate, contents: ReadonlyMap<Module, ModuleContent>): LoweredCrate {
  const errors = crate.errorSets.everyError();
  const type = errors && { name: errors.name, tags: new Set(errors.names.map((name) => crate.names.error(name))) };
  const modules = [...contents].flatMap(([module, content]): LoweredModule[] => {
    if (module.parent !== undefined) return [];
    const reached = type === undefined ? content : withoutExhaustedArms(content, type);
    return [{ path: module.path, content: reached, zigFile: module.file.path }];
  });
  const tests = program.functions.flatMap((instance): LoweredTest[] => {
    if (instance.decl.kind !== 'test') return [];
    const { module, name } = crate.names.fn(instance);
    const segments = [...module.path, name].map((segment) => writeName(segment, crate.edition));
    return [{ instance, rust: segments.join('::') }];
  });
  return {
    modules,
    runtimeModules: crate.runtime,
    isBinary: program.main !== undefined,
    tests,
    markers: crate.markers,
    diagnostics: [...crate.diagnostics, ...crate.representation.diagnostics],
    functionCount: program.functions.filter((instance) => isEmitted(instance, crate)).length,
  };
}
