/**
 * Applies a matched rule: the template with its metavariables replaced by the lowered arguments of the call.
 *
 * Arguments are lowered by the mode of their parameter, in Zig's order; those that the template would evaluate otherwise than once
 * and in order are bound to variables in front (`bindings-order.ts`).
 */
import * as build from '../../emit/build.js';
import type * as rust from '../../emit/rust-ast.js';
import { deepMapper, type Mapper, mapGenericArguments } from '../../emit/traverse.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Type } from '../../parse/ir/types.js';
import { isRawPlace } from '../unsafe-mark.js';
import { argumentsToBind, type OrderedArgument } from './bindings-order.js';
import type { Applied, ArgumentRequest, Refusal, RuleHost } from './define.js';
import type { CallRule, SignatureParameter, TypeRule, ValueRule } from './rule.js';
import type { Binding, RuleMatch } from './rule-set.js';
import { type Substitution, substitute } from './substitute.js';

/** What types and constants need of a host: nothing of a function's body. */
export type TypeHost = Pick<RuleHost, 'rustType' | 'constant' | 'undefinedValue' | 'runtimePath' | 'seenType'>;

/** The Rust of a call that a rule maps. */
export function applyRule(match: RuleMatch, call: ir.CallExpr, host: RuleHost): Applied | Refusal {
  const { rule } = match;
  return rule.kind === 'code'
    ? rule.apply({ call, match: { ...match, rule }, host })
    : applyCall({ ...match, rule }, call, host);
}

/** The Rust type of a type that a rule maps; `usePlain`: the rule's type for copied values. */
export function applyTypeRule(match: RuleMatch<TypeRule>, host: TypeHost, lifetime: string | undefined): rust.Type {
  const { template } = match.rule;
  const named = lifetime === undefined ? template : naming(lifetime).type(template);
  return substitute(named, substitutionOf(match.bindings, host));
}

/** Writes a lifetime where the template elides it. */
function naming(lifetime: string): Mapper {
  return deepMapper((mapper) => ({
    generics: (generics) =>
      mapGenericArguments(
        generics.map((one) => (one.kind === 'lifetime' && one.name === '_' ? { ...one, name: lifetime } : one)),
        mapper,
      ),
  }));
}

/** What `.{}` and undefined memory of a mapped type become; undefined where the rule has no such value. */
export function initialValue(match: RuleMatch<TypeRule>, host: TypeHost): rust.Expr | undefined {
  const { initial } = match.rule;
  return initial === undefined ? undefined : substitute(initial, substitutionOf(match.bindings, host));
}

/** What a program does to a mapped constant or field. */
export type ValueAccess =
  /** The value; of a slice field, the place of its elements. */
  | { readonly kind: 'value' }
  | { readonly kind: 'length' }
  | { readonly kind: 'store' | 'storeLength'; readonly value: rust.Expr };

/** A mapped constant, or a field of a mapped type whose place is `self`. Undefined: the rule has nothing for that access. */
export function applyValueRule(
  match: RuleMatch<ValueRule>,
  access: ValueAccess,
  self: rust.Expr | undefined,
  host: TypeHost,
): rust.Expr | undefined {
  const template = match.rule[access.kind === 'value' ? 'template' : access.kind];
  if (template === undefined) return undefined;
  const exprs = new Map<string, rust.Expr>();
  if (self !== undefined) exprs.set('self', self);
  if ('value' in access) exprs.set('value', access.value);
  return substitute(template, substitutionOf(match.bindings, host, exprs));
}

function applyCall(match: RuleMatch<CallRule>, call: ir.CallExpr, host: RuleHost): Applied | Refusal {
  const { rule, signature } = match;
  const params = signature.params.map((param, index) => ({ param, arg: call.args[index] }));
  const carried = params.filter((one): one is Carried => one.arg !== undefined && one.param.mode !== 'type');
  const lowered = host.lowerArguments(carried.map(({ param, arg }) => requestOf(param, arg)));
  const ordered = carried.flatMap(({ param, arg }, index): CarriedExpr[] => {
    const expr = lowered.exprs[index];
    return expr === undefined ? [] : [{ name: param.name, expr, param, type: arg.type }];
  });
  const lends = host.lends(call);
  if (lends !== undefined && rule.lent === undefined)
    return { refused: 'it copies an element that owns memory out of its container' };
  const template = lends === undefined || rule.lent === undefined ? rule.template : rule.lent;
  const bound = bindArguments(template, ordered, host);
  const comptime = params.flatMap(({ param, arg }): [string, Binding][] => {
    return arg?.value?.kind === 'type' ? [[param.name, { type: arg.type, value: arg.value }]] : [];
  });
  const bindings = new Map([...match.bindings, ...comptime]);
  const expr = substitute(template, {
    ...substitutionOf(bindings, host, bound.exprs, call.type),
    slices: new Set(ordered.filter(isSlice).map((arg) => arg.name)),
  });
  const adapted = host.adaptResult(withKnownType(expr, call.type, host), call, rule.result);
  return {
    statements: [...lowered.statements, ...bound.statements],
    expr: adapted,
    needs: { unsafe: rule.unsafe },
  };
}

function isSlice({ type }: CarriedExpr): boolean {
  return type.kind === 'pointer' && type.size === 'slice';
}

interface Carried {
  readonly param: SignatureParameter;
  readonly arg: ir.Expr;
}
interface CarriedExpr extends OrderedArgument {
  readonly param: SignatureParameter;
  readonly type: Type;
}

function requestOf(param: SignatureParameter, expr: ir.Expr): ArgumentRequest {
  return { expr, mode: param.mode };
}

function bindArguments(
  template: rust.Expr,
  args: readonly CarriedExpr[],
  host: RuleHost,
): { readonly statements: readonly rust.Statement[]; readonly exprs: ReadonlyMap<string, rust.Expr> } {
  const toBind = argumentsToBind(template, args);
  const statements: rust.Statement[] = [];
  const exprs = new Map<string, rust.Expr>();
  for (const arg of args) {
    const isPlace = denotesPlace(arg);
    if (!toBind.has(arg.name)) {
      exprs.set(arg.name, isPlace && isRawPlace(arg.expr) ? build.deref(borrowOf(arg)) : arg.expr);
      continue;
    }
    const name = host.temporary(arg.name);
    statements.push(build.let_(name, isPlace ? borrowOf(arg) : arg.expr));
    exprs.set(arg.name, isPlace ? build.deref(build.path(name)) : build.path(name));
  }
  return { statements, exprs };
}

/** `read` and `write` hand over the place that a pointer to one points to, and the place of a receiver passed by value. */
function denotesPlace({ param, type }: CarriedExpr): boolean {
  if (param.mode === 'write') return type.kind === 'pointer' && type.size === 'one';
  return param.mode === 'read' && !(type.kind === 'pointer' && type.size !== 'one');
}

function borrowOf({ param, expr }: CarriedExpr): rust.Expr {
  if (expr.kind === 'deref') return expr.operand;
  return param.mode === 'write' ? build.refMut(expr) : build.refTo(expr);
}

/** What the metavariables stand for, worked out when the template mentions them: writing a type has effects on the crate's imports. */
function substitutionOf(
  bindings: ReadonlyMap<string, Binding>,
  host: TypeHost,
  args: ReadonlyMap<string, rust.Expr> = new Map(),
  resultType?: Type,
): Substitution {
  return {
    exprs: { get: (name) => args.get(name) ?? constantOf(bindings.get(name), host) },
    types: {
      get: (name) =>
        typeOf(bindings.get(name), host) ?? (name === 'Result' ? resultPayload(resultType, host) : undefined),
    },
    lists: new Map(),
    slices: new Set(),
    runtimePath: host.runtimePath,
    errorValue: (name) => errorValue(name, resultType, host),
    undefinedValue: (variable) => {
      const value = bindings.get(variable)?.value;
      if (value?.kind !== 'type') throw new Error(`$${variable} is no type`);
      return host.undefinedValue(value.type);
    },
  };
}

function typeOf(binding: Binding | undefined, host: TypeHost): rust.Type | undefined {
  return binding?.value.kind === 'type' ? host.rustType(binding.value.type) : undefined;
}

function constantOf(binding: Binding | undefined, host: TypeHost): rust.Expr | undefined {
  return binding === undefined || binding.value.kind === 'type'
    ? undefined
    : host.constant(binding.value, binding.type);
}

/** `$Result`: the type of the result without its error union. */
function resultPayload(type: Type | undefined, host: TypeHost): rust.Type | undefined {
  if (type === undefined) return undefined;
  const seen = host.seenType(type);
  return host.rustType(seen.kind === 'errorUnion' ? seen.payload : seen);
}

function errorValue(name: string, resultType: Type | undefined, host: TypeHost): rust.Expr {
  if (resultType?.kind !== 'errorUnion') throw new Error(`error::${name} in a rule whose declaration cannot fail`);
  return host.constant({ kind: 'error', name }, resultType.errorSet);
}

/** Tells the literal pass the type of a number that comes out of a method it does not know. */
function withKnownType(expr: rust.Expr, type: Type, host: TypeHost): rust.Expr {
  const isNumber = type.kind === 'int' || type.kind === 'float';
  return isNumber && (expr.kind === 'methodCall' || expr.kind === 'call')
    ? { ...expr, knownType: host.rustType(type) }
    : expr;
}
