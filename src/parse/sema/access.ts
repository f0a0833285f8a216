/** Access: `p.*`, `a[i]`, `object.name` on every kind of object. */

import type { Place } from '../ir/ir.js';
import type { PointerType, Type } from '../ir/types.js';
import type { PathStep, PointerValue, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { elementAlign, fieldPointer } from './alignment.js';
import { isUnknownC, unknownCType } from './c-import.js';
import { coerce } from './coerce.js';
import { isNoticeable, sequence } from './effects.js';
import { type Env, ForeignLibraryFailure, fail, forType, REF, type ResultLocation } from './env.js';
import { errorNames, isErrorSet } from './error-set.js';
import { expr, unknownOperand } from './expr.js';
import { ensureFields, fieldIndex } from './fields.js';
import { foreignDeclaration } from './former-std.js';
import { constantRef, declOperand } from './identifier.js';
import * as int from './int.js';
import {
  arrayElement,
  castPointer,
  deref,
  elementsOn,
  extendPointer,
  loadPointer,
  materialise,
  offsetAddress,
} from './memory.js';
import { stepOffset } from './memory-path.js';
import { findDecl } from './namespace.js';
import { addressOfPlace, intValue, isNoReturn, isUnknown, known, type Operand, placeOf, toIr } from './operand.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';
import type { ContainerRecord } from './records.js';

export function analyseDeref(env: Env, node: ast.Deref, location: ResultLocation): Operand {
  const pointer = expr(env, node.operand, { kind: 'none' });
  if (isUnknown(pointer)) return unknownOperand(env, node, 'the pointer could not be analysed');
  if (pointer.type.kind === 'optional' && pointer.type.child.kind === 'pointer')
    return fail(env, node, 'cannot dereference an optional pointer');
  if (pointer.type.kind !== 'pointer' || pointer.type.size === 'slice')
    return fail(env, node, `cannot dereference \`${typeName(pointer.type)}\``);
  const { child } = pointer.type;
  const place: Place = { kind: 'deref', type: child, node, pointer: toIr(pointer), implicit: false };
  const address = addressOfPlace(
    place,
    pointer.type.size === 'one' ? pointer.type : env.cx.pool.pointer(child, { isConst: pointer.type.isConst }),
    node,
    pointer.value,
  );
  if (location.kind === 'ref') return address;
  return deref(env, address, node, false);
}

// ---------------------------------------------------------------- a[i]

export function analyseArrayAccess(env: Env, node: ast.ArrayAccess, location: ResultLocation): Operand {
  const object = expr(env, node.object, REF);
  if (isUnknown(object) || isNoReturn(object))
    return isUnknown(object) ? unknownOperand(env, node, 'the indexed value could not be analysed') : object;
  const index = coerce(env, expr(env, node.index, forType(T.usize)), T.usize, node.index);
  const address = elementAddress(env, object, index, node);
  return location.kind === 'ref' ? address : deref(env, address, node);
}

/** The address of element `index` of what `object` points to. */
export function elementAddress(env: Env, object: Operand, index: Operand, node: ast.Node): Operand {
  const whole = (object.type as PointerType).child;
  if (whole.kind === 'array' || whole.kind === 'vector' || whole.kind === 'tuple')
    return inStorage(env, object, whole, index, node);
  if (whole.kind !== 'pointer') return fail(env, node, `cannot index \`${typeName(whole)}\``);
  const pointer = deref(env, object, node);
  if (whole.size === 'one') {
    if (whole.child.kind === 'array' || whole.child.kind === 'vector' || whole.child.kind === 'tuple')
      return inStorage(env, pointer, whole.child, index, node);
    return fail(env, node, `cannot index \`${typeName(whole)}\``);
  }
  return behindPointer(env, pointer, whole, index, node);
}

function knownIndex(index: Operand): number | undefined {
  return index.value?.kind === 'int' ? Number(index.value.int) : undefined;
}

function inStorage(
  env: Env,
  object: Operand,
  whole: Extract<Type, { kind: 'array' | 'vector' | 'tuple' }>,
  index: Operand,
  node: ast.Node,
): Operand {
  const at = knownIndex(index);
  const length = whole.kind === 'tuple' ? whole.elements.length : whole.length;
  const limit = whole.kind === 'array' && whole.sentinel ? length + 1 : length;
  if (at !== undefined && at >= limit) {
    if (env.mode !== 'runtime' || whole.kind === 'tuple') fail(env, node, `index ${at} outside of ${length} elements`);
  }
  if (whole.kind === 'tuple') {
    if (at === undefined) return fail(env, node, 'the index of a tuple must be known at comptime');
    return fieldAddress(env, object, whole, at, String(at), whole.elements[at]!.type, node);
  }
  const { isConst, isVolatile, isAllowzero, align } = object.type as PointerType;
  const value =
    object.value?.kind === 'pointer' && at !== undefined && at < limit
      ? arrayElement(env, object.value, whole.child, at, node)
      : undefined;
  const place: Place = {
    kind: 'index',
    type: whole.child,
    node,
    base: { kind: 'array', place: placeOf(object, whole, node, true) },
    index: toIr(index),
    checked: true,
  };
  return addressOfPlace(
    place,
    env.cx.pool.pointer(whole.child, {
      isConst,
      isVolatile,
      isAllowzero,
      align: elementAlign(env, align, whole.child, at, node),
    }),
    node,
    value,
  );
}

function behindPointer(env: Env, pointer: Operand, type: PointerType, index: Operand, node: ast.Node): Operand {
  const at = knownIndex(index);
  let value: PointerValue | undefined;
  if (at !== undefined && pointer.value?.kind === 'slice') {
    if (at >= pointer.value.length + (type.sentinel ? 1 : 0)) {
      if (env.mode !== 'runtime') fail(env, node, `index ${at} outside of a slice of ${pointer.value.length}`);
    } else value = elementsOn(env, pointer.value.pointer, at, type.child, node);
  } else if (at !== undefined && pointer.value?.kind === 'pointer')
    value = elementsOn(env, pointer.value, at, type.child, node);
  const place: Place = {
    kind: 'index',
    type: type.child,
    node,
    base: { kind: 'pointer', pointer: toIr(pointer) },
    index: toIr(index),
    checked: type.size === 'slice',
  };
  const { isConst, isVolatile } = type;
  const isAllowzero = type.isAllowzero && type.size !== 'c';
  return addressOfPlace(
    place,
    env.cx.pool.pointer(type.child, {
      isConst,
      isVolatile,
      isAllowzero,
      align: elementAlign(env, type.align, type.child, at, node),
    }),
    node,
    value,
  );
}

// ---------------------------------------------------------------- object.name

export function analyseFieldAccess(env: Env, node: ast.FieldAccess, location: ResultLocation): Operand {
  const object = expr(env, node.object, REF);
  if (isUnknown(object)) return unknownOperand(env, node, 'the object could not be analysed');
  if (isNoReturn(object)) return object;
  const owner = memberOwner(env, object, node);
  if (isUnknownC(owner)) return unknownCType(env, owner, node.name.text, node, location);
  const found =
    member(env, object, node.name.text, node) ??
    missingMember(env, memberOwner(env, object, node), node, `no field or member \`${node.name.text}\``);
  if (location.kind === 'ref')
    return found.isAddress
      ? found.operand
      : found.operand.value
        ? constantRef(env, found.operand)
        : materialise(env, found.operand, node);
  return found.isAddress ? deref(env, found.operand, node) : found.operand;
}

/** Fails for a member that a type does not have; one that the library of another version has is told as such. */
export function missingMember(env: Env, owner: Type, node: ast.FieldAccess, message: string): never {
  const file = 'container' in owner ? owner.container.file : undefined;
  const foreign =
    file?.origin === 'std' && env.file.origin === 'user'
      ? foreignDeclaration(file.qualifiedName, node.name.text, node, env.file.source.root)
      : undefined;
  if (foreign !== undefined) throw new ForeignLibraryFailure(foreign, env, node);
  return fail(env, node, `${message} in \`${typeName(owner)}\``);
}

/** A member: the address of a field, or a value (a declaration, a length, an error of a set). */
export interface Member {
  readonly operand: Operand;
  readonly isAddress: boolean;
}
const valueMember = (operand: Operand): Member => ({ operand, isAddress: false });
const addressMember = (operand: Operand): Member => ({ operand, isAddress: true });

/** A length that the type says. What computes the object runs nevertheless, where that can be noticed. */
function lengthMember(env: Env, object: Operand, length: number, node: ast.Node): Member {
  const count = known(T.usize, intValue(length), node);
  if (env.mode !== 'runtime' || object.ir === undefined || !isNoticeable(object.ir)) return valueMember(count);
  const { ir } = object;
  const isTemporary = ir.kind === 'addressOf' && ir.place.kind === 'temporary';
  const dropped = { kind: 'discard', expr: isTemporary ? ir.place.init : ir, node } as const;
  return valueMember({ ...count, ir: sequence([dropped], toIr(count), node, count.value) });
}

export function memberOwner(env: Env, object: Operand, node: ast.Node): Type {
  const type = (object.type as PointerType).child;
  if (type.kind !== 'type') return type;
  const value = deref(env, object, node).value;
  return value?.kind === 'type' ? value.type : type;
}

/** The member `name` of what `object` points to, through one pointer more where it is a pointer itself. */
export function member(env: Env, object: Operand, name: string, node: ast.Node): Member | undefined {
  const type = (object.type as PointerType).child;
  if (type.kind === 'type') return typeMember(env, deref(env, object, node), name, node);
  if (type.kind === 'pointer' && type.size === 'slice') return sliceMember(env, object, type, name, node);
  if (type.kind === 'pointer' && type.size !== 'many') {
    if (type.child.kind === 'array' && name === 'len') return lengthMember(env, object, type.child.length, node);
    if (type.child.kind === 'array' && name === 'ptr')
      return valueMember(
        coerce(
          env,
          deref(env, object, node),
          env.cx.pool.pointer(type.child.child, { size: 'many', isConst: type.isConst, sentinel: type.child.sentinel }),
          node,
        ),
      );
    if (type.child.kind === 'pointer' && type.child.size !== 'slice') return undefined;
    return storedMember(env, deref(env, object, node), name, node);
  }
  return storedMember(env, object, name, node);
}

/** A member of an object in storage; `pointer` is its address. */
function storedMember(env: Env, pointer: Operand, name: string, node: ast.Node): Member | undefined {
  const type = (pointer.type as PointerType).child;
  switch (type.kind) {
    case 'array':
      return name === 'len' ? lengthMember(env, pointer, type.length, node) : undefined;
    case 'vector':
      return name === 'len' ? lengthMember(env, pointer, type.length, node) : undefined;
    case 'type':
      return typeMember(env, deref(env, pointer, node), name, node);
    case 'pointer':
      return type.size === 'slice' ? sliceMember(env, pointer, type, name, node) : undefined;
    case 'tuple': {
      if (name === 'len') return lengthMember(env, pointer, type.elements.length, node);
      const index = /^(0|[1-9][0-9]*)$/.test(name) ? Number(name) : -1;
      const element = type.elements[index];
      return element && addressMember(fieldAddress(env, pointer, type, index, name, element.type, node));
    }
    case 'struct':
    case 'union': {
      const index = fieldIndex(env, type, name, node);
      if (index >= 0) {
        const field = ensureFields(env, type, node)[index]!;
        if ('isComptime' in field && field.isComptime && field.defaultValue)
          return valueMember(known(field.type, field.defaultValue, node));
        return addressMember(fieldAddress(env, pointer, type, index, name, field.type, node));
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

/** A known pointer to a field. */
function knownField(
  env: Env,
  pointer: PointerValue,
  container: Type,
  index: number,
  node: ast.Node,
): PointerValue | undefined {
  const step: PathStep = { kind: 'field', index };
  if (pointer.base.kind !== 'integer') return extendPointer(castPointer(env, pointer, container, node), step);
  const offset = stepOffset(env, container, step, node);
  return offset === undefined ? undefined : offsetAddress(pointer, offset);
}

/** The address of a field. */
export function fieldAddress(
  env: Env,
  pointer: Operand,
  container: Type,
  index: number,
  name: string,
  type: Type,
  node: ast.Node,
): Operand {
  const { isConst, isVolatile } = pointer.type as PointerType;
  const fixed = container.kind === 'tuple' ? container.elements[index]?.value : undefined;
  if (fixed) return constantRef(env, known(type, fixed, node));
  const value = pointer.value?.kind === 'pointer' ? knownField(env, pointer.value, container, index, node) : undefined;
  const place: Place = {
    kind: 'fieldPlace',
    type,
    node,
    base: placeOf(pointer, container, node, true),
    container,
    name,
    index,
  };
  if (value && env.mode !== 'runtime' && container.kind === 'union')
    checkActive(env, pointer.value as PointerValue, container, index, node);
  return addressOfPlace(
    place,
    env.cx.pool.pointer(type, {
      ...fieldPointer(env, pointer.type as PointerType, container, index, node),
      isConst,
      isVolatile,
    }),
    node,
    value,
  );
}

/** At comptime a read of another union field than the active one is an error. */
function checkActive(
  env: Env,
  pointer: PointerValue,
  type: Extract<Type, { kind: 'union' }>,
  index: number,
  node: ast.Node,
): void {
  const value = loadPointer(env, pointer, type, node);
  if (value?.kind === 'union' && value.field !== index && type.layout === 'auto')
    fail(env, node, 'access of an inactive union field');
}

function sliceMember(env: Env, object: Operand, type: PointerType, name: string, node: ast.Node): Member | undefined {
  if (name !== 'len' && name !== 'ptr') return undefined;
  const index = name === 'ptr' ? 0 : 1;
  const memberType =
    index === 0
      ? env.cx.pool.pointer(type.child, {
          size: 'many',
          isConst: type.isConst,
          isVolatile: type.isVolatile,
          sentinel: type.sentinel,
          align: type.align,
        })
      : T.usize;
  const whole = object.value?.kind === 'pointer' ? loadPointer(env, object.value, type, node) : undefined;
  const value: Value | undefined =
    whole?.kind === 'slice' ? (index === 0 ? whole.pointer : intValue(whole.length)) : undefined;
  if (value && env.mode === 'comptime' && (object.value as PointerValue).base.kind !== 'allocation')
    return valueMember(known(memberType, value, node));
  return addressMember(fieldAddress(env, object, type, index, name, memberType, node));
}

/** A member of a type: a declaration, a tag, an error. */
function typeMember(env: Env, operand: Operand, name: string, node: ast.Node): Member | undefined {
  if (operand.value?.kind !== 'type') return undefined;
  const { type } = operand.value;
  if (type.kind === 'unknown') return valueMember(unknownOperand(env, node, 'the type could not be analysed'));
  if (isErrorSet(type)) {
    const names = errorNames(env, type);
    if (names !== 'any' && !names.has(name)) return undefined;
    const set = names === 'any' ? env.cx.pool.errorSet([name]) : type;
    return valueMember(known(set, { kind: 'error', name }, node));
  }
  if (type.kind === 'enum') {
    const field = ensureFields(env, type, node).find((one) => one.name === name);
    if (field) return valueMember(known(type, { kind: 'enum', int: int.normal(field.value) }, node));
  }
  if (type.kind === 'union') {
    const index = fieldIndex(env, type, name, node);
    if (index >= 0)
      return valueMember(
        coerce(env, known(T.enumLiteral, { kind: 'enumLiteral', name }, node), type.tag ?? type, node),
      );
  }
  if (type.kind === 'tuple' && type.elements.length === 0) return undefined;
  if (!('container' in type)) return undefined;
  const decl = findDecl(env.cx, type.container as ContainerRecord, name);
  if (!decl) return undefined;
  return addressMember(declOperand(env, decl, node, true));
}
