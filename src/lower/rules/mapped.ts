/** Values, fields and constants of mapped types: `list.items[i]` is `list[i]`, `.empty` is `Vec::new()`. */
import * as rust from '../../emit/build.js';
import type { Expr, Statement } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Decl } from '../../parse/ir/program.js';
import type { NominalType, Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import { type Scope, type Site, unported } from '../context.js';
import { noteMutation } from '../local.js';
import { type Lowered, mapLowered } from '../lowered.js';
import { type Access, lowerPlace, receiver } from '../place.js';
import type { TypeRepr } from '../representation/contract.js';
import { storageLocal } from '../representation/storage-local.js';
import { outermostPointer } from '../representation/type-repr.js';
import { applyValueRule, initialValue } from './apply.js';
import { typeHost } from './host.js';
import type { TypeRule, ValueRule } from './rule.js';
import type { RuleMatch } from './rule-set.js';
import { standardStream } from './std/file.js';
import { staticStringMap } from './std/static-string-map.js';

/** What `.{}`, `.init` and undefined memory of a mapped type become; undefined where the type is not mapped. */
export function mappedInitial(type: Type, site: Site, value: Value = { kind: 'undefined' }): Expr | undefined {
  const match = 'container' in type ? site.crate.rules?.typeRule(type.container) : undefined;
  // What stands inside of a mapped type and has no rule has no Rust: its type is the unit, too.
  if (match === undefined)
    return 'container' in type && site.crate.rules?.isInsideMapped(type.container) === true ? rust.unit : undefined;
  const made = madeConstant(match, value, site);
  if (made !== undefined) return made;
  if (!isEmpty(value)) return unported(`a value of a type that rule ${match.rule.id} maps, made field by field`);
  return initialValue(match, typeHost(site)) ?? unported(`rule ${match.rule.id} has no initial value`);
}

/** Constants of mapped types that hold something, by the rule of the type. */
function madeConstant({ rule, bindings }: RuleMatch<TypeRule>, value: Value, site: Site): Expr | undefined {
  if (rule.id === 'file') return standardStream(value, typeHost(site));
  const element = bindings.get('V')?.value;
  return rule.id === 'static-string-map' && element?.kind === 'type'
    ? staticStringMap(value, element.type, typeHost(site))
    : undefined;
}

/** Whether the type of an empty value is only known from its use in Rust (`Vec::new()`), where the Zig always says it. */
export function isTypedByUse(type: Type, init: ir.Expr, site: Site): boolean {
  const isMade =
    init.kind === 'call' || init.kind === 'structInit' || (init.kind === 'load' && init.place.kind === 'global');
  const match = isMade && 'container' in type ? site.crate.rules?.typeRule(type.container) : undefined;
  return match?.rule.initial !== undefined;
}

/** Whether a value holds nothing: zeros, nulls, empty slices. */
function isEmpty(value: Value): boolean {
  switch (value.kind) {
    case 'undefined':
    case 'null':
    case 'void':
      return true;
    case 'int':
      return Number(value.int) === 0;
    case 'bool':
      return !value.bool;
    case 'slice':
      return value.length === 0;
    case 'aggregate':
      return value.elements.every(isEmpty);
    case 'enum':
    case 'union':
      return true;
    default:
      return false;
  }
}

/** The Rust of a constant that a rule maps. */
export function mappedGlobal(decl: Decl, site: Site): Expr | undefined {
  const match = site.crate.rules?.valueRule(decl);
  return match === undefined ? undefined : applyValueRule(match, { kind: 'value' }, undefined, typeHost(site));
}

interface MappedField {
  readonly match: RuleMatch<ValueRule>;
  /** `list.items`: the template is the place of the elements. */
  readonly isSlice: boolean;
}

/** The rule of a field; a field of a mapped type without one has no Rust. */
function fieldOf(place: ir.Place, scope: Scope): MappedField | undefined {
  if (place.kind !== 'fieldPlace' || !('container' in place.container)) return undefined;
  const type: NominalType = place.container;
  const match = scope.crate.rules?.fieldRule(type, place.name);
  if (match !== undefined) {
    const declared = match.signature.type;
    return { match, isSlice: declared?.kind === 'pointerType' && declared.size === 'slice' };
  }
  if (scope.crate.rules?.typeRule(type.container) === undefined) return undefined;
  return unported(`no rule says what the field ${place.name} is`, place.node);
}

/** A field of a mapped type as a place or value; undefined where the type is not mapped. */
export function lowerMappedField(place: ir.FieldPlace, access: Access, scope: Scope): Lowered | undefined {
  const field = fieldOf(place, scope);
  if (field === undefined) return undefined;
  if (!field.isSlice)
    return mapLowered(lowerPlace(place.base, access, scope), (self) => fieldValue(field.match, self, scope));
  if (access !== 'read') return unported(`a pointer to the field ${place.name} of a mapped type`, place.node);
  return lowerElements(place, field.match, scope);
}

function fieldValue(match: RuleMatch<ValueRule>, self: Expr, scope: Scope): Expr {
  return (
    applyValueRule(match, { kind: 'value' }, self, typeHost(scope)) ?? unported(`rule ${match.rule.id} has no value`)
  );
}

/** A slice field as a slice: a borrow of the elements, as the representation pass holds it. */
function lowerElements(place: ir.FieldPlace, match: RuleMatch<ValueRule>, scope: Scope): Lowered {
  const mode = outermostPointer(scope.crate.representation.place(place))?.mode ?? 'raw';
  const isConst = place.type.kind === 'pointer' && place.type.isConst;
  const isMutable = mode === 'refMut' || (mode === 'raw' && !isConst);
  return mapLowered(lowerPlace(place.base, isMutable ? 'borrowMut' : 'borrow', scope), (self) => {
    const elements = fieldValue(match, receiver(self, isMutable), scope);
    if (mode === 'raw') return isMutable ? rust.rawRefMut(elements) : rust.rawRefConst(elements);
    return isMutable ? rust.refMut(elements) : rust.refTo(elements);
  });
}

/** A slice field of a mapped type as an argument that is read or changed for the call: `&list[..]`, `&mut list[..]`. */
export function lowerMappedSlice(slice: ir.Expr, isMutable: boolean, scope: Scope): Lowered | undefined {
  if (slice.kind === 'coerce' && slice.coercion === 'pointerQualifier')
    return lowerMappedSlice(slice.operand, isMutable, scope);
  const elements = slice.kind === 'load' ? lowerMappedElements(slice.place, isMutable, scope) : undefined;
  return elements && mapLowered(elements, (place) => (isMutable ? rust.refMut(place) : rust.refTo(place)));
}

/**
 * A slice field of a mapped type that flows into a slot which changes the elements, though the container owns them: the container is
 * borrowed for writing. Undefined for anything else.
 */
export function lendMappedSlice(slice: ir.Expr, slot: TypeRepr, scope: Scope): Lowered | undefined {
  if (!isMappedSlice(slice, scope) || slice.kind !== 'load' || slice.place.kind !== 'fieldPlace') return undefined;
  const { type, place } = slice;
  const target = outermostPointer(slot)?.mode;
  if (type.kind !== 'pointer' || type.isConst || (target !== 'refMut' && target !== 'raw')) return undefined;
  if (outermostPointer(scope.crate.representation.expr(slice))?.mode !== 'owned') return undefined;
  noteMutation(storageLocal(place, scope.crate.representation), scope);
  const elements = lowerMappedElements(place, true, scope);
  return elements && mapLowered(elements, target === 'raw' ? rust.rawRefMut : rust.refMut);
}

/** A slice field of a mapped type as the place of its elements. */
export function lowerMappedElements(place: ir.Place, isMutable: boolean, scope: Scope): Lowered | undefined {
  const field = fieldOf(place, scope);
  if (field?.isSlice !== true || place.kind !== 'fieldPlace') return undefined;
  const base = lowerPlace(place.base, isMutable ? 'borrowMut' : 'borrow', scope);
  return mapLowered(base, (self) => fieldValue(field.match, receiver(self, isMutable), scope));
}

/** Whether a slice is the elements of a mapped container. */
export function isMappedSlice(slice: ir.Expr, scope: Scope): boolean {
  return slice.kind === 'load' && slice.place.kind === 'fieldPlace' && fieldOf(slice.place, scope)?.isSlice === true;
}

/** The container itself where a slice field is only indexed: `list.items[i]` is `list[i]`. */
export function lowerIndexedContainer(slice: ir.Expr, access: Access, scope: Scope): Lowered | undefined {
  if (slice.kind !== 'load' || slice.place.kind !== 'fieldPlace') return undefined;
  const field = fieldOf(slice.place, scope);
  if (field?.isSlice !== true) return undefined;
  const isMutable = access === 'write' || access === 'borrowMut';
  return mapLowered(lowerPlace(slice.place.base, access, scope), (self) => receiver(self, isMutable));
}

/** `x.items.len`; undefined where the slice is no field of a mapped type. */
export function lowerMappedLength(slice: ir.Place, scope: Scope): Lowered | undefined {
  const field = fieldOf(slice, scope);
  if (field?.isSlice !== true || slice.kind !== 'fieldPlace') return undefined;
  const { match } = field;
  return mapLowered(lowerPlace(slice.base, 'borrow', scope), (place) => {
    const self = receiver(place, false);
    return (
      applyValueRule(match, { kind: 'length' }, self, typeHost(scope)) ??
      rust.method(fieldValue(match, self, scope), 'len')
    );
  });
}

/** `x.field = value` and `x.items.len = value`; undefined where the place is no such field. */
export function storeMapped(place: ir.Place, makeValue: () => Lowered, scope: Scope): readonly Statement[] | undefined {
  if (place.kind !== 'fieldPlace') return undefined;
  const isLength = place.container.kind === 'pointer' && place.index === 1;
  const target = isLength ? place.base : place;
  const field = fieldOf(target, scope);
  if (field === undefined || target.kind !== 'fieldPlace') return undefined;
  const value = makeValue();
  const base = lowerPlace(target.base, 'borrowMut', scope);
  const access = { kind: isLength ? 'storeLength' : 'store', value: value.expr } as const;
  const stored = applyValueRule(field.match, access, isLength ? receiver(base.expr, true) : base.expr, typeHost(scope));
  if (stored !== undefined) return [...base.pre, ...value.pre, rust.exprStmt(stored)];
  return isLength || field.isSlice
    ? unported(`an assignment to the field ${target.name} of a mapped type`, place.node)
    : undefined;
}
