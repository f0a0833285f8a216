/** Integers of more than 128 bits: the runtime's `WideInt`, whose methods are named as those of the odd widths. */
import * as rust from '../emit/build.js';
import type { Expr, Type as RustType } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { IntType, Type } from '../parse/ir/types.js';
import { runtimeItem, type Scope, type Site, unported } from './context.js';
import { isWidening, nativeInt } from './integer.js';

/** Whether Rust has no integer that is as wide. */
export function isWide(type: Type): boolean {
  return type.kind === 'int' && nativeInt(type) === undefined;
}

const LIMB = 64;

function limbCount(type: IntType): number {
  return Math.ceil(type.bits / LIMB);
}

/** `<256, true, 4>`. */
function parametersOf(type: IntType) {
  return [rust.int(type.bits, 'u32'), rust.bool(type.signed), rust.int(limbCount(type), 'usize')].map((value) => ({
    kind: 'const' as const,
    value,
  }));
}

/** `WideUint<256, 4>`, `WideInt<256, true, 4>`. */
export function wideType(type: IntType, site: Site): RustType {
  const [name, parameters] = namedAs(type);
  return rust.genericType(runtimeItem(site, 'wide_int', name), ...parameters);
}

function namedAs(type: IntType) {
  const [bits, signed, limbs] = parametersOf(type);
  if (bits === undefined || signed === undefined || limbs === undefined) throw new Error('three parameters');
  return type.signed ? (['WideInt', [bits, signed, limbs]] as const) : (['WideUint', [bits, limbs]] as const);
}

/** A function or constant of the type: `WideUint::<256, 4>::from_int`. */
export function wideMember(type: IntType, member: string, site: Site): Expr {
  const [name, generics] = namedAs(type);
  const path = runtimeItem(site, 'wide_int', name);
  return rust.path(...path.slice(0, -1), { name: path.at(-1) ?? name, generics: [...generics] }, member);
}

/** A number by its 64-bit limbs, the lowest first. */
export function wideLiteral(value: bigint, type: IntType, site: Site): Expr {
  if (value === 0n) return wideMember(type, 'ZERO', site);
  // Above the width the limbs repeat the sign.
  const exact = type.signed ? BigInt.asIntN(type.bits, value) : value;
  const bits = BigInt.asUintN(limbCount(type) * LIMB, exact);
  const limbs = Array.from({ length: limbCount(type) }, (_, at) => BigInt.asUintN(LIMB, bits >> BigInt(at * LIMB)));
  return rust.call(wideMember(type, 'from_limbs', site), [limbArray(limbs)]);
}

function limbLiteral(limb: bigint): Expr {
  return rust.int(limb, undefined, limb > 9n ? `0x${limb.toString(16)}` : undefined);
}

/** All limbs, or, of many, those that differ from the highest but one. */
function limbArray(limbs: readonly bigint[]): Expr {
  const common = limbs.at(-2) ?? 0n;
  const others = limbs.flatMap((limb, at) => (limb === common ? [] : [{ limb, at }]));
  if (limbs.length <= 8 || others.length > 4) return rust.arrayLit(limbs.map(limbLiteral));
  const whole = rust.arrayRepeat(limbLiteral(common), rust.int(limbs.length, 'usize'));
  if (others.length === 0) return whole;
  const name = rust.path('limbs');
  const stores = others.map(({ limb, at }) =>
    rust.exprStmt(rust.assign(rust.index(name, rust.int(at, 'usize')), limbLiteral(limb))),
  );
  return rust.blockExpr(rust.block([rust.letMut('limbs', whole), ...stores], name));
}

/** A value at a type that holds all of its own type's values, where one of them is wide. */
export function widenedWide(value: Expr, from: IntType, to: IntType, site: Site): Expr {
  if (!isWide(to)) return unported('integers beyond 128 bits');
  if (!isWide(from)) return rust.call(wideMember(to, 'from_int', site), [value]);
  return isSameWide(from, to) ? value : truncatedWide(value, from, to, site);
}

export function isSameWide(a: IntType, b: IntType): boolean {
  return a.bits === b.bits && a.signed === b.signed;
}

/** `@truncate`, and a change of sign, where one of the types is wide. */
export function truncatedWide(value: Expr, from: IntType, to: IntType, site: Site): Expr {
  return castWide(value, from, to, ['truncate_to', 'truncate_to_wide'], site);
}

/** `@intCast` where one of the types is wide. */
export function intCastWide(value: Expr, from: IntType, to: IntType, site: Site): Expr {
  if (isWidening(from, to)) return widenedWide(value, from, to, site);
  return castWide(value, from, to, ['int_cast', 'int_cast_to_wide'], site);
}

function castWide(
  value: Expr,
  from: IntType,
  to: IntType,
  [native, wide]: readonly [string, string],
  site: Site,
): Expr {
  if (!isWide(from)) return rust.call(wideMember(to, 'from_int', site), [value]);
  if (isWide(to)) return rust.method(value, wide, [], parametersOf(to));
  const name = nativeInt(to)?.name ?? 'u128';
  const width = { kind: 'const' as const, value: rust.int(to.bits, 'u32') };
  return rust.method(value, native, [], [rust.typePath(name), width]);
}

const METHODS: Readonly<Partial<Record<ir.ArithmeticOperator, string>>> = {
  '+%': 'add_wrapping',
  '-%': 'sub_wrapping',
  '*%': 'mul_wrapping',
  '+|': 'add_saturating',
  '-|': 'sub_saturating',
  '*|': 'mul_saturating',
  '/': 'div_trunc_checked',
  divTrunc: 'div_trunc_checked',
  divFloor: 'div_floor_checked',
  divExact: 'div_exact_checked',
  '%': 'rem_checked',
  rem: 'rem_checked',
  mod: 'mod_checked',
  min: 'min',
  max: 'max',
  '<<': 'shl_checked',
  '>>': 'shr_checked',
  '<<|': 'shl_saturating',
  shlExact: 'shl_exact_checked',
  shrExact: 'shr_exact_checked',
};

/** `left operator right`; the amount of a shift is a `u32`. */
export function wideArithmetic(operator: ir.ArithmeticOperator, left: Expr, right: Expr, source: ir.Expr): Expr {
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '&':
    case '|':
    case '^':
      return rust.binary(operator, left, right);
    default: {
      const name = METHODS[operator];
      return name === undefined
        ? unported(`${operator} on integers beyond 128 bits`, source.node)
        : rust.method(left, name, [right]);
    }
  }
}

/** The bytes of a wide integer, lowest first, as an array; its width must be one of whole bytes. */
export function wideToBytes(value: Expr, type: IntType, node: ir.Expr['node']): Expr {
  if (type.bits % 8 !== 0) return unported('the bytes of an odd integer', node);
  return rust.method(rust.method(rust.method(value, 'to_little_bytes'), 'try_into'), 'unwrap');
}

export function wideFromBytes(bytes: Expr, type: IntType, scope: Scope): Expr {
  return rust.call(wideMember(type, 'from_little_bytes', scope), [rust.refTo(bytes)]);
}
