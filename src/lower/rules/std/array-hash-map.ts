/** `std.ArrayHashMap`: views of the entries that are only borrowed for reading where the program only reads them. */
import * as build from '../../../emit/build.js';
import type * as ir from '../../../parse/ir/ir.js';
import type { FnInstance, Program } from '../../../parse/ir/program.js';
import { walkBlock } from '../../../parse/ir/walk.js';
import { applied, lowerNamed, MISSING } from '../calls.js';
import type { CodeRule } from '../define.js';
import { defineRule } from '../define-rule.js';
import { iteratorRule } from './hash-map.js';

const known = new WeakMap<Program, Map<FnInstance, boolean>>();

/** Whether what the function gives is written to somewhere: used otherwise than by reading elements, its length, or in a loop by value. */
function isResultWritten(instance: FnInstance, program: Program): boolean {
  const answers = known.get(program) ?? new Map<FnInstance, boolean>();
  known.set(program, answers);
  const answer = answers.get(instance) ?? findWrites(instance, program);
  answers.set(instance, answer);
  return answer;
}

function findWrites(instance: FnInstance, program: Program): boolean {
  const isCall = (expr: ir.Expr): boolean =>
    expr.kind === 'call' && expr.callee.kind === 'instance' && expr.callee.instance === instance;
  let calls = 0;
  let reads = 0;
  for (const { body } of program.functions) {
    if (body === undefined) continue;
    walkBlock(body, (node) => {
      if (node.sort !== 'expr') return undefined;
      if (isCall(node.expr)) calls += 1;
      reads += readsIn(node.expr, isCall);
      return undefined;
    });
  }
  return calls !== reads;
}

/** How many of the calls an expression uses by reading. */
function readsIn(expr: ir.Expr, isCall: (expr: ir.Expr) => boolean): number {
  if (expr.kind === 'for')
    return expr.inputs.filter((input) => input.kind === 'sequence' && !input.byPointer && isCall(input.operand)).length;
  if (expr.kind === 'coerce') return expr.type.kind === 'pointer' && expr.type.isConst && isCall(expr.operand) ? 1 : 0;
  return expr.kind === 'load' && expr.place.kind !== 'temporary' && isElement(expr.place, isCall) ? 1 : 0;
}

/** `f()[i]`, `f()[i].field`, `f().len`. */
function isElement(place: ir.Place, isCall: (expr: ir.Expr) => boolean): boolean {
  switch (place.kind) {
    case 'index':
      return place.base.kind === 'pointer' ? isCall(place.base.pointer) : isElement(place.base.place, isCall);
    case 'fieldPlace':
      return isElement(place.base, isCall);
    case 'temporary':
      return isCall(place.init);
    default:
      return false;
  }
}

const values = defineRule({
  id: 'array-hash-map-values',
  zig: [
    'std.ArrayHashMap(K, V, C, S).values(self: Self) []V',
    'std.ArrayHashMapUnmanaged(K, V, C, S).values(self: Self) []V',
  ],
  result: { kind: 'borrows', from: 'self', isMutable: false },
  uses: (instance, program) =>
    isResultWritten(instance, program)
      ? { modes: ['write'], result: { kind: 'borrows', from: 'self', isMutable: true } }
      : { modes: ['read'], result: { kind: 'borrows', from: 'self', isMutable: false } },
  apply: (call) => {
    const { callee } = call.call;
    const isChanging = callee.kind !== 'instance' || isResultWritten(callee.instance, call.host.program);
    const lowered = lowerNamed(call, [['self', isChanging ? 'write' : 'read']]);
    const [map] = lowered?.exprs ?? [];
    if (lowered === undefined || map === undefined) return MISSING;
    const receiver = map.kind === 'deref' || map.kind === 'ref' ? map.operand : map;
    return applied(lowered.statements, build.method(receiver, isChanging ? 'values_mut' : 'values'));
  },
});

/** Every rule of this module. */
export const ARRAY_HASH_MAP_RULES: readonly CodeRule[] = [
  values,
  iteratorRule('array-hash-map-iterator', [
    'std.ArrayHashMap(K, V, C, S).iterator(self: *const Self) Iterator',
    'std.ArrayHashMapUnmanaged(K, V, C, S).iterator(self: Self) Iterator',
  ]),
];
