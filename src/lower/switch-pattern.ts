/** Items of a `switch` as patterns. */
import * as rust from '../emit/build.js';
import type { Expr, Pattern, RangePattern } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Type, UnionType } from '../parse/ir/types.js';
import type { Value } from '../parse/ir/values.js';
import { constant } from './constant.js';
import { hasPayload } from './constant-aggregate.js';
import { type Scope, unported } from './context.js';
import { bindingOf } from './local.js';
import { memberPath } from './names/paths.js';
import { isWide } from './wide.js';

type Item = ir.Prong['items'][number];

/** Whether the values of a type can be patterns at all. */
export function isPatternType(type: Type): boolean {
  return type.kind !== 'pointer' && type.kind !== 'float' && !isWide(type);
}

/** A value, or a range of values. */
export function itemPattern(item: Item, type: Type, scope: Scope): Pattern {
  const node = item.node?.kind === 'switchRange' ? undefined : item.node;
  if (item.high === undefined) return valuePattern(item.low, type, scope, node);
  const range = item.node?.kind === 'switchRange' ? item.node : undefined;
  const low = valuePattern(item.low, type, scope, range?.low);
  const high = valuePattern(item.high, type, scope, range?.high);
  if (!isBound(low) || !isBound(high)) return unported('a range of these values in a switch', item.node);
  return rust.rangePattern(low, high);
}

function isBound(pattern: Pattern): pattern is NonNullable<RangePattern['start']> {
  return pattern.kind === 'literal' || pattern.kind === 'path';
}

function valuePattern(value: Value, type: Type, scope: Scope, node: ir.Expr['node'] | undefined): Pattern {
  const expr = withoutCast(constant(value, type, scope, node));
  if (expr.kind === 'path') return { kind: 'path', path: expr.path };
  const literal = rust.literalPattern(expr);
  if (literal !== undefined) return literal;
  if (expr.kind === 'call' && expr.callee.kind === 'path') {
    const [argument] = expr.arguments;
    const inner = argument === undefined ? undefined : rust.literalPattern(argument);
    if (inner !== undefined) return rust.tupleStructPattern(expr.callee.path, inner);
  }
  return unported('this value in a switch', node);
}

/** `'a' as u32` is no pattern: its number is. */
function withoutCast(expr: Expr): Expr {
  if (expr.kind !== 'cast' || expr.operand.kind !== 'literal' || expr.operand.literal.kind !== 'char') return expr;
  return rust.int(expr.operand.literal.value, 'u32');
}

/** The variants of a union's prong; a capture binds the payload of each. */
export function variantPattern(prong: ir.Prong, type: UnionType, capture: ir.Local | undefined, scope: Scope): Pattern {
  const patterns = prong.items.map((item) => {
    const index = fieldIndexOf(item.low, type);
    if (index === undefined) return unported('this item of a switch over a union', prong.node);
    const path = memberPath(type, scope.crate.names.variant(type, index), scope);
    if (!hasPayload(type, index)) return { kind: 'path', path } as const;
    return rust.tupleStructPattern(path, capture === undefined ? rust.wildcard : bindingOf(capture, scope));
  });
  return rust.orPattern(...patterns);
}

/** The field that a tag value stands for. */
export function fieldIndexOf(value: Value, type: UnionType): number | undefined {
  if (value.kind === 'enumLiteral') return type.fields?.findIndex((field) => field.name === value.name);
  if (value.kind !== 'enum' && value.kind !== 'int') return undefined;
  const tag = type.tag?.fields?.find((field) => field.value === BigInt(value.int));
  if (tag === undefined) return undefined;
  const index = type.fields?.findIndex((field) => field.name === tag.name) ?? -1;
  return index < 0 ? undefined : index;
}
