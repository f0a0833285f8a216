/** `x.field` as a place: of a struct, a tuple, a union, a slice. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { StructType, UnionType } from '../parse/ir/types.js';
import { hasPayload } from './constant-aggregate.js';
import { type Scope, unported } from './context.js';
import { lowerTupleField, withoutDeref } from './index-place.js';
import { noteMutation } from './local.js';
import { type Lowered, mapLowered } from './lowered.js';
import { backingInt } from './packed.js';
import { type Access, lowerPlace, receiver } from './place.js';
import { storageLocal } from './representation/storage-local.js';
import { pointeeRepr } from './representation/type-repr.js';
import { lowerMappedElements, lowerMappedField, lowerMappedLength } from './rules/mapped.js';
import { rustType } from './type.js';
import { isUnaligned, readUnaligned } from './unaligned.js';
import { requestAccessor } from './union.js';
import { unsafe } from './unsafe-mark.js';

export function lowerFieldPlace(place: ir.FieldPlace, access: Access, scope: Scope): Lowered {
  const mapped = lowerMappedField(place, access, scope);
  if (mapped !== undefined) return mapped;
  const { container } = place;
  switch (container.kind) {
    case 'struct':
      return lowerStructField(place, container, access, scope);
    case 'union':
      return lowerUnionField(place, container, access, scope);
    case 'tuple':
      return lowerTupleField(place.base, container, place.index, access, scope, place);
    case 'pointer':
      return lowerSliceField(place, access, scope);
    default:
      return unported(`a field of a value of type ${container.kind}`, place.node);
  }
}

function lowerStructField(place: ir.FieldPlace, type: StructType, access: Access, scope: Scope): Lowered {
  const name = scope.crate.names.field(type, place.index);
  if (type.layout !== 'packed')
    return mapLowered(lowerPlace(place.base, access, scope), (target) => rust.field(withoutDeref(target), name));
  backingInt(type, place.node);
  if (access !== 'read' && access !== 'borrow') return unported('a pointer to a field of a packed struct', place.node);
  const whole = isUnaligned(place.base)
    ? mapLowered(lowerPlace(place.base, 'borrow', scope), readUnaligned)
    : lowerPlace(place.base, access, scope);
  return mapLowered(whole, (target) => rust.method(withoutDeref(target), name));
}

function lowerUnionField(place: ir.FieldPlace, type: UnionType, access: Access, scope: Scope): Lowered {
  const base = lowerPlace(place.base, access, scope);
  if (type.layout === 'packed') return unported('a packed union', place.node);
  if (type.layout === 'extern') {
    const name = scope.crate.names.field(type, place.index);
    return mapLowered(base, (target) =>
      unsafe('externUnion', rust.field(withoutDeref(target), name), scope, place.node),
    );
  }
  if (!hasPayload(type, place.index)) return mapLowered(base, () => rust.unit);
  const isMutable = access === 'write' || access === 'borrowMut';
  const accessor = requestAccessor(type, place.index, isMutable, scope);
  return mapLowered(base, (target) => {
    const owner = target.kind === 'deref' ? target.operand : receiver(target, isMutable);
    return rust.deref(rust.method(owner, accessor));
  });
}

/** `s.len` and `s.ptr` of a slice. */
function lowerSliceField(place: ir.FieldPlace, access: Access, scope: Scope): Lowered {
  if (access !== 'read') return unported(`a pointer to the ${place.name} of a slice`, place.node);
  const { base } = place;
  const repr = scope.crate.representation.place(base);
  const isRaw = repr.kind !== 'pointer' || repr.mode === 'raw';
  const mapped = place.index === 1 ? lowerMappedLength(base, scope) : undefined;
  if (mapped !== undefined) return mapped;
  const isConst = base.type.kind === 'pointer' && base.type.isConst;
  const isPointer = place.index === 0 && !isConst;
  const elements = isPointer && !isRaw ? lowerMappedElements(base, !isReachedByConst(base), scope) : undefined;
  const isMutable = isPointer && (elements === undefined || !isReachedByConst(base));
  const lowered = elements ?? lowerPlace(base, 'read', scope);
  if (isMutable) noteMutation(storageLocal(base, scope.crate.representation), scope);
  // A reference that lies behind a raw pointer is not borrowed silently.
  const owner = (slice: Expr): Expr => (isRaw ? slice : receiver(slice, false));
  if (place.index === 1) return mapLowered(lowered, (slice) => rust.method(owner(slice), 'len'));
  return mapLowered(lowered, (slice) => {
    if (isRaw) return rust.method(slice, 'cast', [], [elementType(place, scope)]);
    const pointer = rust.method(isMutable ? slice : owner(slice), isMutable ? 'as_mut_ptr' : 'as_ptr');
    return isMutable || isConst ? pointer : rust.method(pointer, 'cast_mut');
  });
}

/** Whether the way to the elements of a container leads through a pointer to constant memory: the container is then only read. */
function isReachedByConst(place: ir.Place): boolean {
  switch (place.kind) {
    case 'fieldPlace':
    case 'optionalPayload':
    case 'errorPayload':
      return isReachedByConst(place.base);
    case 'deref':
      return place.pointer.type.kind === 'pointer' && place.pointer.type.isConst;
    default:
      return false;
  }
}

function elementType(place: ir.FieldPlace, scope: Scope) {
  const { type } = place.base;
  if (type.kind !== 'pointer') return rust.inferredType;
  return rustType(type.child, pointeeRepr(scope.crate.representation.place(place.base)), scope);
}
