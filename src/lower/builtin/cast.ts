/** Casts. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { FloatType, IntType, PointerType, Type } from '../../parse/ir/types.js';
import { isComptimeNumber } from '../analysis/number-types.js';
import { widened } from '../compare.js';
import { lowerComptimeNumber } from '../comptime-number.js';
import { runtimePath, runtimeTrait, type Scope, unported } from '../context.js';
import { lowerExpr } from '../expr.js';
import { convertFloat, floatFromInteger } from '../float.js';
import { functionFromAddress } from '../function-pointer.js';
import { isWidening, type NativeInt, nativeInt } from '../integer.js';
import { type Lowered, mapLowered, pure } from '../lowered.js';
import { pointersOf } from '../optional.js';
import { asRaw, castPointer, nullable } from '../pointer-cast.js';
import { checkAlignment, isAddressChecked, pointerFromAddress } from '../pointer-check.js';
import { rawType } from '../type.js';
import { intCastWide, isWide, truncatedWide } from '../wide.js';
import { argument } from './arguments.js';
import { bitCast } from './bit-cast.js';
import type { BuiltinTable } from './builtin.js';
import { enumFromInt, intFromEnum, tagNameOf } from './enum.js';
import { lowerErrorCast } from './error-cast.js';
import { lanewise, lowerLanewise } from './lanes.js';

export const castBuiltins: BuiltinTable = {
  as: (expr, scope) => lowerExpr(argument(expr, 0), scope),
  intCast: lowerIntCast,
  truncate: lowerTruncate,
  bitCast,
  intFromBool: lanewise((value, _from, to) => {
    const target = to.kind === 'int' ? (nativeInt(to)?.name ?? 'u8') : 'u8';
    return rust.call(rust.path(target, 'from'), [value]);
  }),
  intFromEnum: (expr, scope) => {
    const operand = argument(expr, 0);
    return mapLowered(lowerExpr(operand, scope), (value) => intFromEnum(value, operand.type, scope));
  },
  enumFromInt: lowerEnumFromInt,
  tagName: lowerTagName,
  errorName: lowerTagName,
  errorCast: lowerErrorCast,
  floatFromInt: (expr, scope) => {
    const operand = argument(expr, 0);
    if (isComptimeNumber(operand.type) && expr.type.kind === 'float')
      return pure(lowerComptimeNumber(expr, expr.type, scope));
    return lowerLanewise(
      expr,
      (value, from, to) =>
        isWide(from)
          ? unported('a float from an integer beyond 128 bits', expr.node)
          : floatFromInteger(value, from, asFloat(to, expr), scope),
      scope,
    );
  },
  floatCast: lowerFloatCast,
  intFromFloat: lowerIntFromFloat,
  ptrCast: lowerPointerCast,
  alignCast: lowerAlignCast,
  constCast: lowerConstCast,
  volatileCast: (expr, scope) => lowerExpr(argument(expr, 0), scope),
  intFromPtr: lowerIntFromPtr,
  ptrFromInt: lowerPtrFromInt,
};

function asFloat(type: Type, expr: ir.BuiltinExpr): FloatType {
  return type.kind === 'float' ? type : unported('this float type', expr.node);
}

function asInteger(type: Type, expr: ir.BuiltinExpr): IntType {
  return type.kind === 'int' ? type : unported(`@${expr.name} of ${type.kind}`, expr.node);
}

function lowerIntCast(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const first = argument(expr, 0);
  if (isComptimeNumber(first.type) && expr.type.kind === 'int')
    return pure(lowerComptimeNumber(first, expr.type, scope));
  return lowerLanewise(
    expr,
    (value, from, to) => intCast(value, asInteger(from, expr), asInteger(to, expr), scope),
    scope,
  );
}

/** A checked conversion between integer types. */
export function intCast(value: Expr, from: IntType, to: IntType, scope: Scope): Expr {
  if (isWidening(from, to)) return widened(value, from, to, scope);
  const [source, target] = [nativeInt(from), nativeInt(to)];
  if (source === undefined || target === undefined) return intCastWide(value, from, to, scope);
  if (target.isExact) return rust.method(rust.call(rust.path(target.name, 'try_from'), [value]), 'unwrap');
  return atWidthOf(value, 'int_cast', to, target, scope);
}

/** A method of the runtime's integers that gives another type at a width. */
function atWidthOf(value: Expr, name: string, to: IntType, target: NativeInt, scope: Scope): Expr {
  runtimeTrait(scope, 'int', 'OddInt');
  const width = { kind: 'const' as const, value: rust.int(to.bits, 'u32') };
  return rust.method(value, name, [], [rust.typePath(target.name), width]);
}

function lowerTruncate(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  return lowerLanewise(
    expr,
    (value, from, type) => {
      const [source, to] = [asInteger(from, expr), asInteger(type, expr)];
      const target = nativeInt(to);
      if (target === undefined || nativeInt(source) === undefined) return truncatedWide(value, source, to, scope);
      if (nativeInt(source)?.name === target.name && source.bits === to.bits) return value;
      if (target.isExact) return rust.cast(value, rawType(to, scope));
      return atWidthOf(value, 'truncate_to', to, target, scope);
    },
    scope,
  );
}

function lowerEnumFromInt(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  if (expr.type.kind !== 'enum' || expr.type.tagType?.kind !== 'int')
    return unported('@enumFromInt of this enum', expr.node);
  const tag = expr.type.tagType;
  const from = operand.type;
  if (isComptimeNumber(from)) return pure(enumFromInt(lowerComptimeNumber(operand, tag, scope), expr.type, scope));
  if (from.kind !== 'int') return unported('@enumFromInt of this', expr.node);
  return mapLowered(lowerExpr(operand, scope), (value) =>
    enumFromInt(tagFromInt(value, from, tag, scope), expr.type, scope),
  );
}

/** An integer as the integer of an enum; one that is too great for it is no value of the enum. */
function tagFromInt(value: Expr, from: IntType, tag: IntType, scope: Scope): Expr {
  if (isWidening(from, tag)) return widened(value, from, tag, scope);
  const [source, target] = [nativeInt(from), nativeInt(tag)];
  if (source === undefined || target === undefined) return unported('integers beyond 128 bits');
  const invalid = rust.path(...runtimePath(scope, 'trap', 'invalid_enum_value'));
  const trap = (ignored: readonly string[]) => rust.closure(ignored, rust.call(invalid, []));
  if (target.isExact)
    return rust.method(rust.call(rust.path(target.name, 'try_from'), [value]), 'unwrap_or_else', [trap(['_'])]);
  return rust.method(atWidthOf(value, 'try_cast', tag, target, scope), 'unwrap_or_else', [trap([])]);
}

function lowerTagName(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  return mapLowered(lowerExpr(operand, scope), (value) =>
    rust.method(tagNameOf(value, operand.type, scope), 'as_bytes'),
  );
}

function lowerFloatCast(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  const { type } = expr;
  if (isComptimeNumber(operand.type) && type.kind === 'float') return pure(lowerComptimeNumber(expr, type, scope));
  if (operand.type === type) return lowerExpr(operand, scope);
  return lowerLanewise(
    expr,
    (value, from, to) => convertFloat(value, asFloat(from, expr), asFloat(to, expr), scope),
    scope,
  );
}

function lowerIntFromFloat(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  return lowerLanewise(
    expr,
    (value, from, to) => {
      const target = to.kind === 'int' ? nativeInt(to) : undefined;
      if (to.kind !== 'int' || target === undefined || from.kind !== 'float')
        return unported('@intFromFloat of this', expr.node);
      runtimeTrait(scope, 'int', 'IntFromFloat');
      const generics = [rust.typePath(target.name), { kind: 'const' as const, value: rust.int(to.bits, 'u32') }];
      return rust.method(value, 'int_from_float', [], generics);
    },
    scope,
  );
}

function lowerPointerCast(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  return mapLowered(lowerExpr(operand, scope), (value) => castPointer(value, operand, expr.type, scope));
}

function lowerAlignCast(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  const lowered = lowerExpr(operand, scope);
  const { type } = expr;
  const from = operand.type;
  if (type.kind !== 'pointer') return lowered;
  const inner = nullable(from);
  if (inner !== undefined)
    return mapLowered(lowered, (value) =>
      checkAlignment(castPointer(value, operand, inner, scope), inner, type, scope),
    );
  if (from.kind !== 'pointer') return unported('@alignCast of this', expr.node);
  const repr = scope.crate.representation.expr(expr);
  if (repr.kind === 'pointer' && repr.mode !== 'raw') return lowered;
  return mapLowered(lowered, (value) => checkAlignment(asRaw(value, operand, scope), from, type, scope));
}

function lowerConstCast(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  const lowered = lowerExpr(operand, scope);
  if (operand.type.kind !== 'pointer' || !operand.type.isConst) return lowered;
  const repr = scope.crate.representation.expr(operand);
  const isRaw = repr.kind !== 'pointer' || repr.mode === 'raw';
  if (!isRaw) return unported('@constCast of a reference', expr.node);
  return mapLowered(lowered, (value) => {
    const raw = asRaw(value, operand, scope);
    return operand.type.kind === 'pointer' && operand.type.size === 'slice'
      ? rust.cast(raw, rawType(expr.type, scope))
      : rust.method(raw, 'cast_mut');
  });
}

function lowerIntFromPtr(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  if (operand.type.kind === 'vector')
    return lowerLanewise(expr, (value, from) => addressIn(value, from, expr, scope), scope);
  if (operand.type.kind !== 'pointer')
    return mapLowered(lowerExpr(operand, scope), (value) => addressIn(value, operand.type, expr, scope));
  if (operand.type.child.kind === 'fn')
    return mapLowered(lowerExpr(operand, scope), (value) =>
      // rustc warns of a function that becomes a number at once.
      rust.cast(rust.cast(value, rust.constPointerType(rust.unitType)), rust.usizeType),
    );
  return mapLowered(lowerExpr(operand, scope), (value) => {
    const raw = asRaw(value, operand, scope);
    return rust.method(
      operand.type.kind === 'pointer' && operand.type.size === 'slice'
        ? rust.method(raw, 'cast', [], [rust.u8Type])
        : raw,
      'expose_provenance',
    );
  });
}

/** The address that a raw pointer or an optional one holds. */
function addressIn(value: Expr, type: Type, expr: ir.BuiltinExpr, scope: Scope): Expr {
  if (type.kind === 'pointer' && type.size !== 'slice' && type.child.kind !== 'fn')
    return rust.method(value, 'expose_provenance');
  if (nullable(type) === undefined) return unported('@intFromPtr of this', expr.node);
  const pointers = pointersOf(value, scope);
  return rust.method(pointers, 'map_or', [
    rust.int(0, 'usize'),
    rust.mapping('pointer', rust.method(rust.path('pointer'), 'expose_provenance')),
  ]);
}

function lowerPtrFromInt(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  return lowerLanewise(expr, (value, from, to) => pointerAt(value, from, to, expr, scope), scope);
}

function pointerAt(value: Expr, from: Type, type: Type, expr: ir.BuiltinExpr, scope: Scope): Expr {
  const pointer = type.kind === 'pointer' ? type : nullable(type);
  if (pointer === undefined) return unported('@ptrFromInt to this', expr.node);
  const { child } = pointer;
  if (child.kind === 'fn') return functionFromAddress(value, child, scope);
  const isOptional = type.kind === 'optional';
  const raw = rawPointerAt(value, from, pointer, isOptional, expr, scope);
  return isOptional ? rust.call(rust.path(...scope.module.imports.use('core', 'ptr', 'NonNull'), 'new'), [raw]) : raw;
}

function rawPointerAt(
  value: Expr,
  from: Type,
  pointer: PointerType,
  isOptional: boolean,
  expr: ir.BuiltinExpr,
  scope: Scope,
): Expr {
  // A signed number becomes a C pointer by its bits.
  const address = from.kind === 'int' && from.signed ? rust.cast(value, rust.usizeType) : value;
  const isKnown = argument(expr, 0).value !== undefined;
  if (!isKnown && isAddressChecked(pointer, isOptional)) return pointerFromAddress(address, pointer, isOptional, scope);
  const maker = pointer.isConst && !isOptional ? 'with_exposed_provenance' : 'with_exposed_provenance_mut';
  const callee = rust.path(...scope.module.imports.use('core', 'ptr'), {
    name: maker,
    generics: [{ kind: 'type', type: rawType(pointer.child, scope) }],
  });
  return rust.call(callee, [address]);
}
