/** The three stages in a row: sources → typed IR → Rust AST → the files of a crate. No IO but through the source host. */
import { join } from 'node:path';
import { type Diagnostic, diagnostic, type Span } from '../diagnostics.js';
import { emitCrate } from '../emit/crate.js';
import type { FunctionSite, PrintedModule } from '../emit/print.js';
import { withTemplates } from '../lower/generics/plan.js';
import { type LoweredCrate, lowerProgram } from '../lower/index.js';
import { represent } from '../lower/representation/represent.js';
import { ruleSetOf } from '../lower/rules/builtin-rules.js';
import { mappingsOf } from '../lower/rules/mappings.js';
import type { RuleSet } from '../lower/rules/rule-set.js';
import type { FnInstance, Program } from '../parse/ir/program.js';
import { type Analysed, analyseProgram } from '../parse/sema/analyse.js';
import type { Compilation, CutRules } from '../parse/sema/compilation.js';
import { type CrateJudge, corrected, type Refusals } from './acceptance/corrections.js';
import type { ResolvedOptions } from './options.js';
import { parsedSource } from './parsed-sources.js';
import { type Counts, NO_COUNTS, type PortedTest } from './result.js';
import { readRuleFiles } from './rule-files.js';
import { runtimeClosure } from './runtime-files.js';
import type { SourceHost } from './source-host.js';
import { translateC } from './translate-c.js';

/** A project as the stages get it: the absolute path of the root file and what to read and decide with. */
export interface ProjectInput {
  readonly rootFile: string;
  readonly host: SourceHost;
  readonly options: ResolvedOptions;
}

/** What the stages give back; positions are still spans, diagnostics still data. */
export interface CompiledProject {
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  readonly unsafeSites: readonly {
    readonly file: string;
    readonly line: number;
    readonly cause: string;
    readonly origin: Span;
  }[];
  readonly markers: readonly { readonly span: Span; readonly function: string; readonly reason: string }[];
  readonly tests: readonly PortedTest[];
  readonly counts: Counts;
  readonly isBinary: boolean;
  /** An analysis ended because JavaScript's stack did. */
  readonly isStackExhausted: boolean;
  /** The functions of each file of the crate. */
  readonly functions: ReadonlyMap<string, readonly FunctionSite[]>;
}

/** Compiles a project into the files of a crate; with a judge, into one that it accepts. */
export function compileProject(input: ProjectInput, judge?: CrateJudge): CompiledProject {
  const { options } = input;
  const analysed = analyseProject(input);
  if (analysed === undefined) return unreadable(input);
  const make = (refused: Refusals) => lowerAnalysed(analysed, refused, options);
  const { crate, diagnostics } =
    judge === undefined ? { crate: make(new Map()), diagnostics: [] } : corrected(make, judge);
  return { ...crate, diagnostics: [...analysed.ruleDiagnostics, ...crate.diagnostics, ...diagnostics] };
}

/** From the typed IR to the files. */
function lowerAnalysed(
  { program, compilation, rules }: AnalysedProject,
  refused: Refusals,
  options: ResolvedOptions,
): CompiledProject {
  const mappings = mappingsOf(rules, program);
  const templates = withTemplates(program, {
    fn: (instance) => mappings.fn(instance) !== undefined,
    container: (container) => rules.typeRule(container) !== undefined || rules.isInsideMapped(container),
  });
  const representation = represent(templates, mappings, compilation.pool);
  const lowered = lowerProgram(program, { edition: options.edition, representation, rules, refused });
  const crate = emit(lowered, options);
  return {
    files: crate.files,
    functions: new Map([...crate.printed].map(([path, module]) => [path, module.functions])),
    diagnostics: [...program.diagnostics, ...lowered.diagnostics],
    unsafeSites: [...crate.printed].flatMap(([path, module]) => unsafeSites(path, module)),
    markers: lowered.markers,
    tests: lowered.tests.map((test) => portedTest(test)),
    counts: countsOf(program, lowered),
    isBinary: lowered.isBinary,
    isStackExhausted: compilation.isStackExhausted,
  };
}

/** An analysed project with the rules that took part. */
export interface AnalysedProject extends Analysed {
  readonly rules: RuleSet;
  readonly ruleDiagnostics: readonly Diagnostic[];
}

/** The analysis alone, with the options and the rules of a project. Undefined where the root file cannot be read. */
export function analyseProject(input: ProjectInput): AnalysedProject | undefined {
  const { rootFile, host, options } = input;
  let made: ReturnType<typeof ruleSetOf> | undefined;
  const analysed = analyseProgram(host, rootFile, {
    zigLibDir: options.zigLibDir ?? '',
    modules: Object.fromEntries(options.modules),
    zigVersion: options.zigVersion,
    rules: (compilation) => {
      made = ruleSetOf(readRuleFiles(options.rulesDirs), ruleSources(compilation, input), options.onRule);
      return cutRules(made.rules);
    },
    translateC: (request) => translateC(request, options.includeDirs),
    parse: (path, text) => parsedSource(host, path, text),
  });
  if (analysed === undefined || made === undefined) return undefined;
  return { ...analysed, rules: made.rules, ruleDiagnostics: made.diagnostics };
}

/** Sema's own memo of files serves the rules: each is parsed once. */
function ruleSources(compilation: Compilation, { rootFile, options }: ProjectInput) {
  const modules = new Map([['root', rootFile], ...options.modules]);
  if (options.zigLibDir !== undefined) modules.set('std', join(options.zigLibDir, 'std', 'std.zig'));
  return {
    source: (path: string) => compilation.files.get(path)?.source,
    isReached: (path: string) => compilation.files.has(path),
    modules,
  };
}

/** What sema asks of the rules. */
function cutRules(rules: RuleSet): CutRules {
  return {
    cut: (instance) => {
      if (!rules.mayMap(instance.decl)) return undefined;
      const match = rules.cutAtSignature(instance);
      return match && { errors: match.rule.errors };
    },
    methodsOf: (instance, args) => rules.methodsOf(instance, args),
    standsFor: (instance, args) => rules.standsFor(instance, args),
    replacesType: (container) => rules.isInsideMapped(container),
    valueType: (decl) => (rules.mayMap(decl) ? rules.valueRule(decl)?.signature.type : undefined),
  };
}

function unreadable({ rootFile }: ProjectInput): CompiledProject {
  const span = { file: rootFile, start: 0, end: 0 };
  return {
    files: new Map(),
    diagnostics: [diagnostic('unreadable-file', span, { path: rootFile, reason: 'it could not be read' })],
    unsafeSites: [],
    markers: [],
    tests: [],
    counts: NO_COUNTS,
    isBinary: false,
    isStackExhausted: false,
    functions: new Map(),
  };
}

function emit(lowered: LoweredCrate, options: ResolvedOptions) {
  const isBinding = (path: readonly string[]): boolean => path[0] === 'bindings';
  const root = lowered.modules.find((module) => module.path.length === 0);
  return emitCrate({
    name: options.crateName,
    edition: options.edition,
    kind: lowered.isBinary ? 'bin' : 'lib',
    root: root?.content ?? { items: [] },
    modules: lowered.modules.filter((module) => module.path.length > 0 && !isBinding(module.path)),
    runtime: new Map(runtimeClosure(lowered.runtimeModules).map((module) => [module.name, module.text])),
    bindings: new Map(
      lowered.modules
        .filter((module) => isBinding(module.path))
        .map((module) => [module.path[1] ?? '', module.content]),
    ),
  });
}

function unsafeSites(path: string, module: PrintedModule): CompiledProject['unsafeSites'] {
  return module.unsafeSites.map((site) => ({
    file: path,
    line: site.line,
    cause: site.reason ?? 'unsafe operation',
    origin: { file: site.origin?.file ?? '', start: site.origin?.offset ?? 0, end: site.origin?.offset ?? 0 },
  }));
}

function portedTest({ instance, rust }: LoweredCrate['tests'][number]): PortedTest {
  return {
    zig: `${instance.container.name}.${testName(instance)}`,
    rust,
    assertionsAtComptime: instance.comptimeAssertions,
  };
}

/** What Zig's test runner calls it. */
function testName({ node, decl }: FnInstance): string {
  if (node.kind !== 'testDecl' || (node.label === undefined && node.decl === undefined)) return decl.name;
  return `${node.decl === undefined ? 'test' : 'decltest'}.${decl.name}`;
}

function countsOf(program: Program, lowered: LoweredCrate): Counts {
  const own = program.files.filter((file) => file.origin === 'user');
  return {
    functions: lowered.functionCount,
    marked: new Set(lowered.markers.map((marker) => `${marker.span.file}:${marker.function}`)).size,
    tests: lowered.tests.length,
    todos: lowered.markers.length,
    unknownExpressions: program.counts.unknownExpressions,
    lines: own.reduce((sum, file) => sum + lineCount(file.source.text), 0),
    assertionsAtComptime: program.functions.reduce((sum, fn) => sum + fn.comptimeAssertions, 0),
  };
}

/** Lines as an editor counts them: the last one need not end. */
function lineCount(text: string): number {
  const breaks = text.split('\n').length - 1;
  return text === '' || text.endsWith('\n') ? breaks : breaks + 1;
}
