/**
 * `std.mem.Allocator` where allocators are dropped: memory is owned (`Box`, `Vec`), or, where the representation pass could not prove an
 * owner, a raw pointer to a leaked box that `destroy` and `free` take back. Memory that Zig leaves undefined gets a defined value.
 */
import * as build from '../../../emit/build.js';
import type * as rust from '../../../emit/rust-ast.js';
import type { Type } from '../../../parse/ir/types.js';
import { applied, argument, lowerNamed, MISSING, receiverOf, typeArgument } from '../calls.js';
import type { Applied, CodeRule, CodeRuleCall, Refusal } from '../define.js';
import { defineRule } from '../define-rule.js';
import type { ResultMode } from '../rule.js';

const OWNED: ResultMode = { kind: 'owned' };
const RELEASE_REASON = 'the pointer came out of an allocation of this type and is not used afterwards';

const create = defineRule({
  id: 'allocator-create',
  zig: 'std.mem.Allocator.create(a: Allocator, comptime T: type) Error!*T',
  errors: [],
  result: { kind: 'owned' },
  apply: (call) => {
    const type = typeArgument(call, 'T');
    if (type === undefined) return MISSING;
    const initial = call.host.initialValue(call.call);
    const lowered = initial === undefined ? undefined : call.host.lowerArguments([{ expr: initial, mode: 'value' }]);
    const value = lowered?.exprs[0] ?? call.host.undefinedPointee(call.call, type);
    const boxed = build.call(build.path('Box', 'new'), [value]);
    return applied(lowered?.statements ?? [], call.host.adaptResult(boxed, call.call, OWNED));
  },
});

const alloc = defineRule({
  id: 'allocator-alloc',
  zig: 'std.mem.Allocator.alloc(self: Allocator, comptime T: type, n: usize) Error![]T',
  errors: [],
  result: { kind: 'owned' },
  apply: (call) => {
    const type = typeArgument(call, 'T');
    const lowered = lowerNamed(call, [['n', 'value']]);
    const length = lowered?.exprs[0];
    if (type === undefined || lowered === undefined || length === undefined) return MISSING;
    return applied(lowered.statements, call.host.adaptResult(filled(type, length, call), call.call, OWNED));
  },
});

/** Memory with more alignment than its elements have is raw; a `Box` or `Vec` could not free it. */
const alignedAlloc = defineRule({
  id: 'allocator-aligned-alloc',
  zig: 'std.mem.Allocator.alignedAlloc(self: Allocator, comptime T: type, comptime alignment: ?Alignment, n: usize) Error![]align(if (alignment) |a| a.toByteUnits() else @alignOf(T)) T',
  errors: [],
  result: { kind: 'owned' },
  apply: (call) => {
    const type = typeArgument(call, 'T');
    const lowered = lowerNamed(call, [['n', 'value']]);
    const length = lowered?.exprs[0];
    if (type === undefined || lowered === undefined || length === undefined) return MISSING;
    const align = alignmentOf(call.host.seenType(call.call.type));
    if (align === 0)
      return applied(lowered.statements, call.host.adaptResult(filled(type, length, call), call.call, OWNED));
    if (type.kind !== 'int') return { refused: 'memory of such elements with an alignment of its own' };
    const path = call.host.runtimePath('raw_slice', 'aligned');
    const name = { name: 'aligned', generics: [{ kind: 'type' as const, type: call.host.rustType(type) }] };
    const memory = build.call(build.path(...path.slice(0, -1), name), [length, build.int(align)]);
    return applied(lowered.statements, memory);
  },
});

/** The alignment that a pointer's type has beyond that of what it points to; 0 for none. */
function alignmentOf(type: Type): number {
  return type.kind === 'pointer' ? type.align : 0;
}

const dupe = defineRule({
  id: 'allocator-dupe',
  zig: 'std.mem.Allocator.dupe(allocator: Allocator, comptime T: type, m: []const T) Error![]T',
  errors: [],
  result: { kind: 'owned' },
  apply: (call) => {
    const lowered = lowerNamed(call, [['m', 'read']]);
    const source = lowered?.exprs[0];
    if (lowered === undefined || source === undefined) return MISSING;
    return applied(
      lowered.statements,
      call.host.adaptResult(build.method(receiverOf(source), 'to_vec'), call.call, OWNED),
    );
  },
});

const realloc = defineRule({
  id: 'allocator-realloc',
  zig: [
    'std.mem.Allocator.realloc(self: Allocator, old_mem: anytype, new_n: usize) Error!@TypeOf(old_mem)',
    'std.mem.Allocator.realloc(self: Allocator, old_mem: anytype, new_n: usize) Error![]T',
  ],
  errors: [],
  result: { kind: 'owned' },
  apply: (call) => {
    const type = argument(call, 'old_mem')?.type;
    const lowered = lowerNamed(call, [
      ['old_mem', 'value'],
      ['new_n', 'value'],
    ]);
    const [old, length] = lowered?.exprs ?? [];
    if (lowered === undefined || old === undefined || length === undefined) return MISSING;
    if (type?.kind !== 'pointer' || type.size !== 'slice') return { refused: 'its memory is no slice' };
    const name = call.host.temporary('memory');
    const isOwned = heldAs(call, 'old_mem') === 'owned';
    const taken = isOwned ? old : build.method(reclaimed(old, type.isConst), 'into_vec');
    const fill = call.host.undefinedPointee(call.call, type.child);
    const resize = build.method(build.path(name), 'resize', [length, fill]);
    const grown = call.host.adaptResult(build.path(name), call.call, OWNED);
    const block = build.block([build.letMut(name, taken), build.exprStmt(resize)], grown);
    return applied(lowered.statements, build.blockExpr(block), isOwned ? undefined : RELEASE_REASON);
  },
});

const resize = defineRule({
  id: 'allocator-resize',
  zig: 'std.mem.Allocator.resize(self: Allocator, allocation: anytype, new_len: usize) bool',
  apply: (call) => {
    const lowered = lowerNamed(call, [['new_len', 'value']]);
    // An allocator may always say that it cannot resize in place.
    return lowered === undefined ? MISSING : applied(lowered.statements, build.bool(false));
  },
});

const remap = defineRule({
  id: 'allocator-remap',
  zig: 'std.mem.Allocator.remap(self: Allocator, allocation: anytype, new_len: usize) ?@TypeOf(allocation)',
  params: { allocation: 'read' },
  result: { kind: 'owned' },
  apply: (call) => {
    const { type } = call.call;
    if (type.kind !== 'optional' || type.child.kind !== 'pointer') return { refused: 'its memory is no slice' };
    const lowered = lowerNamed(call, [['new_len', 'value']]);
    if (lowered === undefined) return MISSING;
    const { child } = type;
    const isOwned = call.host.heldAs(call.call) === 'owned';
    const held = isOwned ? build.genericType(['Vec'], call.host.rustType(child.child)) : call.host.rustType(child);
    // An allocator may always say that the memory cannot stay where it is.
    const none = build.path({ name: 'None', generics: [{ kind: 'type', type: held }] });
    return applied(lowered.statements, none);
  },
});

const destroy = defineRule({
  id: 'allocator-destroy',
  zig: 'std.mem.Allocator.destroy(self: Allocator, ptr: anytype) void',
  params: { ptr: 'value' },
  isRelease: true,
  apply: (call) => release(call, 'ptr'),
});

const free = defineRule({
  id: 'allocator-free',
  zig: 'std.mem.Allocator.free(self: Allocator, memory: anytype) void',
  params: { memory: 'value' },
  isRelease: true,
  apply: (call) => release(call, 'memory'),
});

function heldAs(call: CodeRuleCall, name: string): string {
  const expr = argument(call, name);
  return expr === undefined ? 'raw' : call.host.heldAs(expr);
}

/** A `Vec` of values that are defined. */
function filled(type: Type, length: rust.Expr, { call, host }: CodeRuleCall): rust.Expr {
  const value = host.undefinedPointee(call, type);
  if (host.isPointeeCopied(call, type)) return build.vecRepeat(value, length);
  const values = build.call(build.path('core', 'iter', 'repeat_with'), [
    value.kind === 'call' && value.arguments.length === 0 ? value.callee : build.closure([], value),
  ]);
  return build.method(
    build.method(values, 'take', [length]),
    'collect',
    [],
    [build.genericType('Vec', build.inferredType)],
  );
}

/** `Box::from_raw(pointer)`. */
function reclaimed(pointer: rust.Expr, isConst: boolean): rust.Expr {
  return build.call(build.path('Box', 'from_raw'), [isConst ? build.method(pointer, 'cast_mut') : pointer]);
}

/** Drops the owner, or takes back what was leaked. A borrow or a literal owns nothing. */
function release(call: CodeRuleCall, name: string): Applied | Refusal {
  const type = argument(call, name)?.type;
  const lowered = lowerNamed(call, [[name, 'value']]);
  const memory = lowered?.exprs[0];
  if (lowered === undefined || memory === undefined || type?.kind !== 'pointer') return MISSING;
  const held = heldAs(call, name);
  if (held === 'owned') return applied(lowered.statements, build.call(build.path('drop'), [memory]));
  // What lent it owns it, and frees it.
  if (held !== 'raw') return applied(lowered.statements, build.unit);
  const pointer = type.isConst ? build.method(memory, 'cast_mut') : memory;
  if (type.size === 'slice' && type.align > 0) {
    const freed = build.path(...call.host.runtimePath('raw_slice', 'free_aligned'));
    return applied(lowered.statements, build.call(freed, [pointer, build.int(type.align)]), RELEASE_REASON);
  }
  // The box holds the sentinel too.
  const box =
    type.sentinel === undefined
      ? reclaimed(memory, type.isConst)
      : build.call(build.path(...call.host.runtimePath('sentinel', 'reclaim')), [pointer]);
  return applied(lowered.statements, build.call(build.path('drop'), [box]), RELEASE_REASON);
}

/** Every rule of this module. */
export const ALLOCATOR_RULES: readonly CodeRule[] = [
  create,
  alloc,
  alignedAlloc,
  dupe,
  realloc,
  resize,
  remap,
  destroy,
  free,
];
