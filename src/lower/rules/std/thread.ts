/**
 * `std.Thread.spawn`. The function runs on another thread with what it is given; pointers among it are raw (mode `shared`), and the call
 * says that the Zig code vouches for them, since Rust cannot know how threads share what they point to.
 */
import * as build from '../../../emit/build.js';
import type * as rust from '../../../emit/rust-ast.js';
import type * as ir from '../../../parse/ir/ir.js';
import type { FnInstance } from '../../../parse/ir/program.js';
import type { Type } from '../../../parse/ir/types.js';
import { applied, argument } from '../calls.js';
import type { Applied, CodeRule, CodeRuleCall, Refusal } from '../define.js';
import { defineRule } from '../define-rule.js';
import { listedElements } from '../format/print.js';

const SHARED_REASON = 'what the pointers point to outlives the thread and is shared as threads may, as in the Zig code';
const DEFAULT_STACK = 16 * 1024 * 1024;

const spawn = defineRule({
  id: 'thread-spawn',
  zig: 'std.Thread.spawn(config: SpawnConfig, comptime function: anytype, args: anytype) SpawnError!Thread',
  params: { config: 'drop', function: 'entry', args: 'shared' },
  errors: [],
  apply: (call) => start(call),
});

function start(call: CodeRuleCall): Applied | Refusal {
  const entry = argument(call, 'function')?.value;
  const instance = entry?.kind === 'fn' ? entry.instance : undefined;
  const args = argument(call, 'args');
  const elements = args === undefined ? undefined : listedElements(args)?.map(({ expr }) => expr);
  if (instance === undefined) return { refused: 'its function is not known while porting' };
  if (elements === undefined) return { refused: 'the arguments of its thread are not written as a list at the call' };
  const { statements, given } = handedOver(call, instance, elements);
  const isShared = elements.some(({ type }) => holdsPointer(type));
  const callee = call.host.runtimePath('thread', isShared ? 'spawn_shared' : 'spawn');
  const body = calledBy(call, instance, given);
  const isItself = given.length === 0 && body.kind === 'call' && body.callee.kind === 'path';
  const work = isItself ? body.callee : build.closure([], body, { move: true });
  const size = stackSize(argument(call, 'config'));
  if (size === undefined) return { refused: 'the size of its stack is not known while porting' };
  const started = build.call(build.path(...callee), [build.int(size, 'usize'), work]);
  return applied(statements, started, isShared ? SHARED_REASON : undefined);
}

/** The arguments, evaluated by the thread that starts the other one. */
function handedOver(
  { host }: CodeRuleCall,
  instance: FnInstance,
  elements: readonly ir.Expr[],
): { readonly statements: readonly rust.Statement[]; readonly given: readonly rust.Expr[] } {
  const requests = elements.map((expr, index) => ({ expr, mode: 'shared' as const, as: instance.params[index]?.type }));
  const lowered = host.lowerArguments(requests);
  const statements = [...lowered.statements];
  const given = lowered.exprs.map((expr, index): rust.Expr => {
    if (expr === undefined || expr.kind === 'literal' || expr.kind === 'path') return expr ?? build.unit;
    const name = host.temporary(instance.params[index]?.name ?? 'given');
    statements.push(build.let_(name, expr));
    return build.path(name);
  });
  return { statements, given };
}

/** The call that the thread makes; an error that leaves the function is printed. */
function calledBy({ host }: CodeRuleCall, instance: FnInstance, given: readonly rust.Expr[]): rust.Expr {
  const called = build.call(host.functionPath(instance), given);
  const result = host.seenType(instance.returnType);
  if (result.kind === 'errorUnion') {
    const name = host.tagName(build.path('error'), result.errorSet);
    const report = build.call(build.path(...host.runtimePath('thread', 'report')), [name]);
    const pattern = build.tupleStructPattern('Err', build.bind('error'));
    return build.ifLet(pattern, called, build.block([build.exprStmt(report)]));
  }
  return result.kind === 'void' || result.kind === 'noreturn'
    ? called
    : build.blockExpr(build.block([build.exprStmt(called)]));
}

/** The size of the stack that a thread gets. */
function stackSize(config: ir.Expr | undefined): number | undefined {
  if (config === undefined) return undefined;
  const { value, type } = config;
  if (value?.kind !== 'aggregate' || type.kind !== 'struct') return undefined;
  const index = type.fields?.findIndex(({ name }) => name === 'stack_size') ?? -1;
  const size = value.elements[index];
  return size?.kind === 'int' ? Number(size.int) : DEFAULT_STACK;
}

/** Whether values of a type are or hold pointers. */
function holdsPointer(type: Type, inside: ReadonlySet<Type> = new Set()): boolean {
  if (inside.has(type)) return false;
  const again = (inner: Type): boolean => holdsPointer(inner, new Set([...inside, type]));
  switch (type.kind) {
    case 'pointer':
    case 'fn':
      return true;
    case 'optional':
    case 'array':
    case 'vector':
      return again(type.child);
    case 'errorUnion':
      return again(type.payload);
    case 'tuple':
      return type.elements.some((element) => again(element.type));
    case 'struct':
    case 'union':
      return type.fields?.some((field) => again(field.type)) ?? true;
    default:
      return false;
  }
}

export const THREAD_RULES: readonly CodeRule[] = [spawn];
