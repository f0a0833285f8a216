/**
 * Fresh memory that ends in a sentinel, where allocators are dropped. An owner is a `Vec` of the elements with the sentinel behind them, where
 * the program can reach it; a raw pointer is one to the elements of a leaked box that holds the sentinel too, which `free` takes back.
 */
import * as build from '../../../emit/build.js';
import type * as rust from '../../../emit/rust-ast.js';
import type { PointerType } from '../../../parse/ir/types.js';
import type { Value } from '../../../parse/ir/values.js';
import { applied, lowerNamed, MISSING, receiverOf, typeArgument } from '../calls.js';
import type { CodeRule, CodeRuleCall } from '../define.js';
import { defineRule } from '../define-rule.js';

/** The type of the memory that a call makes. */
function memoryType({ call, host }: CodeRuleCall): (PointerType & { readonly sentinel: Value }) | undefined {
  const type = host.seenType(call.type);
  const pointer = type.kind === 'errorUnion' ? type.payload : type;
  const { sentinel } = pointer.kind === 'pointer' ? pointer : {};
  return pointer.kind === 'pointer' && sentinel !== undefined ? { ...pointer, sentinel } : undefined;
}

/** The elements as the memory that the call's result is held as. */
export function withSentinel(items: rust.Expr, call: CodeRuleCall): rust.Expr | undefined {
  const { host } = call;
  const type = memoryType(call);
  if (type === undefined) return undefined;
  const sentinel = host.constant(type.sentinel, type.child);
  const made = (name: string) => build.call(build.path(...host.runtimePath('sentinel', name)), [items, sentinel]);
  if (host.heldAs(call.call) === 'raw') return made('leak');
  return host.isSentinelStored(type) ? made('list') : items;
}

const dupe = defineRule({
  id: 'allocator-dupe-sentinel',
  zig: [
    'std.mem.Allocator.dupeZ(allocator: Allocator, comptime T: type, m: []const T) Error![:0]T',
    'std.mem.Allocator.dupeSentinel(allocator: Allocator, comptime T: type, m: []const T, comptime sentinel: T) Error![:sentinel]T',
  ],
  errors: [],
  result: { kind: 'owned' },
  apply: (call) => {
    const lowered = lowerNamed(call, [['m', 'read']]);
    const source = lowered?.exprs[0];
    if (lowered === undefined || source === undefined) return MISSING;
    const memory = withSentinel(build.method(receiverOf(source), 'to_vec'), call);
    return memory === undefined ? MISSING : applied(lowered.statements, memory);
  },
});

const alloc = defineRule({
  id: 'allocator-alloc-sentinel',
  zig: 'std.mem.Allocator.allocSentinel(self: Allocator, comptime Elem: type, n: usize, comptime sentinel: Elem) Error![:sentinel]Elem',
  errors: [],
  result: { kind: 'owned' },
  apply: (call) => {
    const type = typeArgument(call, 'Elem');
    const lowered = lowerNamed(call, [['n', 'value']]);
    const length = lowered?.exprs[0];
    if (type === undefined || lowered === undefined || length === undefined) return MISSING;
    const memory = withSentinel(build.vecRepeat(call.host.undefinedPointee(call.call, type), length), call);
    return memory === undefined ? MISSING : applied(lowered.statements, memory);
  },
});

/** Every rule of this module. */
export const SENTINEL_MEMORY_RULES: readonly CodeRule[] = [dupe, alloc];
