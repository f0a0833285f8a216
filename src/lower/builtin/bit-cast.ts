/** `@bitCast`: between integers, floats, packed structs; anything else of one size by `transmute`. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { IntType, Type } from '../../parse/ir/types.js';
import { runtimeTrait, type Scope, unported } from '../context.js';
import { lowerExpr } from '../expr.js';
import { floatPath, isPortedFloat } from '../float.js';
import { nativeInt } from '../integer.js';
import { type Lowered, mapLowered } from '../lowered.js';
import { typeSegments } from '../names/paths.js';
import { rawType } from '../type.js';
import { unsafe } from '../unsafe-mark.js';
import { argument } from './arguments.js';
import { enumFromInt, intFromEnum } from './enum.js';

export function bitCast(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  return mapLowered(lowerExpr(operand, scope), (value) => {
    const bits = toInteger(value, operand.type, scope);
    const target = bits === undefined ? undefined : fromInteger(bits.value, bits.type, expr.type, scope);
    return target ?? transmute(value, operand.type, expr, scope);
  });
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
      if (!isPortedFloat(type)) return undefined;
      return { value: rust.method(value, 'to_bits'), type: unsigned(type.bits) };
    case 'bool':
      return { value: rust.call(rust.path('u8', 'from'), [value]), type: unsigned(1) };
    case 'enum':
      return type.tagType?.kind === 'int' ? { value: intFromEnum(value, type, scope), type: type.tagType } : undefined;
    case 'struct':
      return type.layout === 'packed' && type.backingInt !== undefined
        ? { value: rust.tupleField(value, 0), type: type.backingInt }
        : undefined;
    default:
      return undefined;
  }
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
      if (!isPortedFloat(to)) return undefined;
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
    default:
      return undefined;
  }
}

/** The same bits at another sign. */
function reinterpret(value: Expr, from: IntType, to: IntType, scope: Scope): Expr {
  const [source, target] = [nativeInt(from), nativeInt(to)];
  if (source === undefined || target === undefined) return unported('integers beyond 128 bits');
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

function isPlainData(type: Type): boolean {
  switch (type.kind) {
    case 'int':
      return nativeInt(type)?.isExact === true;
    case 'float':
      return isPortedFloat(type);
    case 'array':
      return isPlainData(type.child);
    case 'struct':
      return type.layout === 'extern' && (type.fields ?? []).every((field) => isPlainData(field.type));
    default:
      return false;
  }
}

function transmute(value: Expr, from: Type, expr: ir.BuiltinExpr, scope: Scope): Expr {
  if (!isPlainData(from) || !isPlainData(expr.type)) return unported('@bitCast between these types', expr.node);
  const generics = [from, expr.type].map((type) => ({ kind: 'type' as const, type: rawType(type, scope) }));
  const callee = rust.path(...scope.module.imports.use('core', 'mem'), { name: 'transmute', generics });
  return unsafe('transmute', rust.call(callee, [value]), scope, expr.node);
}
