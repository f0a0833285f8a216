/**
 * Matches what a rule's path says about the arguments of its type functions against the instance that sema met.
 *
 * Both sides are walked outwards in step: the resolver's function scopes, whose parameters are bound to the rule's variables and
 * literals, and the function instances around the met container, whose parameters have values.
 */
import type { ContainerInstance, FnInstance } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import type * as ast from '../../parse/syntax/ast.js';
import type { Binding } from './rule-set.js';
import { type Entity, enclosingFn, type Scope, sameNode } from './scope.js';

/** Undefined: it fits. Otherwise why it does not. */
type Mismatch = string | undefined;

/** Binds the variables of a resolved scope from the container instance that was met. */
export function bindScope(scope: Scope, met: ContainerInstance, bindings: Map<string, Binding>): Mismatch {
  return bindFns(scope, fnAround(met), bindings);
}

/** The function in whose body a container stands, also by way of containers around it. */
function fnAround(container: ContainerInstance): FnInstance | undefined {
  return container.enclosingFn ?? (container.parent === undefined ? undefined : fnAround(container.parent));
}

function bindFns(scope: Scope, met: FnInstance | undefined, bindings: Map<string, Binding>): Mismatch {
  const fn = enclosingFn(scope);
  if (fn === undefined) return undefined;
  if (met === undefined) return 'the container is not inside a type function';
  for (const [name, expected] of fn.arguments) {
    const param = met.params.find((one) => one.name === name);
    if (param?.value === undefined) return `the value of ${name} is not known`;
    const mismatch = bindEntity(expected, { type: param.type, value: param.value }, bindings);
    if (mismatch !== undefined) return `${name}: ${mismatch}`;
  }
  return bindFns(fn.parent, fnAround(met.container), bindings);
}

/** Whether a comptime value is what a path denotes; variables of the path are bound. */
export function bindEntity(expected: Entity, met: Binding, bindings: Map<string, Binding>): Mismatch {
  if (expected.kind === 'variable') return bindVariable(expected.name, met, bindings);
  if (met.value.kind === 'type' && isErrorSet(met.value.type)) return undefined;
  switch (expected.kind) {
    case 'expression':
      return bindExpression(expected.node, expected.scope, met, bindings);
    case 'value': {
      const value = expected.node.value;
      return value === undefined ? 'has no value' : bindExpression(value, expected.scope, met, bindings);
    }
    case 'container': {
      const type = met.value.kind === 'type' ? met.value.type : undefined;
      return type === undefined ? 'is no type' : bindContainer(expected.scope, type, bindings);
    }
    case 'pointer': {
      const type = met.value.kind === 'type' ? met.value.type : undefined;
      if (type?.kind !== 'pointer' || type.size !== 'one' || type.isConst !== expected.isConst)
        return 'is another type';
      return bindEntity(expected.child, { type: met.type, value: { kind: 'type', type: type.child } }, bindings);
    }
    case 'unknown':
      return expected.reason;
    case 'waiting':
      return `leads through ${expected.path}, which the program does not reach`;
    case 'fn':
      return bindFunction(expected.scope.file.path, expected.node, met.value);
    case 'field':
      return `is a ${expected.kind}`;
  }
}

function bindVariable(name: string, met: Binding, bindings: Map<string, Binding>): Mismatch {
  const before = bindings.get(name);
  bindings.set(name, met);
  return before === undefined || sameValue(before.value, met.value) ? undefined : `${name} has two values`;
}

function bindFunction(path: string, node: ast.Node, met: Value): Mismatch {
  if (met.kind !== 'fn') return 'is no function';
  const { decl } = met.instance;
  return sameNode({ path, node }, { path: decl.container.file.path, node: decl.node }) ? undefined : `is ${decl.name}`;
}

function bindContainer(
  scope: Extract<Scope, { kind: 'container' }>,
  type: Type,
  bindings: Map<string, Binding>,
): Mismatch {
  const container = 'container' in type ? type.container : undefined;
  if (container?.node === undefined) return 'is another type';
  const expected = { path: scope.file.path, node: scope.node };
  if (!sameNode(expected, { path: container.file.path, node: container.node })) return `is ${container.name}`;
  return bindScope(scope, container, bindings);
}

/** Error sets are put together, not written: they follow from the other arguments. */
function isErrorSet(type: Type): boolean {
  return type.kind === 'errorSet' || type.kind === 'inferredErrorSet' || type.kind === 'anyerror';
}

/**
 * A literal, or a type built of primitive types and variables, against a comptime value. An argument that std computes
 * (`!autoEqlIsCheap(K)`) follows from the others and is not looked at.
 */
function bindExpression(node: ast.Expression, scope: Scope, met: Binding, bindings: Map<string, Binding>): Mismatch {
  if (isComputed(node)) return undefined;
  const value = met.value;
  if (value.kind === 'type') {
    return matchesType(node, value.type, scope, bindings) ? undefined : 'is another type';
  }
  return matchesValue(node, value, met.type) ? undefined : 'has another value';
}

function isComputed(node: ast.Expression): boolean {
  return node.kind === 'call' || node.kind === 'builtinCall' || (node.kind === 'unary' && node.operator !== '?');
}

/** Whether a literal of a rule denotes the comptime value. */
export function bindLiteral(node: ast.Expression, met: Binding): boolean {
  return matchesValue(node, met.value, met.type);
}

function matchesValue(node: ast.Expression, value: Value, type: Type): boolean {
  switch (node.kind) {
    case 'identifier':
      if (node.name.text === 'null') return value.kind === 'null';
      return value.kind === 'bool' && node.name.text === String(value.bool);
    case 'numberLiteral':
      return value.kind === 'int' && BigInt(node.text.replaceAll('_', '')) === BigInt(value.int);
    case 'enumLiteral':
      if (value.kind === 'enumLiteral') return value.name === node.name.text;
      return value.kind === 'enum' && tagOf(type, value.int) === node.name.text;
    default:
      return false;
  }
}

function tagOf(type: Type, int: number | bigint): string | undefined {
  return type.kind === 'enum' ? type.fields?.find((field) => field.value === BigInt(int))?.name : undefined;
}

/** Whether a type written in a rule (or in std, as the argument of a type function) is the given one. */
export function matchesType(
  node: ast.Expression,
  type: Type,
  scope: Scope | undefined,
  bindings: Map<string, Binding>,
): boolean {
  switch (node.kind) {
    case 'identifier':
      return matchesName(node.name.text, type, scope, bindings);
    case 'unary':
      return (
        node.operator === '?' && type.kind === 'optional' && matchesType(node.operand, type.child, scope, bindings)
      );
    case 'pointerType':
      return (
        type.kind === 'pointer' &&
        type.size === node.size &&
        type.isConst === node.isConst &&
        (type.sentinel === undefined) === (node.sentinel === undefined) &&
        matchesType(node.child, type.child, scope, bindings)
      );
    case 'arrayType':
      return (
        type.kind === 'array' &&
        node.length?.kind === 'numberLiteral' &&
        Number(node.length.text) === type.length &&
        matchesType(node.child, type.child, scope, bindings)
      );
    default:
      return false;
  }
}

function matchesName(name: string, type: Type, scope: Scope | undefined, bindings: Map<string, Binding>): boolean {
  const argument = scope === undefined ? undefined : enclosingFn(scope)?.arguments.get(name);
  if (argument !== undefined) {
    const met: Binding = { type: META_TYPE, value: { kind: 'type', type } };
    return bindEntity(argument, met, bindings) === undefined;
  }
  return type.kind === 'int' || type.kind === 'float' ? type.name === name : type.kind === name;
}

/** The type of types, as far as a binding made here needs one. */
const META_TYPE: Type = { kind: 'type', id: -1 };

/** Types are hash-consed; of other comptime values the ones that select an instance are scalars. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.kind === 'bool' && b.kind === 'bool') return a.bool === b.bool;
  if (a.kind === 'type' && b.kind === 'type') return a.type === b.type;
  if ((a.kind === 'int' || a.kind === 'enum') && (b.kind === 'int' || b.kind === 'enum')) {
    return BigInt(a.int) === BigInt(b.int);
  }
  return a === b || (a.kind === b.kind && (a.kind === 'null' || a.kind === 'void'));
}
