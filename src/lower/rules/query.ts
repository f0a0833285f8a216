/** Questions to the index: where a declaration stands, and what a candidate has to satisfy besides. */
import type { ContainerInstance, Decl, FnInstance } from '../../parse/ir/program.js';
import type { NominalType } from '../../parse/ir/types.js';
import type * as ast from '../../parse/syntax/ast.js';
import { bindEntity, bindScope } from './bind.js';
import { isTypePath, satisfies } from './conditions.js';
import type { AnyRule, Candidate, DeclarationIndex, TraceEvent } from './declaration-index.js';
import type { CodeRule } from './define.js';
import { prototypeMismatch } from './prototype.js';
import type { CallRule, TypeRule, ValueRule } from './rule.js';
import type { Binding, RuleMatch } from './rule-set.js';
import type { Entity, Scope } from './scope.js';

/** One question: where the declaration stands, what may answer, and what the answer must still satisfy. */
export interface Query<Rule extends AnyRule> {
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

export function callQuery(instance: FnInstance): Query<CallRule | CodeRule> {
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
      if (param === undefined) return undefined;
      // A condition on a parameter with a run-time value speaks about its type.
      return { type: param.type, value: param.value ?? { kind: 'type', type: param.type } };
    },
  };
}

export function typeQuery(container: ContainerInstance, node: ast.Node): Query<TypeRule> {
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

export function valueQuery(decl: Decl): Query<ValueRule> {
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

export function fieldQuery(type: NominalType, field: string): Query<ValueRule> {
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

/** The first candidate that fits. */
export function bestMatch<Rule extends AnyRule>(
  index: DeclarationIndex,
  query: Query<Rule>,
  trace: ((event: TraceEvent) => void) | undefined,
): RuleMatch<Rule> | undefined {
  if (query.node === undefined) return undefined;
  for (const { rule, signature, entity } of index.at(query.path, query.node)) {
    if (!query.accepts(rule)) continue;
    const bindings = new Map<string, Binding>();
    const reason = refusal(index, query, { rule, signature, entity }, bindings);
    const outcome = reason === undefined ? 'matched' : 'refused';
    trace?.({ rule: rule.id, signature: signature.text, subject: query.subject, outcome, reason: reason ?? '' });
    if (reason === undefined) return { rule, signature, bindings };
  }
  return undefined;
}

function refusal<Rule extends AnyRule>(
  index: DeclarationIndex,
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
    if (!anyOf.some((word) => holds(index, word, binding))) return `${variable} is not ${anyOf.join(' or ')}`;
  }
  return undefined;
}

function holds(index: DeclarationIndex, word: string, binding: Binding): boolean {
  if (!isTypePath(word)) return satisfies(word, binding);
  return bindEntity(index.denoted(word), binding, new Map()) === undefined;
}

function scopeOf(entity: Entity): Scope {
  if (entity.kind === 'container' || entity.kind === 'fn' || entity.kind === 'value' || entity.kind === 'field') {
    return entity.scope;
  }
  throw new Error('only declarations are indexed');
}
