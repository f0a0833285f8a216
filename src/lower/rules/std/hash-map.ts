/** Iteration over hash maps: where the program only reads the entries, the map is only borrowed for reading. */
import * as build from '../../../emit/build.js';
import type { FnInstance, Program } from '../../../parse/ir/program.js';
import type { NominalType } from '../../../parse/ir/types.js';
import { applied, lowerNamed, MISSING } from '../calls.js';
import type { CodeRule } from '../define.js';
import { defineRule } from '../define-rule.js';
import { isWrittenThrough } from '../written-through.js';

/** The `Entry` that `next` of the iterator gives; undefined where nothing calls it. */
function entryOf(instance: FnInstance): NominalType | undefined {
  const iterator = instance.returnType;
  const next = 'container' in iterator ? iterator.container.decls.get('next') : undefined;
  const given = next?.instances[0]?.returnType;
  const entry = given?.kind === 'optional' ? given.child : undefined;
  return entry !== undefined && 'container' in entry ? entry : undefined;
}

/** Without knowing the entries' type, they may be written. */
function changesEntries(instance: FnInstance, program: Program): boolean {
  const entry = entryOf(instance);
  return entry === undefined || isWrittenThrough(entry, program);
}

/** A rule for the `iterator` of a map: by `entries` where the program only reads them. */
export function iteratorRule(id: string, zig: readonly string[]): CodeRule {
  return defineRule({
    id,
    zig,
    result: { kind: 'borrows', from: 'self', isMutable: false },
    uses: (instance, program) =>
      changesEntries(instance, program)
        ? { modes: ['write'], result: { kind: 'borrows', from: 'self', isMutable: true } }
        : { modes: ['read'], result: { kind: 'borrows', from: 'self', isMutable: false } },
    apply: (call) => {
      const { callee } = call.call;
      const isChanging = callee.kind !== 'instance' || changesEntries(callee.instance, call.host.program);
      const lowered = lowerNamed(call, [['self', isChanging ? 'write' : 'read']]);
      const [map] = lowered?.exprs ?? [];
      if (lowered === undefined || map === undefined) return MISSING;
      const receiver = map.kind === 'deref' || map.kind === 'ref' ? map.operand : map;
      return applied(lowered.statements, build.method(receiver, isChanging ? 'iterator' : 'entries'));
    },
  });
}

/** Every rule of this module. */
export const HASH_MAP_RULES: readonly CodeRule[] = [
  iteratorRule('hash-map-iterator', [
    'std.HashMap(K, V, C, L).iterator(self: *const Self) Iterator',
    'std.HashMapUnmanaged(K, V, C, L).iterator(self: *const Self) Iterator',
  ]),
];
