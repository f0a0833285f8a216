/** What a destructuring takes apart: a value, or a literal that is none. */
import type * as ir from '../../parse/ir/ir.js';

export type Destructure = Extract<ir.Statement, { kind: 'destructure' }>;
export type Target = Destructure['targets'][number];

export function isPlaceTarget(target: Target): target is ir.Place {
  return target !== undefined && 'kind' in target;
}

/** The elements of a literal that is written element by element; undefined where the value is one. */
export function elementsInOrder({ targets, value }: Destructure): readonly ir.Expr[] | undefined {
  const isLiteral = value.kind === 'sequenceInit' && value.node.kind === 'arrayInit' && value.node.type === undefined;
  return isLiteral && targets.some(isPlaceTarget) ? value.elements : undefined;
}
