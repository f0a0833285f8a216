/**
 * Which generic declarations become Rust generics, and what stands for what. Sema says where substituting arguments in a template
 * reproduces each instance; here the template must also be *held* like each instance (the representation pass has decided both by
 * themselves). Then the template takes the place of its instances in the program that is lowered, and whoever mentions an instance
 * is led to the template and the arguments.
 */
import type { ContainerInstance, FnInstance, Generic, GenericParam, Program } from '../../parse/ir/program.js';
import type { NominalType, Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import { walkBlock } from '../../parse/ir/walk.js';
import type { Representation, TypeRepr } from '../representation/contract.js';
import { mentions } from './mentions.js';
import { openContainers } from './open-types.js';

/** A template with what it is given: its own parameters, or an instance's arguments. */
export interface GenericUse {
  readonly generic: Generic;
  /** Undefined: the template itself, whose arguments are its own parameters. */
  readonly args: readonly Value[] | undefined;
}

export interface GenericPlan {
  /** The program to lower: templates in the place of their instances. */
  readonly program: Program;
  readonly container: (container: ContainerInstance) => GenericUse | undefined;
  readonly fn: (instance: FnInstance) => GenericUse | undefined;
  /** The declaration that is emitted for a mentioned one: the template's for an instance's, else itself. */
  readonly emittedFn: (instance: FnInstance) => FnInstance;
  readonly emittedType: (type: NominalType) => NominalType;
  /** Whether some code copies values of the template's type, so that it derives `Copy`. */
  readonly isCopied: (generic: Generic) => boolean;
}

/** What rules stand for, whatever its arguments are. */
export interface Replaced {
  readonly fn: (instance: FnInstance) => boolean;
  readonly container: (container: ContainerInstance) => boolean;
}

/** The program with templates beside the instances, for the representation pass. */
export function withTemplates(program: Program, replaced: Replaced): Program {
  const generics = closed(program.generics, program, replaced);
  return {
    ...program,
    generics,
    functions: [...program.functions, ...generics.flatMap(templateFunctions)],
    types: [...program.types, ...generics.flatMap(templateTypes)],
  };
}
function templateFunctions({ template }: Generic): readonly FnInstance[] {
  return template.kind === 'fn' ? [template.instance] : template.methods;
}
function templateTypes({ template }: Generic): readonly NominalType[] {
  return template.kind === 'fn' ? [] : [template.container.type];
}

export function planGenerics(program: Program, representation: Representation, replaced: Replaced): GenericPlan {
  const kept = closed(
    program.generics.filter((generic) => isHeldAlike(generic, representation)),
    program,
    replaced,
    representation,
  );
  const containers = new Map<ContainerInstance, GenericUse>();
  const functions = new Map<FnInstance, GenericUse>();
  const emitted = new Map<FnInstance, FnInstance>();
  for (const generic of kept) enter(generic, containers, functions, emitted);
  const isReplacedFn = (instance: FnInstance): boolean => functions.get(instance)?.args !== undefined;
  const isReplacedType = (type: NominalType): boolean => containers.get(type.container)?.args !== undefined;
  const lowered: Program = {
    ...program,
    functions: [...program.functions.filter((instance) => !isReplacedFn(instance)), ...kept.flatMap(templateFunctions)],
    types: [...program.types.filter((type) => !isReplacedType(type)), ...kept.flatMap(templateTypes)],
  };
  const copied = copiedContainers(program);
  return {
    program: lowered,
    container: (container) => containers.get(container),
    fn: (instance) => functions.get(instance),
    emittedFn: (instance) => emitted.get(instance) ?? instance,
    emittedType: (type) => {
      const use = containers.get(type.container);
      return use?.generic.template.kind === 'container' ? use.generic.template.container.type : type;
    },
    isCopied: (generic) => generic.instances.some(({ item }) => 'captures' in item && copied.has(item)),
  };
}

/**
 * Generics whose templates mention nothing but what exists: templates, and functions and types of the program. A template that gives its own
 * parameters to a generic function mentions an instance that no program has.
 */
function closed(
  generics: readonly Generic[],
  program: Program,
  replaced: Replaced,
  representation?: Representation,
): readonly Generic[] {
  const functions = new Set<FnInstance>([...program.functions, ...generics.flatMap(templateFunctions)]);
  const isKnown = (one: FnInstance): boolean => functions.has(one) || one.isExtern || replaced.fn(one);
  const templates = new Set(generics.flatMap(templateTypes).map((type) => type.container));
  const mentioned = openMentions(generics, representation);
  const isMade = (one: ContainerInstance): boolean =>
    templates.has(one) || mentioned.has(one) || replaced.container(one);
  const kept = generics.filter(
    (generic) =>
      templateFunctions(generic).every((fn) => callsOnly(fn, isKnown)) && [...openContainers(generic)].every(isMade),
  );
  return kept.length === generics.length ? kept : closed(kept, program, replaced, representation);
}

/** What templates make of other templates with their own parameters: where such a type has no lifetimes, it is held like those. */
function openMentions(
  generics: readonly Generic[],
  representation: Representation | undefined,
): ReadonlySet<ContainerInstance> {
  const items = generics.flatMap(({ open }) => open.map(({ item }) => item));
  if (representation === undefined) return new Set(items);
  return new Set(
    items.filter(({ type }) => {
      const { ownership, lifetimes } = representation.nominal(type);
      return ownership === 'plain' && lifetimes.length === 0;
    }),
  );
}

function callsOnly({ body }: FnInstance, isKnown: (instance: FnInstance) => boolean): boolean {
  let isClosed = true;
  if (body === undefined) return true;
  walkBlock(body, (node) => {
    const callee = node.sort === 'expr' && node.expr.kind === 'call' ? node.expr.callee : undefined;
    if (callee?.kind === 'instance') isClosed &&= isKnown(callee.instance);
    return isClosed ? undefined : false;
  });
  return isClosed;
}

function enter(
  generic: Generic,
  containers: Map<ContainerInstance, GenericUse>,
  functions: Map<FnInstance, GenericUse>,
  emitted: Map<FnInstance, FnInstance>,
): void {
  const { template } = generic;
  const own: GenericUse = { generic, args: undefined };
  for (const { item, args } of generic.open) containers.set(item, { generic, args });
  for (const method of templateFunctions(generic)) functions.set(method, own);
  if (template.kind === 'container') containers.set(template.container, own);
  for (const { item, args } of generic.instances) {
    const use: GenericUse = { generic, args };
    if (template.kind === 'fn') {
      functions.set(item as FnInstance, use);
      emitted.set(item as FnInstance, template.instance);
      continue;
    }
    const container = item as ContainerInstance;
    containers.set(container, use);
    for (const method of template.methods) {
      for (const instance of container.decls.get(method.decl.name)?.instances ?? []) {
        functions.set(instance, use);
        emitted.set(instance, method);
      }
    }
  }
}

// ---------------------------------------------------------------- held alike

/** Whether the representation of the template's signatures and fields is that of every instance, and Rust can state its arguments. */
function isHeldAlike(generic: Generic, representation: Representation): boolean {
  const { template } = generic;
  if (template.kind === 'container' && !fieldsMentionTypes(generic, template.container)) return false;
  return generic.instances.every(({ item, args }) => {
    if (!args.every((arg, index) => isPlainArgument(arg, generic.params[index]!, representation))) return false;
    if (template.kind === 'fn') return sameSignature(template.instance, item as FnInstance, representation);
    return sameContainer(template.container, item as ContainerInstance, template.methods, representation);
  });
}

/** Rust wants every type parameter of a type to occur in it. */
function fieldsMentionTypes(generic: Generic, container: ContainerInstance): boolean {
  const { type } = container;
  if (type.kind !== 'struct' && type.kind !== 'union') return false;
  return generic.params.every(
    (param) => param.kind === 'const' || (type.fields ?? []).some((field) => mentions(field.type, param.index)),
  );
}

/** A type argument that holds pointers or owners would need decisions of its own; it keeps its instance. */
function isPlainArgument(arg: Value, param: GenericParam, representation: Representation): boolean {
  if (param.kind === 'const') return arg.kind === 'int' || arg.kind === 'bool';
  if (param.kind === 'fn') return arg.kind === 'fn' && isPlainFunction(arg.instance, representation);
  return arg.kind === 'type' && isPlainType(arg.type, representation);
}
function isPlainType(type: Type, representation: Representation): boolean {
  switch (type.kind) {
    case 'int':
      return [8, 16, 32, 64, 128].includes(type.bits);
    case 'float':
      return type.bits === 32 || type.bits === 64;
    case 'bool':
    case 'enum':
      return true;
    case 'array':
    case 'optional':
      return isPlainType(type.child, representation);
    case 'struct':
    case 'union': {
      const { ownership, lifetimes } = representation.nominal(type);
      return ownership === 'plain' && lifetimes.length === 0 && type.layout === 'auto';
    }
    default:
      return false;
  }
}

/** A function of plain values is one in Rust as well, and safe to call. */
function isPlainFunction(instance: FnInstance, representation: Representation): boolean {
  const { returnType } = instance;
  return (
    instance.params.every(
      (param) => !param.isComptime && !param.isAnytype && isPlainType(param.type, representation),
    ) &&
    !instance.isExtern &&
    instance.callconv === 'auto' &&
    (returnType.kind === 'void' || isPlainType(returnType, representation))
  );
}

function sameSignature(template: FnInstance, instance: FnInstance, representation: Representation): boolean {
  return (
    sameRepr(representation.result(template), representation.result(instance)) &&
    template.params.every(
      (param, index) =>
        param.isComptime || sameRepr(representation.param(template, index), representation.param(instance, index)),
    )
  );
}

function sameContainer(
  template: ContainerInstance,
  instance: ContainerInstance,
  methods: readonly FnInstance[],
  representation: Representation,
): boolean {
  const open = template.type;
  const { type } = instance;
  if ((open.kind === 'struct' || open.kind === 'union') && (type.kind === 'struct' || type.kind === 'union')) {
    const fields = open.fields ?? [];
    if (!fields.every((_, index) => sameRepr(representation.field(open, index), representation.field(type, index))))
      return false;
  }
  return methods.every((method) =>
    (instance.decls.get(method.decl.name)?.instances ?? []).every((one) => sameSignature(method, one, representation)),
  );
}

function sameRepr(a: TypeRepr, b: TypeRepr): boolean {
  if (a.kind !== b.kind) return isEmptyRepr(a) && isEmptyRepr(b);
  switch (a.kind) {
    case 'plain':
      return true;
    case 'pointer':
      return b.kind === 'pointer' && a.mode === b.mode && a.lifetime === b.lifetime && sameRepr(a.child, b.child);
    case 'wrapper':
      return b.kind === 'wrapper' && sameRepr(a.child, b.child);
    case 'tuple':
      return b.kind === 'tuple' && a.elements.every((element, index) => sameRepr(element, b.elements[index]!));
    case 'nominal':
      return b.kind === 'nominal' && a.lifetimes.length === b.lifetimes.length;
  }
}
/** A tree without any pointer says nothing, whatever its shape (a type parameter is a leaf). */
function isEmptyRepr(repr: TypeRepr): boolean {
  switch (repr.kind) {
    case 'plain':
      return true;
    case 'pointer':
      return false;
    case 'wrapper':
      return isEmptyRepr(repr.child);
    case 'tuple':
      return repr.elements.every(isEmptyRepr);
    case 'nominal':
      return repr.lifetimes.length === 0;
  }
}

/** Containers whose values some function loads whole. */
function copiedContainers(program: Program): ReadonlySet<ContainerInstance> {
  const copied = new Set<ContainerInstance>();
  for (const fn of program.functions) {
    if (!fn.body) continue;
    walkBlock(fn.body, (node) => {
      if (node.sort === 'expr' && node.expr.kind === 'load' && 'container' in node.expr.type)
        copied.add(node.expr.type.container);
      return undefined;
    });
  }
  return copied;
}
