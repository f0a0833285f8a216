/** Integers in bytes: `std.mem.readInt`, `std.mem.writeInt`. */
import * as build from '../../../emit/build.js';
import { applied, argument, lowerNamed, MISSING, typeArgument } from '../calls.js';
import type { CodeRule, CodeRuleCall } from '../define.js';
import { defineRule } from '../define-rule.js';

/** `le`, `be` of an `Endian` that is known while porting. */
function orderOf(call: CodeRuleCall): 'le' | 'be' | undefined {
  const endian = argument(call, 'endian');
  const value = endian?.value;
  if (value?.kind === 'enumLiteral') return value.name === 'little' ? 'le' : 'be';
  if (value?.kind !== 'enum' || endian?.type.kind !== 'enum') return undefined;
  const tag = endian.type.fields?.find((field) => field.value === BigInt(value.int));
  return tag?.name === 'little' ? 'le' : 'be';
}

const REFUSED = { refused: 'its byte order is not known while porting' };

const readInt = defineRule({
  id: 'mem-read-int',
  zig: 'std.mem.readInt(comptime T: type, buffer: *const [@divExact(@typeInfo(T).int.bits, 8)]u8, endian: Endian) T',
  when: { T: 'nativeInt' },
  apply: (call) => {
    const type = typeArgument(call, 'T');
    const order = orderOf(call);
    if (order === undefined || type?.kind !== 'int') return REFUSED;
    const lowered = lowerNamed(call, [['buffer', 'read']]);
    const bytes = lowered?.exprs[0];
    if (lowered === undefined || bytes === undefined) return MISSING;
    return applied(lowered.statements, build.call(build.path(type.name, `from_${order}_bytes`), [bytes]));
  },
});

const writeInt = defineRule({
  id: 'mem-write-int',
  zig: 'std.mem.writeInt(comptime T: type, buffer: *[@divExact(@typeInfo(T).int.bits, 8)]u8, value: T, endian: Endian) void',
  when: { T: 'nativeInt' },
  apply: (call) => {
    const type = typeArgument(call, 'T');
    const order = orderOf(call);
    if (order === undefined || type?.kind !== 'int') return REFUSED;
    const lowered = lowerNamed(call, [
      ['buffer', 'write'],
      ['value', 'value'],
    ]);
    const [bytes, value] = lowered?.exprs ?? [];
    if (lowered === undefined || bytes === undefined || value === undefined) return MISSING;
    return applied(lowered.statements, build.assign(bytes, build.method(value, `to_${order}_bytes`)));
  },
});

/** Every rule of this module. */
export const BYTE_RULES: readonly CodeRule[] = [readInt, writeInt];
