/** Mapped types: which instances of a generic container have rules, and what becomes of their methods without one. */
import type { ContainerInstance, FnInstance } from '../../parse/ir/program.js';
import type { DeclarationIndex, TraceEvent } from './declaration-index.js';
import type { CodeRule } from './define.js';
import { bestMatch, typeQuery } from './query.js';
import type { Signature, TypeRule } from './rule.js';
import type { RuleMatch } from './rule-set.js';

/**
 * Which containers are mapped. Rules for methods, fields and nested types of a generic container name it with free variables
 * (`std.HashMap(K, V, C, L).put`); they hold for an instance only if some type rule maps that instance. And where one does, a
 * method without a rule cannot fall back on its Zig body, whose fields do not exist.
 */
export class MappedTypes {
  private readonly known = new WeakMap<ContainerInstance, { readonly match: RuleMatch<TypeRule> | undefined }>();

  constructor(
    private readonly index: DeclarationIndex,
    private readonly trace: ((event: TraceEvent) => void) | undefined,
  ) {}

  ruleOf(container: ContainerInstance): RuleMatch<TypeRule> | undefined {
    const known = this.known.get(container);
    if (known !== undefined) return known.match;
    const isOutside = container.parent !== undefined && this.around(container.parent) === 'unmapped';
    const match =
      isOutside || container.node === undefined
        ? undefined
        : bestMatch(this.index, typeQuery(container, container.node), this.trace);
    this.known.set(container, { match });
    return match;
  }

  /** Whether the container, or one around it, is of a mapped type; `unmapped`: there are rules for the type, but not for this instance. */
  around(container: ContainerInstance): 'none' | 'mapped' | 'unmapped' {
    const around = container.parent === undefined ? 'none' : this.around(container.parent);
    if (around === 'unmapped' || !this.hasTypeRules(container)) return around;
    return this.ruleOf(container) === undefined ? 'unmapped' : 'mapped';
  }

  private hasTypeRules({ node, file }: ContainerInstance): boolean {
    return node !== undefined && this.index.at(file.path, node).some(({ rule }) => rule.kind === 'type');
  }
}

/** The match for a method of a mapped type that has no rule: every call of it is refused. */
export function withoutRule(instance: FnInstance): RuleMatch<CodeRule> {
  const rule: CodeRule = {
    kind: 'code',
    id: 'method-without-rule',
    signatures: [],
    conditions: [],
    errors: undefined,
    result: { kind: 'value' },
    isRelease: false,
    uses: undefined,
    methods: undefined,
    standsFor: undefined,
    origin: 'builtin',
    span: { file: instance.decl.container.file.path, start: instance.decl.node.start, end: instance.decl.node.end },
    apply: () => ({
      refused: `no rule says what ${instance.decl.qualifiedName} is, and its type is not Zig's in the Rust`,
    }),
  };
  return { rule, signature: NO_SIGNATURE, bindings: new Map() };
}

const NO_SIGNATURE: Signature = {
  kind: 'fn',
  text: '',
  module: '',
  steps: [],
  name: '',
  params: [],
  type: undefined,
  isErrorUnion: false,
  pathVariables: [],
};
