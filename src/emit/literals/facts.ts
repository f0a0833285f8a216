/** Facts about expressions. */

import { genericType } from '../build.js';
import type { Block, CallExpr, Expr, MatchExpr, MethodCallExpr, Type } from '../rust-ast.js';
import type { Environment, Signature } from './environment.js';
import { givesAnything, givesSelf, givesU32, givesUsize } from './methods.js';
import { bindPattern, type Scope } from './scope.js';
import {
  behindReferences,
  elementType,
  type Fact,
  isPrimitiveName,
  pointee,
  primitiveType,
  typeArguments,
  typeName,
  u32,
  usize,
} from './types.js';

export interface Inference {
  readonly environment: Environment;
  readonly scope: Scope;
  /** Whether the suffix of a literal counts: not when it may be taken away. */
  readonly literals: boolean;
}

/** What is certain about the type of the expression. */
export function factOf(expr: Expr, inference: Inference): Fact {
  if (expr.knownType !== undefined) return resolve(expr.knownType, inference);
  const fact = bareFact(expr, inference);
  return typeof fact === 'object' ? resolve(fact, inference) : fact;
}

/** The type with aliases and `Self` resolved. */
function resolve(type: Type, { environment, scope }: Inference): Type {
  const name = typeName(type);
  if (name === undefined || type.kind !== 'path' || type.path.segments.length !== 1) return type;
  if (name === 'Self') return scope.self ?? type;
  const alias = environment.aliases.get(name);
  return alias === undefined || alias === type ? type : alias;
}

function bareFact(expr: Expr, inference: Inference): Fact {
  switch (expr.kind) {
    case 'literal':
      return literalFact(expr, inference);
    case 'path':
      return pathFact(
        expr.path.segments.map((segment) => segment.name),
        inference,
      );
    case 'unary':
    case 'paren':
      return factOf(expr.operand, inference);
    case 'cast':
      return expr.type;
    case 'deref':
      return part(factOf(expr.operand, inference), pointee);
    case 'ref':
    case 'rawRef':
      return factOf(expr.operand, inference) === undefined ? undefined : 'fixed';
    case 'binary':
      return binaryFact(expr, inference);
    case 'field':
      return fieldFact(expr.operand, expr.name, inference);
    case 'tupleField':
      return fieldFact(expr.operand, String(expr.index), inference);
    case 'index':
      return expr.index.kind === 'range'
        ? factOf(expr.operand, inference) && 'fixed'
        : part(factOf(expr.operand, inference), elementType);
    case 'call':
      return callFact(expr, inference);
    case 'methodCall':
      return methodFact(expr, inference);
    case 'try':
      return part(factOf(expr.operand, inference), (type) => typeArguments(type)[0]);
    case 'range':
      return (expr.start && factOf(expr.start, inference)) ?? (expr.end && factOf(expr.end, inference));
    case 'struct':
      return { kind: 'path', path: expr.path };
    case 'array':
      return arrayFact(expr.elements[0], inference);
    case 'arrayRepeat':
      return arrayFact(expr.value, inference);
    case 'match':
      return matchFact(expr, inference);
    case 'block':
    case 'unsafe':
      return blockFact(expr.block, inference);
    case 'if':
      return blockFact(expr.then, inference);
    default:
      return undefined;
  }
}

function arrayFact(first: Expr | undefined, inference: Inference): Fact {
  const element = first === undefined ? undefined : factOf(first, inference);
  return typeof element === 'object' ? { kind: 'slice', element } : element;
}

/** All arms are of one type: what is certain of one is certain of the match. */
function matchFact({ scrutinee, arms }: MatchExpr, inference: Inference): Fact {
  const matched = factOf(scrutinee, inference);
  for (const { pattern, body } of arms) {
    const fact = factOf(body, { ...inference, scope: bindPattern(inference.scope, pattern, matched) });
    if (fact !== undefined) return fact;
  }
  return undefined;
}

/** A part of something of known type: its type if that can be found, else that it is fixed. */
function part(whole: Fact, find: (type: Type) => Type | undefined): Fact {
  if (whole === undefined || whole === 'fixed') return whole;
  return find(whole) ?? 'fixed';
}

function literalFact(expr: Extract<Expr, { readonly kind: 'literal' }>, { literals }: Inference): Fact {
  const { literal } = expr;
  if (literal.kind !== 'int' && literal.kind !== 'float') return 'fixed';
  return literals && literal.suffix !== undefined ? primitiveType(literal.suffix) : undefined;
}

function pathFact(names: readonly string[], { environment, scope }: Inference): Fact {
  const [first, second] = names;
  if (first === undefined) return undefined;
  if (second === undefined) return scope.locals.has(first) ? scope.locals.get(first) : environment.values.get(first);
  if (isPrimitiveName(first)) return primitiveType(first);
  const owner = first === 'Self' && scope.self !== undefined ? typeName(scope.self) : names.at(-2);
  return environment.values.get(`${owner}::${names.at(-1)}`) ?? 'fixed';
}

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', '&&', '||']);

function binaryFact(expr: Extract<Expr, { readonly kind: 'binary' }>, inference: Inference): Fact {
  if (comparisons.has(expr.operator)) return primitiveType('bool');
  const left = factOf(expr.left, inference);
  if (expr.operator === '<<' || expr.operator === '>>') return left;
  return left ?? factOf(expr.right, inference);
}

function fieldFact(operand: Expr, name: string, inference: Inference): Fact {
  const whole = factOf(operand, inference);
  if (typeof whole !== 'object') return whole;
  const owner = resolve(behindReferences(whole), inference);
  if (owner.kind === 'tuple') return owner.elements[Number(name)] ?? 'fixed';
  return inference.environment.fields.get(`${typeName(owner)}.${name}`) ?? 'fixed';
}

/** The signature of what is called, where the crate declares it. */
export function signatureOfCall(expr: CallExpr, { environment, scope }: Inference): Signature | undefined {
  if (expr.callee.kind !== 'path') return undefined;
  const names = expr.callee.path.segments.map((segment) => segment.name);
  const [only, second] = names;
  if (only === undefined) return undefined;
  if (second === undefined) {
    const name = only === 'Self' && scope.self !== undefined ? typeName(scope.self) : only;
    return name === undefined || scope.locals.has(only) ? undefined : environment.functions.get(name);
  }
  const ownerName = names.at(-2);
  const owner = ownerName === 'Self' && scope.self !== undefined ? typeName(scope.self) : ownerName;
  const qualified = `${owner}::${names.at(-1)}`;
  const ownerIsType = owner !== undefined && /^\p{Lu}/u.test(owner);
  return (
    environment.associated.get(qualified) ?? environment.functions.get(ownerIsType ? qualified : (names.at(-1) ?? ''))
  );
}

function callFact(expr: CallExpr, inference: Inference): Fact {
  const signature = signatureOfCall(expr, inference);
  if (signature !== undefined) return signature.result;
  if (expr.callee.kind !== 'path') return undefined;
  const names = expr.callee.path.segments.map((segment) => segment.name);
  const [first] = names;
  const [argument] = expr.arguments;
  if (first === 'Some' && names.length === 1 && argument !== undefined) return optionFact(factOf(argument, inference));
  if (isPrimitiveName(first) && names.length === 2) return names[1] === 'from' ? primitiveType(first) : 'fixed';
  if (isCheckedRange(expr)) return usize;
  return ['size_of', 'align_of', 'size_of_val'].includes(names.at(-1) ?? '') ? usize : undefined;
}

/** `range::range(low, high)` of the runtime, which yields `usize`. */
export function isCheckedRange(expr: Expr): boolean {
  if (expr.kind !== 'call' || expr.callee.kind !== 'path') return false;
  const [owner, name] = expr.callee.path.segments.slice(-2).map((segment) => segment.name);
  return owner === 'range' && name === 'range';
}

function optionFact(payload: Fact): Fact {
  return typeof payload === 'object' ? genericType('Option', payload) : payload;
}

/** The signature of a method, where the receiver's type is known and the crate declares the method. */
export function signatureOfMethod(method: string, receiver: Fact, inference: Inference): Signature | undefined {
  if (typeof receiver !== 'object') return undefined;
  const owner = typeName(resolve(behindReferences(receiver), inference));
  return owner === undefined ? undefined : inference.environment.associated.get(`${owner}::${method}`);
}

function methodFact(expr: MethodCallExpr, inference: Inference): Fact {
  const receiver = factOf(expr.receiver, inference);
  const signature = signatureOfMethod(expr.method, receiver, inference);
  if (signature !== undefined) return signature.result;
  if (expr.method === 'cast' && !inference.environment.methods.has(expr.method)) return castFact(expr);
  if (givesUsize.has(expr.method)) return usize;
  if (givesU32.has(expr.method)) return u32;
  if (expr.method === 'as_ref' || expr.method === 'as_mut') return isWrapper(receiver) ? 'fixed' : undefined;
  if (givesAnything.has(expr.method) || inference.environment.methods.has(expr.method)) return undefined;
  if (givesSelf.has(expr.method)) return receiver;
  return receiver === undefined ? undefined : 'fixed';
}

/** `pointer.cast::<T>()`. */
function castFact({ generics: [target] = [] }: MethodCallExpr): Fact {
  return target?.kind === 'type' ? { kind: 'rawPointer', mutable: true, target: target.type } : undefined;
}

function isWrapper(fact: Fact): boolean {
  const name = typeof fact === 'object' ? typeName(fact) : undefined;
  return name === 'Option' || name === 'Result';
}

/** A block without statements is its tail; behind statements other names are known. */
function blockFact(block: Block, inference: Inference): Fact {
  return block.statements.length === 0 && block.tail !== undefined ? factOf(block.tail, inference) : undefined;
}
