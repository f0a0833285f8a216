/**
 * One compilation: the files reached so far, the pools, the queue of function bodies that run-time code refers to, and what was
 * reported. Files are read through a synchronous, memoised host and parsed on first reference.
 */
import { dirname, join, normalize, relative } from 'node:path';
import { type Diagnostic, type DiagnosticName, diagnostic } from '../../diagnostics.js';
import type { Expr } from '../ir/ir.js';
import type { ContainerInstance, Decl, FnInstance } from '../ir/program.js';
import type { NominalType, Type } from '../ir/types.js';
import type { Allocation, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { parseSource } from '../syntax/parse.js';
import { versionFaults } from '../syntax/spellings.js';
import { showZigVersion, type ZigVersion } from '../syntax/zig-version.js';
import { parseZon, type ZonFile } from '../syntax/zon.js';
import { builtinModuleText } from './builtin-module.js';
import type { CImport, CTranslation } from './c-import.js';
import { type AnalysisFailure, ForeignLibraryFailure, type ResultLocation } from './env.js';
import { libraryVersion } from './library-version.js';
import { createFileContainer } from './namespace.js';
import type { Operand } from './operand.js';
import { Pool, Trie } from './pool.js';
import { type ContainerRecord, FileRecord, type FnRecord } from './records.js';

/** Reads project and library sources, synchronously and memoised. */
export interface SourceHost {
  /** The text of a file, or undefined where there is none. */
  read(path: string): string | undefined;
}

/** What sema needs to know of the rules: which declarations they replace. */
export interface CutRules {
  /** Told about the compilation when it begins: rules follow paths through the files that it has reached. */
  attach?(compilation: Compilation): void;
  /** The rule that replaces the function, if any: its body is then not analysed; `errors` is the set it can still return. */
  cut(instance: FnInstance): { readonly errors: readonly string[] | undefined } | undefined;
  /** The type that the rule gives for a constant of std which it replaces: the constant is then not evaluated for run time. */
  valueType(decl: Decl): ast.Expression | undefined;
  /** Methods that the rule's Rust calls on the arguments. */
  methodsOf(
    instance: FnInstance,
    args: readonly Expr[],
  ): readonly { readonly type: NominalType; readonly name: string }[];
  /** The call of another function that stands for a call which a rule replaces. */
  standsFor(
    instance: FnInstance,
    args: readonly Expr[],
  ): { readonly instance: FnInstance; readonly args: readonly Expr[] } | undefined;
  /** Whether a rule replaces the type: its values are then made by the rule. */
  replacesType(container: ContainerInstance): boolean;
}

export interface AnalysisOptions {
  readonly zigLibDir: string;
  readonly modules: Readonly<Record<string, string>>;
  /** The root's tests are roots of the analysis. */
  readonly isTest: boolean;
  /** Set when the compilation exists, since the rules look at its files. */
  rules: CutRules | undefined;
  /** Reads C headers; undefined: they cannot be read. */
  readonly translateC: ((request: CImport) => CTranslation) | undefined;
  /** Told what each expression of the program turned out to be, for its result location. */
  readonly observe: ((node: ast.Expression, location: ResultLocation, operand: Operand) => void) | undefined;
  /** Parses a file that is not the library's; the project layer has done so before. */
  readonly parse: (path: string, text: string) => ast.SourceFile;
  /** Steps of comptime evaluation before it is given up. */
  readonly evaluationBudget: number;
  /** The version that the source is written for; undefined: the spellings of all versions are read. */
  readonly zigVersion: ZigVersion | undefined;
}

/** Steps at comptime that one compilation may take unless told otherwise. */
export const DEFAULT_EVALUATION_BUDGET = 50_000_000;

export class Compilation {
  readonly pool = new Pool();
  readonly files = new Map<string, FileRecord>();
  private library: ZigVersion | undefined;
  private readonly zonFiles = new Map<string, ZonFile>();
  diagnostics: Diagnostic[] = [];
  /** Function instances with run-time existence, in order of discovery. */
  functions: FnRecord[] = [];
  readonly containers: ContainerRecord[] = [];
  readonly counts = { expressions: 0, unknownExpressions: 0, comptimeCalls: 0 };
  /** Memo tables: containers by node and captures, functions by declaration and arguments, comptime calls. */
  readonly containerMemo = new Trie<ContainerRecord>();
  readonly instanceMemo = new Trie<FnRecord>();
  readonly callMemo = new Trie<{ readonly type: Type; readonly value: Value }>();
  readonly reifyMemo = new Trie<Type>();
  /** Error names in the order of their first use: `@intFromError`. */
  readonly errorNumbers = new Map<string, number>();
  /** After what a type without a name is called (`naming.ts`), and the names for types that builtins are about to make. */
  namingContext = '';
  readonly typeNames = new Map<ast.Node, string>();
  /** JavaScript's stack has ended an analysis: a larger one would have brought it further. */
  isStackExhausted = false;
  /** While a generic is analysed with its parameters left open: nothing becomes part of the program, nothing is reported. */
  isSpeculating = false;
  /** Faults found while speculating. */
  unreported = 0;
  /** The functions that generics analysed in that way call. */
  readonly speculated = new Set<FnRecord>();
  private queueHead = 0;
  private nextId = 1;
  private steps = 0;
  root!: FileRecord;

  constructor(
    readonly host: SourceHost,
    readonly rootPath: string,
    readonly options: AnalysisOptions,
  ) {}

  freshId(): number {
    return this.nextId++;
  }

  /** Counts one step at comptime; false when the budget is used up. */
  spend(steps: number): boolean {
    this.steps += steps;
    return this.steps <= this.options.evaluationBudget;
  }

  errorNumber(name: string): number {
    let number = this.errorNumbers.get(name);
    if (number === undefined) {
      number = this.errorNumbers.size + 1;
      this.errorNumbers.set(name, number);
    }
    return number;
  }

  /** A function that run-time code refers to: its body will be analysed. */
  enqueue(instance: FnRecord): void {
    if (instance.isQueued) return;
    if (this.isSpeculating) {
      this.speculated.add(instance);
      return;
    }
    instance.isQueued = true;
    this.functions.push(instance);
  }
  /** The next function whose body is still to be analysed. */
  dequeue(): FnRecord | undefined {
    const next = this.functions[this.queueHead];
    if (next) this.queueHead++;
    return next;
  }

  allocate(type: Type, value: Value, isConst: boolean): Allocation {
    return { id: this.freshId(), type, value, frozen: false, isConst };
  }

  /** The file at `path`, parsed and its namespace made on first call; undefined where there is no such file. */
  file(path: string, origin: FileRecord['origin'], text?: string, name?: string): FileRecord | undefined {
    const found = this.files.get(path);
    if (found) return found;
    const source = text ?? this.host.read(path);
    if (source === undefined) return undefined;
    const record = new FileRecord(
      this.files.size,
      path,
      name ?? this.qualifiedName(path, origin),
      origin,
      this.parse(path, source, origin),
    );
    this.files.set(path, record);
    if (origin === 'user' || origin === 'module') this.reportSyntax(record);
    createFileContainer(this, record);
    return record;
  }

  /** What is wrong with the text of a file, and which of its spellings the stated version of Zig does not have. */
  private reportSyntax(file: FileRecord): void {
    for (const fault of file.source.faults) {
      this.report('syntax', file, fault, { found: fault.found, expected: fault.expected });
    }
    const { zigVersion } = this.options;
    if (zigVersion === undefined) return;
    const version = showZigVersion(zigVersion);
    for (const fault of versionFaults(file.source, zigVersion)) {
      this.report('zig-version', file, fault, { version, found: fault.found, expected: fault.expected });
    }
  }

  /** The library is large and only read: its tokens are found without keeping native trees. */
  private parse(path: string, text: string, origin: FileRecord['origin']): ast.SourceFile {
    if (origin === 'std' || origin === 'builtin') return parseSource(path, text, 'tokenizer');
    return this.options.parse(path, text);
  }

  /** What `@import(name)` in `from` gives. */
  import(name: string, from: FileRecord): FileRecord | undefined {
    if (name === 'std') return this.file(join(this.options.zigLibDir, 'std', 'std.zig'), 'std');
    if (name === 'builtin')
      return this.file('builtin.zig', 'builtin', builtinModuleText(this.options.isTest, this.libraryVersion()));
    if (name === 'root') return this.root;
    const module = this.options.modules[name];
    if (module !== undefined) return this.file(module, 'module');
    if (!name.endsWith('.zig')) return undefined;
    const path = normalize(join(dirname(from.path), name));
    return this.file(path, this.isLibrary(path) ? 'std' : from.origin);
  }

  /** The version of Zig that the library belongs to. */
  libraryVersion(): ZigVersion {
    this.library ??= libraryVersion((file) => this.host.read(join(this.options.zigLibDir, file)) !== undefined);
    return this.library;
  }

  /** The data that `@import(name)` of a ZON file in `from` gives. */
  importZon(name: string, from: FileRecord): ZonFile | undefined {
    const path = normalize(join(dirname(from.path), name));
    const found = this.zonFiles.get(path);
    if (found) return found;
    const text = this.host.read(path);
    if (text === undefined) return undefined;
    const zon = parseZon(path, text);
    this.zonFiles.set(path, zon);
    for (const fault of zon.source.faults)
      this.diagnostics.push(
        diagnostic(
          'syntax',
          { file: path, start: fault.start, end: fault.end },
          { found: fault.found, expected: fault.expected },
        ),
      );
    return zon;
  }

  /** A file of Zig's library, also where a file of it is the root. */
  private isLibrary(path: string): boolean {
    return path.startsWith(join(this.options.zigLibDir, 'std', '/'));
  }

  private qualifiedName(path: string, origin: FileRecord['origin']): string {
    if (origin === 'builtin') return 'builtin';
    const base = origin === 'std' ? join(this.options.zigLibDir, 'std') : dirname(this.rootPath);
    const parts = relative(base, path)
      .replace(/\.zig$/, '')
      .split(/[/\\]/);
    if (origin !== 'std') return parts.join('.');
    return parts.length === 1 && parts[0] === 'std' ? 'std' : `std.${parts.join('.')}`;
  }

  report<N extends DiagnosticName>(
    name: N,
    file: FileRecord,
    node: { start: number; end: number },
    args: Parameters<typeof diagnostic<N>>[2],
  ): Diagnostic {
    const made = diagnostic(name, { file: file.path, start: node.start, end: node.end }, args);
    if (this.isSpeculating) this.unreported++;
    else this.diagnostics.push(made);
    return made;
  }
  /** The program is written for another version than the library's. */
  private reportForeign({ foreign, env, node }: ForeignLibraryFailure): Diagnostic {
    const library = showZigVersion(this.libraryVersion());
    return this.report('foreign-library', env.file as FileRecord, node, { ...foreign, library });
  }
  /**
   * What failed against the library of another version says nothing about the program: only the first mention of what that library does
   * not have is told, of the oldest version.
   */
  keepForeignAlone(): void {
    const foreign = this.diagnostics.filter((one) => one.name === 'foreign-library');
    const wanted = foreign.map((one) => (one.args as { readonly wanted: string }).wanted);
    const oldest = wanted.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))[0];
    const first = foreign[wanted.indexOf(oldest ?? '')];
    if (first === undefined) return;
    this.diagnostics = this.diagnostics.filter(
      (one) =>
        one === first || (one.name !== 'foreign-library' && one.name !== 'analysis' && one.name !== 'compile-error'),
    );
  }
  /** Reports why an analysis ended. */
  reportFailure(failure: AnalysisFailure): Diagnostic {
    // The parser has reported what stands there.
    if ('kind' in failure.node && failure.node.kind === 'error')
      return diagnostic('analysis', { file: failure.env.file.path, ...failure.node }, { reason: failure.message });
    if (failure instanceof ForeignLibraryFailure) return this.reportForeign(failure);
    if (failure.isCompileError)
      return this.report('compile-error', failure.env.file as FileRecord, failure.node, { text: failure.message });
    return this.report('analysis', failure.env.file as FileRecord, failure.node, { reason: failure.message });
  }
}
