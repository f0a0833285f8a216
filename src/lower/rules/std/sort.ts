/**
 * Sorting. `std.mem.sort` is stable, so any stable sort gives its result: scalars in their own order take Rust's. A comparison of the
 * program's own goes to the runtime, whose algorithms are Zig's and bear any comparison.
 */
import * as build from '../../../emit/build.js';
import type * as rust from '../../../emit/rust-ast.js';
import type { FnInstance } from '../../../parse/ir/program.js';
import { applied, argument, lowerNamed, MISSING, receiverOf, typeArgument } from '../calls.js';
import type { Applied, CodeRule, CodeRuleCall, Refusal } from '../define.js';
import { defineRule } from '../define-rule.js';

function sortRule(id: string, path: string, algorithm: string, isStable: boolean): CodeRule {
  return defineRule({
    id,
    zig: `${path}(comptime T: type, items: []T, context: anytype, comptime lessThanFn: fn (@TypeOf(context), lhs: T, rhs: T) bool) void`,
    params: { lessThanFn: 'drop' },
    apply: (call) => sort(call, algorithm, isStable),
  });
}

function sort(call: CodeRuleCall, algorithm: string, isStable: boolean): Applied | Refusal {
  const compare = argument(call, 'lessThanFn')?.value;
  const element = typeArgument(call, 'T');
  const instance = compare?.kind === 'fn' ? compare.instance : undefined;
  if (instance === undefined || element === undefined) return { refused: 'its comparison is not known while porting' };
  const order = isStable && (element.kind === 'int' || element.kind === 'bool') ? ownOrder(instance) : undefined;
  if (order !== undefined) return sortScalars(call, order);
  const isPlain = argument(call, 'context')?.type.kind === 'void';
  const lowered = lowerNamed(
    call,
    isPlain
      ? [['items', 'write']]
      : [
          ['items', 'write'],
          ['context', 'value'],
        ],
  );
  const [items, context = build.unit] = lowered?.exprs ?? [];
  if (lowered === undefined || items === undefined) return MISSING;
  const list = argument(call, 'items');
  const held = list === undefined ? undefined : call.host.elementHeldAs(list);
  // Rust makes a borrow of what an element points to out of a borrow of the element.
  const isLent = held === 'owned' || held === 'refMut';
  const sides = ['a', 'b'].map((name, index) =>
    isLent || call.host.takesReference(instance, index + 1) ? build.path(name) : build.deref(build.path(name)),
  );
  if (!call.host.isCopied(element) && sides.some((side) => side.kind === 'deref'))
    return { refused: 'it keeps the values that it compares, which own memory' };
  const less = build.call(call.host.functionPath(instance), [context, ...sides]);
  const sorter = build.path(...call.host.runtimePath('sort', algorithm));
  return applied(lowered.statements, build.call(sorter, [items, build.closure(['a', 'b'], less)]));
}

function sortScalars(call: CodeRuleCall, order: 'asc' | 'desc'): Applied | Refusal {
  const lowered = lowerNamed(call, [['items', 'write']]);
  const [items] = lowered?.exprs ?? [];
  if (lowered === undefined || items === undefined) return MISSING;
  const receiver = receiverOf(items);
  if (order === 'asc') return applied(lowered.statements, build.method(receiver, 'sort'));
  const reverse = build.closure(['a', 'b'], build.method(build.path('b'), 'cmp', [build.path('a')]));
  return applied(lowered.statements, build.method(receiver, 'sort_by', [reverse]));
}

/** Whether a comparison is the one that `std.sort.asc` or `std.sort.desc` makes. */
function ownOrder(instance: FnInstance): 'asc' | 'desc' | undefined {
  const maker = instance.container.enclosingFn?.decl;
  if (maker === undefined || maker.container.file.origin !== 'std' || maker.container.parent !== undefined)
    return undefined;
  if (maker.container.file.qualifiedName !== 'std.sort') return undefined;
  return maker.name === 'asc' || maker.name === 'desc' ? maker.name : undefined;
}

/** `std.mem.swap`: two elements of one slice are exchanged by the slice, since Rust cannot borrow both. */
const swap = defineRule({
  id: 'mem-swap',
  zig: 'std.mem.swap(comptime T: type, noalias a: *T, noalias b: *T) void',
  isExchange: true,
  apply: (call) => {
    const lowered = lowerNamed(call, [
      ['a', 'write'],
      ['b', 'write'],
    ]);
    const [a, b] = lowered?.exprs ?? [];
    if (lowered === undefined || a === undefined || b === undefined) return MISSING;
    const inSlice = elementsOfOne(a, b);
    if (inSlice !== undefined) return applied(lowered.statements, inSlice);
    const element = typeArgument(call, 'T');
    if (mayOverlap(a, b) && element !== undefined && call.host.isCopied(element)) {
      const exchanged = build.assign(build.tuple(a, b), build.tuple(b, a));
      return applied(lowered.statements, exchanged);
    }
    const [first, second] = [a, b].map((place) => (place.kind === 'deref' ? place.operand : build.refMut(place)));
    if (first === undefined || second === undefined) return MISSING;
    return applied(lowered.statements, build.call(build.path('core', 'mem', 'swap'), [first, second]));
  },
});

/** Elements of what has one root: Rust cannot see that they are apart. */
function mayOverlap(a: rust.Expr, b: rust.Expr): boolean {
  const root = rootOf(a);
  return root !== undefined && root === rootOf(b);
}

/** The name of the variable in which an element lies; undefined for what is no element. */
function rootOf(expr: rust.Expr, isElement = false): string | undefined {
  switch (expr.kind) {
    case 'index':
      return rootOf(expr.operand, true);
    case 'field':
    case 'tupleField':
    case 'deref':
      return rootOf(expr.operand, isElement);
    case 'path':
      return isElement ? placeKey(expr) : undefined;
    default:
      return undefined;
  }
}

/** `slice.swap(i, j)` for `slice[i]` and `slice[j]`. */
function elementsOfOne(a: rust.Expr, b: rust.Expr): rust.Expr | undefined {
  if (a.kind !== 'index' || b.kind !== 'index') return undefined;
  const isSame = placeKey(a.operand) !== undefined && placeKey(a.operand) === placeKey(b.operand);
  return isSame ? build.method(a.operand, 'swap', [a.index, b.index]) : undefined;
}

/** A key of a place made of names and fields only: equal keys are one place. */
function placeKey(expr: rust.Expr): string | undefined {
  switch (expr.kind) {
    case 'path':
      return expr.path.segments.map((segment) => segment.name).join('::');
    case 'field': {
      const base = placeKey(expr.operand);
      return base === undefined ? undefined : `${base}.${expr.name}`;
    }
    case 'tupleField': {
      const base = placeKey(expr.operand);
      return base === undefined ? undefined : `${base}.${expr.index}`;
    }
    case 'deref': {
      const base = placeKey(expr.operand);
      return base === undefined ? undefined : `*${base}`;
    }
    default:
      return undefined;
  }
}

/** Every rule of this module. */
export const SORT_RULES: readonly CodeRule[] = [
  sortRule('mem-sort', 'std.mem.sort', 'block', true),
  sortRule('mem-sort-unstable', 'std.mem.sortUnstable', 'pdq', false),
  sortRule('sort-block', 'std.sort.block', 'block', true),
  sortRule('sort-insertion', 'std.sort.insertion', 'insertion', true),
  sortRule('sort-heap', 'std.sort.heap', 'heap', false),
  sortRule('sort-pdq', 'std.sort.pdq', 'pdq', false),
  swap,
];
