/** Signatures of all rules, indexed by the place of the declaration that they name. */
import type * as ast from '../../parse/syntax/ast.js';
import type { CodeRule } from './define.js';
import { createResolver, type Resolver, type RuleSources } from './resolve.js';
import type { DataRule, ErrorSetRule, Signature } from './rule.js';
import { type Entity, unknown } from './scope.js';
import { parseSignature } from './signature.js';

export type AnyRule = DataRule | CodeRule;

/** What the rules' own `--trace` is told. */
export interface TraceEvent {
  readonly rule: string;
  readonly signature: string;
  /** What was asked: a qualified name. */
  readonly subject: string;
  readonly outcome: 'matched' | 'refused' | 'unresolved';
  readonly reason: string;
}

export interface RuleSetOptions {
  readonly rules: readonly AnyRule[];
  readonly errorSets: readonly ErrorSetRule[];
  readonly sources: RuleSources;
  readonly trace?: (event: TraceEvent) => void;
}

export interface Candidate {
  readonly rule: AnyRule;
  readonly signature: Signature;
  readonly entity: Entity;
}

/**
 * Signatures by place. They are resolved as the files on their paths are reached; candidates for one place stand in their order of
 * precedence.
 */
export class DeclarationIndex {
  private readonly byPlace = new Map<string, Map<number, Candidate[]>>();
  /** Signatures whose path leads through a file that was not reached, by that file. */
  private waiting = new Map<string, { readonly rule: AnyRule; readonly signature: Signature }[]>();
  private readonly resolver: Resolver;

  constructor(private readonly options: RuleSetOptions) {
    this.resolver = createResolver(options.sources);
    for (const rule of options.rules) for (const signature of rule.signatures) this.wait('', { rule, signature });
  }

  at(path: string, node: ast.Node): readonly Candidate[] {
    this.settle();
    const found = this.byPlace.get(path)?.get(node.start) ?? [];
    return found.filter((candidate) => nodeOf(candidate.entity)?.node.kind === node.kind);
  }

  /** What a type of the library is that a condition names by its path (`std.fs.File.Writer`). */
  denoted(path: string): Entity {
    const parsed = parseSignature(path);
    return 'fault' in parsed ? unknown(parsed.fault.message) : this.resolver.resolve(parsed.signature);
  }

  private settle(): void {
    for (const [path, entries] of this.waiting) {
      if (path !== '' && !this.options.sources.isReached(path)) continue;
      this.waiting.delete(path);
      for (const { rule, signature } of entries) this.place(rule, signature);
    }
  }

  private wait(path: string, entry: { readonly rule: AnyRule; readonly signature: Signature }): void {
    const entries = this.waiting.get(path);
    if (entries === undefined) this.waiting.set(path, [entry]);
    else entries.push(entry);
  }

  private place(rule: AnyRule, signature: Signature): void {
    const entity = this.resolver.resolve(signature);
    if (entity.kind === 'waiting') {
      this.wait(entity.path, { rule, signature });
      return;
    }
    const place = nodeOf(entity);
    if (place === undefined) {
      const reason = entity.kind === 'unknown' ? entity.reason : `the path ends at a ${entity.kind}`;
      this.options.trace?.({ rule: rule.id, signature: signature.text, subject: '', outcome: 'unresolved', reason });
      return;
    }
    const inFile = this.byPlace.get(place.path) ?? new Map<number, Candidate[]>();
    this.byPlace.set(place.path, inFile);
    const here = [...(inFile.get(place.node.start) ?? []), { rule, signature, entity }];
    inFile.set(place.node.start, here.sort(byPrecedence));
  }
}

function byPrecedence(a: Candidate, b: Candidate): number {
  if (a.rule.origin !== b.rule.origin) return a.rule.origin === 'project' ? -1 : 1;
  return a.signature.pathVariables.length - b.signature.pathVariables.length;
}

function nodeOf(entity: Entity): { readonly path: string; readonly node: ast.Node } | undefined {
  switch (entity.kind) {
    case 'container':
      return { path: entity.scope.file.path, node: entity.scope.node };
    case 'fn':
    case 'value':
    case 'field':
      return { path: entity.scope.file.path, node: entity.node };
    default:
      return undefined;
  }
}
