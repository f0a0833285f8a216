/**
 * Matching: from what sema met to the rule that maps it, by declaration.
 *
 * Signatures are resolved to declarations (`resolve.ts`) as the files on their paths are reached, and indexed by the place of the
 * declaration. A query looks at the place; the candidates found there are tried in order of precedence (a project's rules before
 * the built-in ones, then paths with fewer free variables, then the order of the files) for the declared prototype, the arguments
 * of the type functions around, and the rule's conditions. Every refusal has a reason, which `trace` receives.
 */
import type { ContainerInstance, Decl, FnInstance } from '../../parse/ir/program.js';
import type { NominalType } from '../../parse/ir/types.js';
import type * as ast from '../../parse/syntax/ast.js';
import { bindScope } from './bind.js';
import { satisfies } from './conditions.js';
import type { CodeRule } from './define.js';
import { prototypeMismatch } from './prototype.js';
import { createResolver, type Resolver, type RuleSources } from './resolve.js';
import type { CallRule, DataRule, ErrorSetRule, Signature, TypeRule, ValueRule } from './rule.js';
import type { Binding, RuleMatch, RuleSet } from './rule-set.js';
import type { Entity, Scope } from './scope.js';

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

/** The rules of one run. */
export function createRuleSet(options: RuleSetOptions): RuleSet {
  const index = new DeclarationIndex(options);
  const errorSets = new Map(options.errorSets.map((rule) => [rule.names.join(' '), rule.template]));
  const match = <Rule extends AnyRule>(query: Query<Rule>) => bestMatch(index, query, options.trace);
  return {
    mayMap: (decl) => index.at(decl.container.file.path, decl.node).length > 0,
    cutAtSignature: (instance) => match(callQuery(instance)),
    typeRule: (container) => (container.node === undefined ? undefined : match(typeQuery(container, container.node))),
    valueRule: (decl) => match(valueQuery(decl)),
    fieldRule: (type, field) => match(fieldQuery(type, field)),
    errorSetType: (names) => errorSets.get(names.join(' ')),
  };
}

interface Candidate {
  readonly rule: AnyRule;
  readonly signature: Signature;
  readonly entity: Entity;
}

/** Signatures by the place of the declaration that they name. */
class DeclarationIndex {
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
    if (entity.kind === 'waiting') return this.wait(entity.path, { rule, signature });
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

/** One question: where the declaration stands, what may answer, and what the answer must still satisfy. */
interface Query<Rule extends AnyRule> {
  readonly subject: string;
  readonly path: string;
  readonly node: ast.Node | undefined;
  readonly container: ContainerInstance;
  readonly accepts: (rule: AnyRule) => rule is Rule;
  readonly proto: ast.FnProto | undefined;
  /** Bindings that do not come from the path: the comptime parameters of a function. */
  readonly parameters: (name: string) => Binding | undefined;
}

const NO_PARAMETERS = () => undefined;

function callQuery(instance: FnInstance): Query<CallRule | CodeRule> {
  const { decl, node } = instance;
  return {
    subject: decl.qualifiedName,
    path: decl.container.file.path,
    node: decl.node,
    container: instance.container,
    accepts: (rule): rule is CallRule | CodeRule => rule.kind === 'call' || rule.kind === 'code',
    proto: node.kind === 'fnDecl' ? node.proto : undefined,
    parameters: (name) => {
      const param = instance.params.find((one) => one.name === name);
      return param?.value === undefined ? undefined : { type: param.type, value: param.value };
    },
  };
}

function typeQuery(container: ContainerInstance, node: ast.Node): Query<TypeRule> {
  return {
    subject: container.name,
    path: container.file.path,
    node,
    container,
    accepts: (rule): rule is TypeRule => rule.kind === 'type',
    proto: undefined,
    parameters: NO_PARAMETERS,
  };
}

function valueQuery(decl: Decl): Query<ValueRule> {
  return {
    subject: decl.qualifiedName,
    path: decl.container.file.path,
    node: decl.node,
    container: decl.container,
    accepts: isValueRule,
    proto: undefined,
    parameters: NO_PARAMETERS,
  };
}

function fieldQuery(type: NominalType, field: string): Query<ValueRule> {
  const { container } = type;
  const members = container.node?.members ?? [];
  return {
    subject: `${container.name}.${field}`,
    path: container.file.path,
    node: members.find((member) => member.kind === 'containerField' && member.name?.text === field),
    container,
    accepts: isValueRule,
    proto: undefined,
    parameters: NO_PARAMETERS,
  };
}

function isValueRule(rule: AnyRule): rule is ValueRule {
  return rule.kind === 'value';
}

function bestMatch<Rule extends AnyRule>(
  index: DeclarationIndex,
  query: Query<Rule>,
  trace: RuleSetOptions['trace'],
): RuleMatch<Rule> | undefined {
  if (query.node === undefined) return undefined;
  for (const { rule, signature, entity } of index.at(query.path, query.node)) {
    if (!query.accepts(rule)) continue;
    const bindings = new Map<string, Binding>();
    const reason = refusal(query, { rule, signature, entity }, bindings);
    const outcome = reason === undefined ? 'matched' : 'refused';
    trace?.({ rule: rule.id, signature: signature.text, subject: query.subject, outcome, reason: reason ?? '' });
    if (reason === undefined) return { rule, signature, bindings };
  }
  return undefined;
}

function refusal<Rule extends AnyRule>(
  query: Query<Rule>,
  { rule, signature, entity }: Candidate,
  bindings: Map<string, Binding>,
): string | undefined {
  const differs = query.proto === undefined ? undefined : prototypeMismatch(signature, query.proto);
  if (differs !== undefined) return differs;
  const mismatch = bindScope(scopeOf(entity), query.container, bindings);
  if (mismatch !== undefined) return mismatch;
  for (const { variable, anyOf } of rule.conditions) {
    const binding = bindings.get(variable) ?? query.parameters(variable);
    if (binding === undefined) return `${variable} is not known`;
    if (!anyOf.some((word) => satisfies(word, binding))) return `${variable} is not ${anyOf.join(' or ')}`;
  }
  return undefined;
}

function scopeOf(entity: Entity): Scope {
  if (entity.kind === 'container' || entity.kind === 'fn' || entity.kind === 'value' || entity.kind === 'field') {
    return entity.scope;
  }
  throw new Error('only declarations are indexed');
}
