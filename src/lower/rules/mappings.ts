/** The rules as the representation pass sees them: how arguments are used, where results come from, what is owned. */
import type { GenericArgument, Type as RustType } from '../../emit/rust-ast.js';
import type { CallExpr } from '../../parse/ir/ir.js';
import type { FnInstance, Program } from '../../parse/ir/program.js';
import type { NominalType, Type } from '../../parse/ir/types.js';
import type {
  ArgumentUse,
  MappedField,
  MappedFunction,
  MappedType,
  Mappings,
  ResultOrigin,
} from '../representation/contract.js';
import type { ParameterMode, ResultMode, Signature, SignatureParameter, TypeRule } from './rule.js';
import type { RuleMatch, RuleSet } from './rule-set.js';

/** The mappings that a rule set makes. */
export function mappingsOf(rules: RuleSet, program: Program): Mappings {
  return {
    fn: (instance, call) => mappedFunction(rules.cutAtSignature(instance), instance, program, call),
    type: (type) => mappedType(rules.typeRule(type.container)),
    field: (type, name) => mappedField(rules, type, name),
  };
}

function mappedFunction(
  match: RuleMatch | undefined,
  instance: FnInstance,
  program: Program,
  call: CallExpr | undefined,
): MappedFunction | undefined {
  if (match === undefined) return undefined;
  const { rule } = match;
  const uses = rule.kind === 'code' ? rule.uses?.(instance, program, call) : undefined;
  const signature = uses === undefined ? match.signature : withModes(match.signature, uses.modes);
  const receiver = receiverIndex(signature);
  return {
    args: instance.params.map((_, index) => argumentUse(signature, signature.params[index], receiver)),
    result: resultOrigin(uses?.result ?? rule.result, signature, receiver),
    isInfallible: rule.errors !== undefined && !rule.errors.includes('OutOfMemory'),
    isRelease: rule.isRelease,
    isExchange: rule.kind === 'code' && rule.isExchange === true,
  };
}

function withModes(signature: Signature, modes: readonly ParameterMode[]): Signature {
  return {
    ...signature,
    params: signature.params.map((param, index) => ({ ...param, mode: modes[index] ?? param.mode })),
  };
}

/** The parameter that holds the values of the path's type arguments: the first one, of a method. */
function receiverIndex(signature: Signature): number {
  return 0 < signature.pathVariables.length ? 0 : -1;
}

const USE_OF_MODE: { readonly [Mode in Exclude<ParameterMode, 'store'>]: ArgumentUse } = {
  value: { kind: 'value' },
  read: { kind: 'read' },
  write: { kind: 'write' },
  shared: { kind: 'shared' },
  entry: { kind: 'entry' },
  type: { kind: 'dropped' },
  const: { kind: 'dropped' },
  drop: { kind: 'dropped' },
};

function argumentUse(signature: Signature, param: SignatureParameter | undefined, receiver: number): ArgumentUse {
  if (param === undefined) return { kind: 'value' };
  if (param.mode !== 'store') return USE_OF_MODE[param.mode];
  const variable = param.type?.kind === 'identifier' ? param.type.name.text : undefined;
  const typeArgument = signature.pathVariables.indexOf(variable ?? '');
  return receiver < 0 || typeArgument < 0 ? { kind: 'value' } : { kind: 'stored', into: receiver, typeArgument };
}

function resultOrigin(result: ResultMode, signature: Signature, receiver: number): ResultOrigin {
  switch (result.kind) {
    case 'value':
    case 'owned':
      return { kind: result.kind };
    case 'borrows': {
      const argument = signature.params.findIndex((param) => param.name === result.from);
      return argument < 0 ? { kind: 'value' } : { kind: 'borrows', argument, isMutable: result.isMutable };
    }
    case 'element': {
      const typeArgument = signature.pathVariables.indexOf(result.variable);
      return receiver < 0 || typeArgument < 0
        ? { kind: 'value' }
        : { kind: 'element', argument: receiver, typeArgument, isTaken: isTaken(signature, receiver) };
    }
  }
}

/** What changes its receiver takes the element out of it; what only reads it leaves the element there. */
function isTaken(signature: Signature, receiver: number): boolean {
  return signature.params[receiver]?.mode !== 'read';
}

function mappedType(match: RuleMatch<TypeRule> | undefined): MappedType | undefined {
  if (match === undefined) return undefined;
  const { rule } = match;
  return {
    ownership: rule.isOwner ? 'owner' : 'plain',
    typeArguments: typeArguments(match),
    isAllocator: rule.isAllocator,
    borrows: hasLifetime(rule.template),
  };
}

/** Whether a type of a template names a lifetime: its values point into something. */
function hasLifetime(type: RustType): boolean {
  switch (type.kind) {
    case 'path':
      return type.path.segments.some((segment) => segment.generics?.some(argumentHasLifetime) ?? false);
    case 'reference':
      return true;
    case 'slice':
    case 'array':
      return hasLifetime(type.element);
    case 'tuple':
      return type.elements.some(hasLifetime);
    case 'implTrait':
    case 'dynTrait':
      return type.bounds.some(
        (bound) =>
          bound.kind === 'trait' &&
          bound.path.segments.some((segment) => segment.generics?.some(argumentHasLifetime) ?? false),
      );
    default:
      return false;
  }
}

function argumentHasLifetime(argument: GenericArgument): boolean {
  if (argument.kind === 'lifetime') return argument.name !== 'static';
  return (argument.kind === 'type' || argument.kind === 'binding') && hasLifetime(argument.type);
}

/** The types bound to the path's variables, in their order. */
function typeArguments(match: RuleMatch<TypeRule>): readonly Type[] {
  return match.signature.pathVariables.flatMap((name) => {
    const value = match.bindings.get(name)?.value;
    return value?.kind === 'type' ? [value.type] : [];
  });
}

function mappedField(rules: RuleSet, type: NominalType, name: string): MappedField | undefined {
  const match = rules.fieldRule(type, name);
  if (match === undefined) return undefined;
  const { type: declared } = match.signature;
  const isBorrow = declared?.kind === 'pointerType';
  const element = isBorrow ? declared.child : declared;
  const typeArgument = element?.kind === 'identifier' ? match.signature.pathVariables.indexOf(element.name.text) : -1;
  return { kind: isBorrow ? 'borrow' : 'value', typeArgument: typeArgument < 0 ? undefined : typeArgument };
}
