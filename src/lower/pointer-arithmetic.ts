/** Arithmetic on pointers: the address moves by elements, and only the access through it is unsafe. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { PointerType, Type } from '../parse/ir/types.js';
import { effectsOf } from './analysis/effects.js';
import { type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { type Lowered, mapLowered } from './lowered.js';
import { isNothing } from './nothing.js';
import { lowerBoth } from './operands.js';
import { asRaw } from './pointer-cast.js';
import { rawType } from './type.js';

const METHODS: Readonly<Partial<Record<ir.ArithmeticOperator, string>>> = {
  '+': 'wrapping_add',
  '+%': 'wrapping_add',
  '-': 'wrapping_sub',
  '-%': 'wrapping_sub',
};

/** `pointer + n`, `pointer - n`. */
export function movedPointer(operator: ir.ArithmeticOperator, pointer: Expr, amount: Expr, source: ir.Expr): Expr {
  const method = METHODS[operator];
  return method === undefined
    ? unported(`${operator} on pointers`, source.node)
    : rust.method(pointer, method, [amount]);
}

/** Whether an expression computes with addresses. */
export function isPointerArithmetic(expr: ir.Arithmetic): boolean {
  return expr.left.type.kind === 'pointer';
}

export function lowerPointerArithmetic(expr: ir.Arithmetic, scope: Scope): Lowered {
  const { writes, leaves } = effectsOf(expr.right);
  const isStill = expr.right.type.kind !== 'pointer' && isNothing(elementOf(expr.left.type as PointerType));
  // Things without a size lie at one address.
  if (isStill && !writes && !leaves)
    return mapLowered(lowerExpr(expr.left, scope), (left) => asRaw(left, expr.left, scope));
  return lowerBoth(expr.left, expr.right, scope, (left, right) => {
    const pointer = asRaw(left, expr.left, scope);
    if (expr.right.type.kind !== 'pointer') return movedPointer(expr.operator, pointer, right, expr.right);
    const bytes = rust.method(rust.method(pointer, 'addr'), 'wrapping_sub', [
      rust.method(asRaw(right, expr.right, scope), 'addr'),
    ]);
    return rust.binary('/', bytes, sizeOfElement(expr, scope));
  });
}

/** Pointers differ by elements: those of the array that a single-item pointer points to. */
function sizeOfElement(expr: ir.Arithmetic, scope: Scope): Expr {
  const element = elementOf(expr.left.type as PointerType);
  if (isNothing(element)) return unported('a difference of pointers to nothing', expr.node);
  const segments = scope.module.imports.use('core', 'mem');
  return rust.call(
    rust.path(...segments, { name: 'size_of', generics: [{ kind: 'type', type: rawType(element, scope) }] }),
    [],
  );
}

function elementOf(pointer: PointerType): Type {
  return pointer.size === 'one' && pointer.child.kind === 'array' ? pointer.child.child : pointer.child;
}
