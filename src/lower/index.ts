/**
 * Lowering: a typed program to the Rust AST of a crate.
 *
 * Names first, then what is decided over the whole program (representation, unsafe functions, types of comptime numbers), then the
 * bodies, and last the types, since bodies say which members of them they need.
 */
import type { Diagnostic } from '../diagnostics.js';
import type { Item, ModuleContent } from '../emit/rust-ast.js';
import * as rust from '../emit/build.js';
import type { FnInstance, Program } from '../parse/ir/program.js';
import { solveNumberTypes } from './analysis/number-types.js';
import { solveUnsafeParameters } from './analysis/unsafe-parameters.js';
import type { Crate, LoweredMarker } from './context.js';
import { ErrorSets } from './error-sets.js';
import { makeComments, makeErrorSets, makeTypes, makeValues, type ModuleParts, moduleContent } from './item/module.js';
import type { Claimed } from './item/trivia.js';
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
  const parts = partition(program, crate);
  const claimed = new Map<Module, Claimed>();
  const claimedOf = (module: Module): Claimed => {
    const owner = module.parent ?? module;
    const known = claimed.get(owner) ?? new Set();
    claimed.set(owner, known);
    return known;
  };
  const values = new Map([...parts.values()].map((part) => [part.module, makeValues(part, crate, claimedOf(part.module))]));
  const types = new Map([...parts.values()].map((part) => [part.module, makeTypes(part, crate, claimedOf(part.module))]));
  const contents = new Map<Module, ModuleContent>();
  // The modules of tests come first: they may still ask something of the modules that they test.
  const ordered = [...parts.keys()].sort((a, b) => Number(a.parent === undefined) - Number(b.parent === undefined));
  for (const module of ordered) {
    const isTests = module.parent !== undefined;
    const entries = [
      ...makeErrorSets(module, crate),
      ...(values.get(module) ?? []),
      ...(types.get(module) ?? []),
      ...(isTests ? [] : makeComments(module, claimedOf(module))),
    ];
    const tests = crate.names.testsOf(module);
    const testContent = tests === undefined ? undefined : contents.get(tests);
    contents.set(module, moduleContent(module, entries, testContent === undefined ? [] : [testsItem(testContent)]));
  }
  return finish(program, crate, contents);
}

function newCrate(program: Program, options: LoweringOptions): Crate {
  const representation = options.representation ?? rawRepresentation();
  const names = new CrateNames(program);
  return {
    program,
    edition: options.edition,
    names,
    representation,
    rules: options.rules,
    errorSets: new ErrorSets(program, names, representation, (set) => options.rules?.errorSetType(set)),
    unsafeParameters: solveUnsafeParameters(program, representation),
    numberTypes: solveNumberTypes(program, representation),
    runtime: new Set(),
    diagnostics: [],
    markers: [],
    requests: {
      unionAccessors: new Map(),
      equality: new Set(),
      tagName: new Set(),
      fromRaw: new Set(),
      unionTag: new Set(),
      usedOutside: new Set(),
    },
  };
}

/** Sorts functions, types and globals into their modules. */
function partition(program: Program, crate: Crate): ReadonlyMap<Module, ModuleParts> {
  const parts = new Map<Module, ModuleParts>();
  const of = (module: Module): ModuleParts => {
    const known = parts.get(module) ?? { module, types: [], functions: [], globals: [] };
    parts.set(module, known);
    if (module.parent !== undefined) of(module.parent);
    return known;
  };
  of(crate.names.ofFile(program.root));
  for (const instance of program.functions) if (isEmitted(instance, crate)) of(crate.names.fn(instance).module).functions.push(instance);
  for (const type of program.types) {
    const isNamespace = crate.names.ownerOf(type.container) === undefined;
    if (!isNamespace && crate.rules?.typeRule(type.container) === undefined) of(crate.names.type(type).module).types.push(type);
  }
  for (const decl of program.globals) of(crate.names.global(decl).module).globals.push(decl);
  for (const owner of ownersWithoutType(program, crate)) of(crate.names.type(owner).module).types.push(owner);
  return parts;
}

/** Containers that are only namespaces of functions and constants: they are types in Rust, too. */
function ownersWithoutType(program: Program, crate: Crate) {
  const known = new Set(program.types);
  const owners = [
    ...program.functions.filter((instance) => isEmitted(instance, crate)).map((instance) => crate.names.fn(instance).owner),
    ...program.globals.map((decl) => crate.names.global(decl).owner),
  ];
  return [...new Set(owners)].flatMap((owner) => (owner === undefined || known.has(owner) ? [] : [owner]));
}

/** A rule stands for the function, or nothing of it exists at run time. */
function isEmitted(instance: FnInstance, crate: Crate): boolean {
  if (crate.rules?.cutAtSignature(instance) !== undefined) return false;
  return instance.returnType.kind !== 'type';
}

function testsItem(content: ModuleContent): Item {
  const glob = rust.useItem(rust.useTree(['super'], '*'));
  const [first, ...rest] = content.items;
  const items = first === undefined ? [glob] : [glob, { ...first, blankLineBefore: first.kind !== 'use' }, ...rest];
  return rust.modItem('tests', { ...content, items }, { attributes: [rust.attribute('cfg', 'test')], blankLineBefore: true });
}

function finish(program: Program, crate: Crate, contents: ReadonlyMap<Module, ModuleContent>): LoweredCrate {
  const modules = [...contents].flatMap(([module, content]): LoweredModule[] =>
    module.parent === undefined ? [{ path: module.path, content, zigFile: module.file.path }] : [],
  );
  const tests = program.functions.flatMap((instance): LoweredTest[] => {
    if (instance.decl.kind !== 'test') return [];
    const { module, name } = crate.names.fn(instance);
    return [{ instance, rust: [...module.path, name].join('::') }];
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
