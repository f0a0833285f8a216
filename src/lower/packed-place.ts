/**
 * Places inside packed structs. They are bits of an integer, so Rust has no place for them: they are read by getters and written by
 * setters; a field of a packed struct inside a packed struct is written by reading the inner struct, changing it, and writing it back.
 *
 * A Zig pointer to such bits knows their position by its type. In Rust it is a raw pointer to the integer around them, its host: what
 * it points to is a shift and a mask away, and the pointer to the whole struct is the same address.
 */
import * as rust from '../emit/build.js';
import type { Expr, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { IntType, PointerType, StructType } from '../parse/ir/types.js';
import { mayChange } from './analysis/disturbance.js';
import { effectsOf } from './analysis/effects.js';
import { rootLocal } from './analysis/walk.js';
import { arithmetic } from './arithmetic.js';
import { type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { withoutDeref } from './index-place.js';
import { nativeInt } from './integer.js';
import { noteMutation } from './local.js';
import { type Lowered, mapLowered } from './lowered.js';
import { backingInt, bitSizeOf, hostInt, isBitPointer, type PackedField } from './packed.js';
import { fieldFromBits, withField } from './packed-bits.js';
import { lowerPlace, staticReceiver } from './place.js';
import { stabilise } from './stable-place.js';
import { rawPointee } from './type.js';
import { isUnaligned, readUnaligned, writeUnaligned } from './unaligned.js';
import { unsafe } from './unsafe-mark.js';
import { isSameWide, isWide } from './wide.js';

type PackedFieldPlace = ir.FieldPlace & { readonly container: StructType };
type BitPointerPlace = ir.DerefPlace & { readonly pointer: { readonly type: PointerType } };
type BitPlace = PackedFieldPlace | BitPointerPlace;

function isPackedField(place: ir.Place): place is PackedFieldPlace {
  return place.kind === 'fieldPlace' && place.container.kind === 'struct' && place.container.layout === 'packed';
}

function isBehindBitPointer(place: ir.Place): place is BitPointerPlace {
  return place.kind === 'deref' && isBitPointer(place.pointer.type);
}

/** Whether the place is a matter of bits. */
export function isBitPlace(place: ir.Place): place is BitPlace {
  return isPackedField(place) || isBehindBitPointer(place);
}

/** The value of the bits behind a pointer. */
export function readBitPointer(place: ir.DerefPlace, scope: Scope): Lowered {
  const { pointer } = place;
  if (!isBitPointer(pointer.type)) return unported('a pointer to bits that is none', place.node);
  const { type } = pointer;
  return mapLowered(lowerExpr(pointer, scope), (address) => {
    const value = fieldFromBits(readHost(address, type, scope, place), type.child, bitsOf(type), hostInt(type), scope);
    return value ?? unported(`bits of type ${type.child.kind}`, place.node);
  });
}

function bitsOf(type: PointerType): PackedField {
  return { offset: type.bitOffset, bits: bitSizeOf(type.child) ?? unported(`bits of type ${type.child.kind}`) };
}

function isAlignedHost(type: PointerType): boolean {
  const host = nativeInt(hostInt(type));
  return type.align === 0 || host === undefined || type.align * 8 >= Number(host.name.slice(1));
}

function readHost(address: Expr, type: PointerType, scope: Scope, place: ir.Place): Expr {
  const read = isAlignedHost(type) ? rust.deref(address) : rust.method(address, 'read_unaligned');
  return unsafe('rawDeref', read, scope, place.node);
}

function writeHost(address: Expr, value: Expr, type: PointerType, scope: Scope, place: ir.Place): Statement {
  return isAlignedHost(type)
    ? rust.exprStmt(rust.assign(unsafe('rawDeref', rust.deref(address), scope, place.node), value))
    : rust.exprStmt(unsafe('rawDeref', rust.method(address, 'write_unaligned', [value]), scope, place.node));
}

/** `place = value`, `place op= value` for a place of bits. */
export function storeBits(
  place: BitPlace,
  value: ir.Expr,
  operator: ir.ArithmeticOperator | undefined,
  scope: Scope,
): readonly Statement[] {
  const isReadFirst = isBehindBitPointer(place) || isBitPlace(place.base);
  const { pre, stable } = isReadFirst ? stabilise(place, scope) : { pre: [], stable: place };
  if (!isBitPlace(stable)) return unported('bits that are none', place.node);
  const right = lowerExpr(value, scope);
  // What is read for its other bits is read after the value is known, and a setter borrows what the value may borrow too.
  const isHoisted = isReadFirst ? effectsOf(value).writes : mayChange(value, place, scope);
  const name = isHoisted ? scope.body.names.temporary('value') : undefined;
  const hoisted = name === undefined ? right.pre : [...right.pre, rust.let_(name, right.expr)];
  const given = name === undefined ? right.expr : rust.path(name);
  const stored = (current: () => Expr): Expr =>
    operator === undefined ? given : arithmetic(operator, place.type, current(), given, value, scope);
  return [...pre, ...hoisted, ...writeBits(stable, stored, scope)];
}

/** The statements that write a place of bits whose operands are evaluated. `stored` makes the value from the current one. */
function writeBits(place: BitPlace, stored: (current: () => Expr) => Expr, scope: Scope): readonly Statement[] {
  if (isBehindBitPointer(place)) return writeBehindPointer(place, stored, scope);
  backingInt(place.container, place.node);
  const { pre, owner, writeBack } = editable(place.base, scope);
  const name = scope.crate.names.field(place.container, place.index);
  const value = stored(() => rust.method(owner, name));
  return [...pre, rust.exprStmt(rust.method(owner, `set_${name}`, [value])), ...writeBack];
}

interface Editable {
  readonly pre: readonly Statement[];
  /** A packed struct in storage: its setters may be called. */
  readonly owner: Expr;
  readonly writeBack: readonly Statement[];
}

/** A packed struct where it lies; one inside of another as a copy that is written back. */
function editable(place: ir.Place, scope: Scope): Editable {
  if (!isBitPlace(place)) {
    const { pre, expr } = lowerPlace(place, 'borrowMut', scope);
    if (!isUnaligned(place)) return { pre, owner: staticReceiver(withoutDeref(expr), true), writeBack: [] };
    const copy = scope.body.names.temporary('bits');
    return {
      pre: [...pre, rust.letMut(copy, readUnaligned(expr))],
      owner: rust.path(copy),
      writeBack: [rust.exprStmt(writeUnaligned(expr, rust.path(copy)))],
    };
  }
  if (isBehindBitPointer(place)) {
    const { pre, expr } = readBitPointer(place, scope);
    const copy = scope.body.names.temporary('bits');
    return {
      pre: [...pre, rust.letMut(copy, expr)],
      owner: rust.path(copy),
      writeBack: writeBehindPointer(place, () => rust.path(copy), scope),
    };
  }
  backingInt(place.container, place.node);
  const outer = editable(place.base, scope);
  const name = scope.crate.names.field(place.container, place.index);
  const copy = scope.body.names.temporary(name);
  const writeBack = rust.exprStmt(rust.method(outer.owner, `set_${name}`, [rust.path(copy)]));
  return {
    pre: [...outer.pre, rust.letMut(copy, rust.method(outer.owner, name))],
    owner: rust.path(copy),
    writeBack: [writeBack, ...outer.writeBack],
  };
}

function writeBehindPointer(
  place: BitPointerPlace,
  stored: (current: () => Expr) => Expr,
  scope: Scope,
): readonly Statement[] {
  const { type } = place.pointer;
  const address = lowerExpr(place.pointer, scope);
  const host = readHost(address.expr, type, scope, place);
  const current = (): Expr =>
    fieldFromBits(host, type.child, bitsOf(type), hostInt(type), scope) ?? unported('bits of this type', place.node);
  const changed = withField(host, stored(current), type.child, bitsOf(type), hostInt(type), scope);
  if (changed === undefined) return unported(`bits of type ${type.child.kind}`, place.node);
  return [...address.pre, writeHost(address.expr, changed, type, scope, place)];
}

/** The address of a field of a packed struct: that of the integer around it. */
export function bitAddress(expr: ir.AddressOf & { readonly type: PointerType }, scope: Scope): Lowered {
  const { place, type } = expr;
  let root = place;
  while (isPackedField(root)) root = root.base;
  if (isBehindBitPointer(root)) return lowerExpr(root.pointer, scope);
  const backing = root.type.kind === 'struct' ? root.type.backingInt : undefined;
  if (root === place || backing === undefined) return unported('the address of these bits', expr.node);
  const isMutable = !type.isConst;
  if (isMutable) noteMutation(rootLocal(root), scope);
  const target = lowerPlace(root, isMutable ? 'borrowMut' : 'borrow', scope);
  return mapLowered(target, (whole) => {
    const integer = rust.tupleField(withoutDeref(whole), 0);
    const address = isMutable ? rust.rawRefMut(integer) : rust.rawRefConst(integer);
    return isSameInteger(backing, hostInt(type))
      ? address
      : rust.method(address, 'cast', [], [rawPointee(type, scope)]);
  });
}

/** Whether both are one type in Rust. */
function isSameInteger(a: IntType, b: IntType): boolean {
  return isWide(a) || isWide(b) ? isSameWide(a, b) : nativeInt(a)?.name === nativeInt(b)?.name;
}
