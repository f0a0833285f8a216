/** `std.ArrayHashMap`: views of the entries that are only borrowed for reading where the program only reads them. */
import * as build from '../../../emit/build.js';
import type * as ir from '../../../parse/ir/ir.js';
import type { FnInstance, Program } from '../../../parse/ir/program.js';
import { walkBlock } from '../../../parse/ir/walk.js';
import type * as ast from '../../../parse/syntax/ast.js';
import { applied, lowerNamed, MISSING } from '../calls.js';
import type { CodeRule } from '../define.js';
import { defineRule } from '../define-rule.js';
import { iteratorRule } from './hash-map.js';

/** The calls of a function, by the syntax they came from: how many there are, and how many of them are only read. */
type CallUses = Map<ast.Node, { calls: number; reads: number }>;

const known = new WeakMap<Program, Map<FnInstance, CallUses>>();

/**
 * Whether what a call gives is written to: used otherwise than by reading elements, its length, or in a loop by value. Without a call
 * any of the function's is meant.
 */
function isResultWritten(instance: FnInstance, program: Program, call?: ir.CallExpr): boolean {
  const answers = known.get(program) ?? new Map<FnInstance, CallUses>();
  known.set(program, answers);
  const uses = answers.get(instance) ?? findUses(instance, program);
  answers.set(instance, uses);
  const own = call === undefined ? undefined : uses.get(call.node);
  return own === undefined ? [...uses.values()].some(isWritten) : isWritten(own);
}

function isWritten({ calls, reads }: { readonly calls: number; readonly reads: number }): boolean {
  return calls !== reads;
}

function findUses(instance: FnInstance, program: Program): CallUses {
  const uses: CallUses = new Map();
  const usesOf = (node: ast.Node) => {
    const found = uses.get(node) ?? { calls: 0, reads: 0 };
    uses.set(node, found);
    return found;
  };
  const isCall = (expr: ir.Expr): boolean =>
    expr.kind === 'call' && expr.callee.kind === 'instance' && expr.callee.instance === instance;
  for (const { body } of program.functions) {
    if (body === undefined) continue;
    walkBlock(body, (node) => {
      if (node.sort !== 'expr') return undefined;
      if (isCall(node.expr)) usesOf(node.expr.node).calls += 1;
      for (const read of readsIn(node.expr, isCall)) usesOf(read.node).reads += 1;
      return undefined;
    });
  }
  return uses;
}

/** The calls that an expression uses by reading. */
function readsIn(expr: ir.Expr, isCall: (expr: ir.Expr) => boolean): readonly ir.Expr[] {
  if (expr.kind === 'for')
    return expr.inputs.flatMap((input) =>
      input.kind === 'sequence' && !input.byPointer ? callsIn(readValue(input.operand), isCall) : [],
    );
  if (expr.kind === 'coerce')
    return expr.type.kind === 'pointer' && expr.type.isConst ? callsIn(expr.operand, isCall) : [];
  return expr.kind === 'load' && expr.place.kind !== 'temporary' ? elementOf(expr.place, isCall) : [];
}

/** What was put into a temporary to be read. */
function readValue(expr: ir.Expr): ir.Expr {
  return expr.kind === 'load' && expr.place.kind === 'temporary' ? expr.place.init : expr;
}

function callsIn(expr: ir.Expr, isCall: (expr: ir.Expr) => boolean): readonly ir.Expr[] {
  return isCall(expr) ? [expr] : [];
}

/** The call in `f()[i]`, `f()[i].field`, `f().len`. */
function elementOf(place: ir.Place, isCall: (expr: ir.Expr) => boolean): readonly ir.Expr[] {
  switch (place.kind) {
    case 'index':
      return place.base.kind === 'pointer'
        ? callsIn(readValue(place.base.pointer), isCall)
        : elementOf(place.base.place, isCall);
    case 'fieldPlace':
      return elementOf(place.base, isCall);
    case 'temporary':
      return callsIn(place.init, isCall);
    default:
      return [];
  }
}

const values = defineRule({
  id: 'array-hash-map-values',
  zig: [
    'std.ArrayHashMap(K, V, C, S).values(self: Self) []V',
    'std.ArrayHashMapUnmanaged(K, V, C, S).values(self: Self) []V',
  ],
  result: { kind: 'borrows', from: 'self', isMutable: false },
  uses: (instance, program, call) =>
    isResultWritten(instance, program, call)
      ? { modes: ['write'], result: { kind: 'borrows', from: 'self', isMutable: true } }
      : { modes: ['read'], result: { kind: 'borrows', from: 'self', isMutable: false } },
  apply: (call) => {
    const { callee } = call.call;
    const isChanging = callee.kind !== 'instance' || isResultWritten(callee.instance, call.host.program, call.call);
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
