/**
 * Unions as enums with payloads. A field that is read or changed as a place goes through a generated accessor that traps where another
 * field is active.
 */

import * as rust from '../emit/build.js';
import type * as ir from '../parse/ir/ir.js';
import type { UnionType } from '../parse/ir/types.js';
import { hasPayload, unionValue } from './constant-aggregate.js';
import { type Scope, type UnionAccessors, unported } from './context.js';
import { lowerInto } from './expr.js';
import { type Lowered, mapLowered, pure } from './lowered.js';
import { snakeCase } from './names/case.js';
import { typeSegments } from './names/paths.js';
import { asStatements } from './statement.js';

/** Notes that a field's accessor is used and gives its name. */
export function requestAccessor(type: UnionType, index: number, isMutable: boolean, scope: Scope): string {
  const known = accessorsOf(type, scope);
  (isMutable ? known.write : known.read).add(index);
  return accessorName(type, index, isMutable);
}

function accessorsOf(type: UnionType, scope: Scope): UnionAccessors {
  const { unionAccessors } = scope.crate.requests;
  const known = unionAccessors.get(type) ?? { read: new Set(), write: new Set(), parent: new Set() };
  unionAccessors.set(type, known);
  return known;
}

/** Notes that a field's address leads to the whole union; gives the names of its address and of its place. */
export function requestParent(type: UnionType, index: number, scope: Scope): { address: string; offset: string } {
  const known = accessorsOf(type, scope);
  known.parent.add(index);
  known.read.add(index);
  return parentNames(type, index);
}

export function parentNames(type: UnionType, index: number): { address: string; offset: string } {
  const name = snakeCase(type.fields?.[index]?.name ?? 'field');
  return { address: `address_of_${name}`, offset: `offset_of_${name}` };
}

export function accessorName(type: UnionType, index: number, isMutable: boolean): string {
  const name = snakeCase(type.fields?.[index]?.name ?? 'field');
  return isMutable ? `as_${name}_mut` : `as_${name}`;
}

/** Notes that the union's tag is asked for. */
export function requestTag(type: UnionType, scope: Scope): void {
  scope.crate.requests.unionTag.add(type.id);
}

export function lowerUnionInit(expr: ir.UnionInit, scope: Scope): Lowered {
  const { type, field, payload } = expr;
  if (type.layout === 'packed') return unported('a packed union', expr.node);
  const slot = scope.crate.representation.field(type, field);
  if (type.layout === 'extern') {
    const name = scope.crate.names.field(type, field);
    return mapLowered(lowerInto(payload, slot, scope), (value) =>
      rust.structLit(rust.pathOf(...typeSegments(type, scope)), [[name, value]]),
    );
  }
  if (!hasPayload(type, field)) {
    const effect = asStatements(lowerInto(payload, slot, scope));
    return {
      pre: payload.value === undefined ? effect : [],
      expr: pure(unionValue(type, field, rust.unit, scope)).expr,
    };
  }
  return mapLowered(lowerInto(payload, slot, scope), (value) => unionValue(type, field, value, scope));
}
