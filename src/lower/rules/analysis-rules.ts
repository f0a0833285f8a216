/**
 * The rules as sema takes them. A rule set resolves its paths over the files that the program has reached, which are sema's: it is
 * attached to the compilation when that begins. Without one, files are read and parsed as they are asked for.
 */
import { join } from 'node:path';
import type { Decl, FnInstance } from '../../parse/ir/program.js';
import type { Expression, SourceFile } from '../../parse/syntax/ast.js';
import { parseSource } from '../../parse/syntax/parse.js';
import { ruleSetOf } from './builtin-rules.js';
import type { LoadedRules, RuleFile } from './load.js';
import type { TraceEvent } from './match.js';
import type { RuleSources } from './resolve.js';
import type { RuleSet } from './rule-set.js';

/** What the rules need of a compilation. */
export interface ReachedFiles {
  readonly files: ReadonlyMap<string, { readonly source: SourceFile }>;
}

export interface AnalysisRules {
  readonly rules: RuleSet;
  readonly diagnostics: LoadedRules['diagnostics'];
  /** Called when the analysis begins. */
  attach(compilation: ReachedFiles): void;
  /** The rule that replaces a function; its `errors` are what the Rust can still fail with. */
  cut(instance: FnInstance): { readonly errors: readonly string[] | undefined } | undefined;
  /** The type, as the rule writes it, of a constant that a rule replaces. */
  valueType(decl: Decl): Expression | undefined;
}

export interface AnalysisRulesOptions {
  readonly files: readonly RuleFile[];
  readonly zigLibDir: string;
  /** Root files of named modules. */
  readonly modules: ReadonlyMap<string, string>;
  readonly read: (path: string) => string | undefined;
  readonly trace?: ((event: TraceEvent) => void) | undefined;
}

export function analysisRules(options: AnalysisRulesOptions): AnalysisRules {
  const sources = new AnalysisSources(options);
  const { rules, diagnostics } = ruleSetOf(options.files, sources, options.trace);
  return {
    rules,
    diagnostics,
    attach: (compilation) => sources.attach(compilation),
    cut: (instance) => rules.cutAtSignature(instance)?.rule,
    valueType: (decl) => rules.valueRule(decl)?.signature.type,
  };
}

class AnalysisSources implements RuleSources {
  readonly modules: ReadonlyMap<string, string>;
  private compilation: ReachedFiles | undefined;
  private readonly parsed = new Map<string, SourceFile | undefined>();

  constructor(private readonly options: AnalysisRulesOptions) {
    this.modules = new Map([...options.modules, ['std', join(options.zigLibDir, 'std', 'std.zig')]]);
  }

  attach(compilation: ReachedFiles): void {
    this.compilation = compilation;
  }

  isReached(path: string): boolean {
    return this.compilation === undefined || this.compilation.files.has(path);
  }

  source(path: string): SourceFile | undefined {
    if (this.compilation !== undefined) return this.compilation.files.get(path)?.source;
    if (!this.parsed.has(path)) {
      const text = this.options.read(path);
      this.parsed.set(path, text === undefined ? undefined : parseSource(path, text));
    }
    return this.parsed.get(path);
  }
}
