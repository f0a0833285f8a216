/** The local variables of a function and what its jumps carry. */
import type { Pattern, Type } from '../rust-ast.js';
import type { Fact } from './types.js';

export interface Scope {
  readonly locals: ReadonlyMap<string, Fact>;
  /** What `return` is expected to carry. */
  readonly returns: Fact;
  /** What `break 'label` is expected to carry. */
  readonly labels: ReadonlyMap<string, Fact>;
  /** The type of the `impl` around, if it is not generic. */
  readonly self: Type | undefined;
}

export const emptyScope: Scope = { locals: new Map(), returns: undefined, labels: new Map(), self: undefined };

/** The scope with the names of a pattern whose value has the fact. */
export function bindPattern(scope: Scope, pattern: Pattern, fact: Fact): Scope {
  const locals = new Map(scope.locals);
  collect(pattern, fact, locals);
  return { ...scope, locals };
}

/** The scope with one more name. */
export function bindName(scope: Scope, name: string, fact: Fact): Scope {
  return { ...scope, locals: new Map(scope.locals).set(name, fact) };
}

export function withLabel(scope: Scope, label: string | undefined, fact: Fact): Scope {
  return label === undefined ? scope : { ...scope, labels: new Map(scope.labels).set(label, fact) };
}

function collect(pattern: Pattern, fact: Fact, locals: Map<string, Fact>): void {
  const part: Fact = fact === undefined ? undefined : 'fixed';
  switch (pattern.kind) {
    case 'binding':
      locals.set(pattern.name, pattern.byRef ? part : fact);
      if (pattern.subpattern !== undefined) collect(pattern.subpattern, part, locals);
      break;
    case 'tuple':
      for (const [index, element] of pattern.elements.entries())
        collect(element, tuplePart(fact, index) ?? part, locals);
      break;
    case 'tupleStruct':
    case 'slice':
      for (const element of pattern.elements) collect(element, part, locals);
      break;
    case 'or':
      for (const alternative of pattern.alternatives) collect(alternative, part, locals);
      break;
    case 'struct':
      for (const field of pattern.fields) collect(field.pattern, part, locals);
      break;
    case 'reference':
      collect(pattern.target, part, locals);
      break;
    default:
      break;
  }
}

function tuplePart(fact: Fact, index: number): Fact {
  return typeof fact === 'object' && fact.kind === 'tuple' ? fact.elements[index] : undefined;
}
