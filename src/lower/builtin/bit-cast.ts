/** `@bitCast`: between integers, floats, packed structs; anything else of one size by `transmute`. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { ArrayType, IntType, Type, VectorType } from '../../parse/ir/types.js';
import { runtimeItem, runtimeTrait, type Scope, unported } from '../context.js';
import { lowerExpr } from '../expr.js';
import { floatPath } from '../float.js';
import { nativeInt } from '../integer.js';
import { type Lowered, mapLowered } from '../lowered.js';
import { typeSegments } from '../names/paths.js';
import { rawType } from '../type.js';
import { unsafe } from '../unsafe-mark.js';
import { isSameWide, isWide, truncatedWide, wideFromBytes, wideToBytes } from '../wide.js';
import { argument } from './arguments.js';
import { bitsOfVector, vectorFromInteger, vectorToInteger } from './bit-cast-vector.js';
import { enumFromInt, intFromEnum } from './enum.js';

export function bitCast(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  return mapLowered(lowerExpr(operand, scope), (value) => {
    if (operand.type.kind === 'vector' && isLanesOf(operand.type, expr.type)) return rust.method(value, 'to_array');
    if (expr.type.kind === 'vector' && isLanesOf(expr.type, operand.type))
      return rust.call(rust.path(...runtimeItem(scope, 'vector', 'Vector')), [value]);
    if (operand.type.kind === 'int' && isWide(operand.type) && isBytes(expr.type))
      return wideToBytes(value, operand.type, expr.node);
    if (expr.type.kind === 'int' && isWide(expr.type) && isBytes(operand.type))
      return wideFromBytes(value, expr.type, scope);
    const bits = toInteger(value, operand.type, scope);
    const target = bits === undefined ? undefined : fromInteger(bits.value, bits.type, expr.type, scope);
    return target ?? transmute(value, operand.type, expr, scope);
  });
}

/** Whether an array has what a vector has for lanes. */
function isLanesOf(vector: VectorType, array: Type): boolean {
  return array.kind === 'array' && array.child === vector.child;
}

function isBytes(type: Type): boolean {
  return type.kind === 'array' && type.child.kind === 'int' && type.child.bits === 8;
}

/** The bits of a value as an integer of its width. */
export function toInteger(
  value: Expr,
  type: Type,
  scope: Scope,
): { readonly value: Expr; readonly type: IntType } | undefined {
  switch (type.kind) {
    case 'int':
      return { value, type };
    case 'float':
      return { value: rust.method(value, 'to_bits'), type: unsigned(type.bits) };
    case 'bool':
      return { value: rust.call(rust.path('u8', 'from'), [value]), type: unsigned(1) };
    case 'enum':
      return type.tagType?.kind === 'int' ? { value: intFromEnum(value, type, scope), type: type.tagType } : undefined;
    case 'struct':
      return type.layout === 'packed' && type.backingInt !== undefined
        ? { value: rust.tupleField(value, 0), type: type.backingInt }
        : undefined;
    case 'vector': {
      const whole = bitsOfVector(type);
      const bits = whole === undefined ? undefined : vectorToInteger(value, type, whole, scope);
      return whole === undefined || bits === undefined ? undefined : { value: bits, type: whole };
    }
    case 'array': {
      const whole = byteWidth(type);
      return whole && { value: rust.call(rust.path(whole.name, 'from_ne_bytes'), [value]), type: whole };
    }
    default:
      return undefined;
  }
}

/** The integer that an array of bytes has the width of. */
function byteWidth(type: ArrayType): IntType | undefined {
  const isBytes = type.child.kind === 'int' && type.child.bits === 8 && !type.child.signed;
  const whole = unsigned(type.length * 8);
  return isBytes && type.length > 0 && type.length <= 16 && nativeInt(whole)?.isExact === true ? whole : undefined;
}

function unsigned(bits: number): IntType {
  return { kind: 'int', id: -1, signed: false, bits, name: `u${bits}` };
}

/** A value of a type from the integer of its bits. */
export function fromInteger(value: Expr, from: IntType, to: Type, scope: Scope): Expr | undefined {
  switch (to.kind) {
    case 'int':
      return reinterpret(value, from, to, scope);
    case 'float': {
      return rust.call(rust.path(...floatPath(to, scope), 'from_bits'), [
        reinterpret(value, from, unsigned(to.bits), scope),
      ]);
    }
    case 'bool':
      return rust.binary('!=', value, rust.int(0));
    case 'enum':
      return to.tagType?.kind === 'int'
        ? enumFromInt(reinterpret(value, from, to.tagType, scope), to, scope)
        : undefined;
    case 'struct': {
      if (to.layout !== 'packed' || to.backingInt === undefined) return undefined;
      return rust.call(rust.path(...typeSegments(to, scope)), [reinterpret(value, from, to.backingInt, scope)]);
    }
    case 'vector': {
      const whole = bitsOfVector(to);
      return whole === undefined
        ? undefined
        : vectorFromInteger(reinterpret(value, from, whole, scope), whole, to, scope);
    }
    case 'array': {
      const whole = byteWidth(to);
      return whole && rust.method(reinterpret(value, from, whole, scope), 'to_ne_bytes');
    }
    default:
      return undefined;
  }
}

/** The same bits at another sign. */
function reinterpret(value: Expr, from: IntType, to: IntType, scope: Scope): Expr {
  const [source, target] = [nativeInt(from), nativeInt(to)];
  if (source === undefined || target === undefined)
    return isSameWide(from, to) ? value : truncatedWide(value, from, to, scope);
  if (source.name === target.name) return value;
  if (target.isExact) return rust.cast(value, rawType(to, scope));
  runtimeTrait(scope, 'int', 'OddInt');
  return rust.method(
    value,
    'truncate_to',
    [],
    [rust.typePath(target.name), { kind: 'const', value: rust.int(to.bits, 'u32') }],
  );
}

/** The sorts of scalars in plain data, in memory order; undefined where some bits mean nothing, or less than their type says. */
function plainParts(type: Type): readonly ('data' | 'pointer')[] | undefined {
  switch (type.kind) {
    case 'int':
      return nativeInt(type)?.isExact === true ? ['data'] : undefined;
    case 'float':
      // Ten of the sixteen bytes of an f80 are bits.
      return type.bits === 80 ? undefined : ['data'];
    case 'pointer':
      return type.size === 'slice' || type.child.kind === 'fn' ? undefined : ['pointer'];
    case 'array':
    case 'vector': {
      const element = plainParts(type.child);
      return element?.includes('pointer') === true
        ? Array.from({ length: type.length }, () => element).flat()
        : element;
    }
    case 'struct': {
      if (type.layout === 'packed') return type.backingInt && plainParts(type.backingInt);
      if (type.layout !== 'extern') return undefined;
      const fields = (type.fields ?? []).map((field) => plainParts(field.type));
      return fields.includes(undefined) ? undefined : fields.flatMap((parts) => parts ?? []);
    }
    default:
      return undefined;
  }
}

/** Between types of plain data; a pointer stays a pointer, since a number has no provenance. */
function canTransmute(from: Type, to: Type): boolean {
  const [source, target] = [plainParts(from), plainParts(to)];
  if (source === undefined || target === undefined) return false;
  if (!source.includes('pointer') && !target.includes('pointer')) return true;
  return source.length === target.length && source.every((part, index) => part === target[index]);
}

function transmute(value: Expr, from: Type, expr: ir.BuiltinExpr, scope: Scope): Expr {
  if (!canTransmute(from, expr.type)) return unported('@bitCast between these types', expr.node);
  const generics = [from, expr.type].map((type) => ({ kind: 'type' as const, type: rawType(type, scope) }));
  const callee = rust.path(...scope.module.imports.use('core', 'mem'), { name: 'transmute', generics });
  return unsafe('transmute', rust.call(callee, [value]), scope, expr.node);
}
