/** `std.meta`: what reflection computes while porting is a function of the Rust type. */
import * as build from '../../../emit/build.js';
import { applied, lowerNamed, MISSING, typeArgument } from '../calls.js';
import type { CodeRule } from '../define.js';
import { defineRule } from '../define-rule.js';

const stringToEnum = defineRule({
  id: 'meta-string-to-enum',
  zig: 'std.meta.stringToEnum(comptime T: type, str: []const u8) ?T',
  apply: (call) => {
    const type = typeArgument(call, 'T');
    const lowered = lowerNamed(call, [['str', 'read']]);
    const [text] = lowered?.exprs ?? [];
    const find = type === undefined ? undefined : call.host.enumFromName(type);
    if (lowered === undefined || text === undefined || find === undefined) return MISSING;
    return applied(lowered.statements, build.call(find, [text]));
  },
});

/** Every rule of this module. */
export const META_RULES: readonly CodeRule[] = [stringToEnum];
