/** Whether an instance is its template with the arguments put in: types, values and IR compared node for node. */
import type { Callee } from '../ir/ir.js';
import type { FnInstance, GenericParam, GenericTemplate } from '../ir/program.js';
import type { Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type { ContainerRecord, FnRecord } from './records.js';

/** Arguments for the skolems of `owner`, and the pairs of locals and labels met so far. */
export class Substitution {
  private readonly pairs = new Map<object, object>();
  private readonly running = new Set<Type>();
  constructor(
    private readonly owner: FnInstance,
    private readonly params: readonly GenericParam[],
    private readonly args: readonly Value[],
  ) {}

  argument(owner: FnInstance, param: number): Value | undefined {
    return owner === this.owner ? this.args[this.params.findIndex((one) => one.index === param)] : undefined;
  }
  /** Locals and labels correspond when they are always met together. */
  pair(template: object, instance: object): boolean {
    const known = this.pairs.get(template);
    if (known) return known === instance;
    this.pairs.set(template, instance);
    return true;
  }

  sameType(template: Type, instance: Type): boolean {
    if (template === instance) return true;
    if (template.kind === 'skolem') {
      const arg = this.argument(template.owner, template.param);
      return arg?.kind === 'type' && arg.type === instance;
    }
    if (template.kind !== instance.kind) return false;
    if (this.running.has(template)) return true;
    this.running.add(template);
    try {
      return this.sameParts(template, instance);
    } finally {
      this.running.delete(template);
    }
  }

  private sameParts(a: Type, b: Type): boolean {
    if ('container' in a && 'container' in b)
      return this.sameNominal(a.container as ContainerRecord, b.container as ContainerRecord);
    if (a.kind === 'array' && b.kind === 'array') {
      const length = a.lengthParam ? this.argument(a.lengthParam.owner, a.lengthParam.param) : undefined;
      const sameLength = a.lengthParam
        ? length?.kind === 'int' && Number(length.int) === b.length
        : a.length === b.length;
      return sameLength && this.sameType(a.child, b.child) && this.sameOptional(a.sentinel, b.sentinel);
    }
    if (a.kind === 'pointer' && b.kind === 'pointer') {
      return (
        a.size === b.size &&
        a.isConst === b.isConst &&
        a.isVolatile === b.isVolatile &&
        a.align === b.align &&
        this.sameType(a.child, b.child) &&
        this.sameOptional(a.sentinel, b.sentinel)
      );
    }
    if (
      (a.kind === 'optional' && b.kind === 'optional') ||
      (a.kind === 'vector' && b.kind === 'vector' && a.length === b.length)
    )
      return this.sameType(a.child, b.child);
    if (a.kind === 'errorUnion' && b.kind === 'errorUnion')
      return this.sameType(a.payload, b.payload) && this.sameType(a.errorSet, b.errorSet);
    if (a.kind === 'inferredErrorSet' && b.kind === 'inferredErrorSet') return a.owner.decl.node === b.owner.decl.node;
    if (a.kind === 'tuple' && b.kind === 'tuple')
      return (
        a.elements.length === b.elements.length &&
        a.elements.every(
          (element, index) =>
            this.sameType(element.type, b.elements[index]!.type) &&
            this.sameOptional(element.value, b.elements[index]!.value),
        )
      );
    if (a.kind === 'fn' && b.kind === 'fn')
      return (
        a.params.length === b.params.length &&
        a.params.every((param, index) => this.sameOptionalType(param.type, b.params[index]!.type)) &&
        this.sameOptionalType(a.returnType, b.returnType)
      );
    return false;
  }
  private sameOptionalType(a: Type | undefined, b: Type | undefined): boolean {
    return a === undefined || b === undefined ? a === b : this.sameType(a, b);
  }
  private sameNominal(a: ContainerRecord, b: ContainerRecord): boolean {
    if (a.node === undefined || a.node !== b.node) return false;
    return (
      a.captures.length === b.captures.length &&
      a.captures.every((capture, index) => this.sameValue(capture.value, b.captures[index]!.value))
    );
  }

  sameOptional(a: Value | undefined, b: Value | undefined): boolean {
    return a === undefined || b === undefined ? a === b : this.sameValue(a, b);
  }
  sameValue(a: Value, b: Value): boolean {
    if (a === b) return true;
    if (a.kind === 'skolem') {
      const arg = this.argument(a.owner, a.param);
      return arg !== undefined && this.sameValue(arg, b);
    }
    if (a.kind === 'type' && b.kind === 'type') return this.sameType(a.type, b.type);
    return this.sameRecord(a, b);
  }

  /** IR nodes, values and lists: equal kinds, equal scalars, equal parts. */
  sameRecord(a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (Array.isArray(a))
      return Array.isArray(b) && a.length === b.length && a.every((one, index) => this.sameRecord(one, b[index]));
    if (a instanceof Uint8Array)
      return b instanceof Uint8Array && a.length === b.length && a.every((byte, index) => byte === b[index]);
    return this.sameFields(a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>);
  }

  private sameFields(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
    if (a.kind !== b.kind) return false;
    if (a.kind === 'constant' && 'value' in a && isValue(a.value) && isValue(b.value))
      return this.sameType(a.type as Type, b.type as Type) && this.sameValue(a.value, b.value);
    for (const key of Object.keys(a)) if (!this.sameField(key, a[key], b[key])) return false;
    return true;
  }

  private sameField(key: string, a: unknown, b: unknown): boolean {
    switch (key) {
      case 'node':
      case 'shared':
        return true;
      case 'type':
      case 'container':
      case 'returns':
        return a === b || (isType(a) && isType(b) && this.sameType(a, b));
      case 'value':
      case 'sentinel':
        return a === b || a === undefined
          ? a === b || key === 'value'
          : isValue(a) && isValue(b)
            ? this.sameValue(a, b)
            : this.sameRecord(a, b);
      case 'local':
      case 'capture':
      case 'errorCapture':
      case 'tagCapture':
        return a === b || (a !== undefined && b !== undefined && this.pairLocals(a as object, b as object));
      case 'captures':
        return (a as unknown[]).every((one, index) => this.sameField('capture', one, (b as unknown[])[index]));
      case 'label':
      case 'target':
        return a === b || (a !== undefined && b !== undefined && this.pair(a as object, b as object));
      case 'callee':
        return this.sameCallee(a as Callee, b as Callee);
      case 'instance':
      case 'owner':
        return this.sameInstance(a as FnRecord, b as FnRecord);
      case 'decl':
        return (a as { node: object }).node === (b as { node: object }).node;
      case 'items':
      case 'remaining':
        return this.sameRecord(a, b);
      default:
        return this.sameRecord(a, b);
    }
  }

  /** A function parameter that is called, where the instance calls what it was given. */
  private sameCallee(a: Callee, b: Callee): boolean {
    const open = a.kind === 'pointer' ? a.pointer.value : undefined;
    if (open?.kind !== 'skolem' || b.kind !== 'instance') return this.sameRecord(a, b);
    const given = this.argument(open.owner, open.param);
    return given?.kind === 'fn' && given.instance === b.instance;
  }

  private pairLocals(a: object, b: object): boolean {
    return this.pair(a, b) && this.sameType((a as { type: Type }).type, (b as { type: Type }).type);
  }
  private sameInstance(a: FnRecord, b: FnRecord): boolean {
    if (a === b) return true;
    if (a.decl.node !== b.decl.node || a.params.length !== b.params.length) return false;
    return a.params.every(
      (param, index) =>
        this.sameType(param.type, b.params[index]!.type) && this.sameOptional(param.value, b.params[index]!.value),
    );
  }
}

const isType = (value: unknown): value is Type =>
  typeof value === 'object' && value !== null && 'id' in value && 'kind' in value;
const VALUE_KINDS: ReadonlySet<string> = new Set([
  'int',
  'float',
  'bool',
  'void',
  'undefined',
  'null',
  'type',
  'enumLiteral',
  'enum',
  'error',
  'some',
  'aggregate',
  'bytes',
  'repeat',
  'union',
  'fn',
  'pointer',
  'slice',
  'skolem',
]);
const isValue = (value: unknown): value is Value =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  VALUE_KINDS.has(String(value.kind)) &&
  !('node' in value) &&
  !('id' in value);

/** Whether the instance's signature and body are the template's. */
export function sameFunction(template: FnInstance, instance: FnInstance, substitution: Substitution): boolean {
  if (instance.failure || !substitution.sameType(template.returnType, instance.returnType)) return false;
  for (const [index, param] of template.params.entries()) {
    const other = instance.params[index]!;
    if (param.isComptime) continue;
    if (!substitution.sameType(param.type, other.type)) return false;
    if (param.local && other.local && !substitution.pair(param.local, other.local)) return false;
  }
  return substitution.sameRecord(template.body?.statements, instance.body?.statements);
}

/** How an instance of a container differs from its template; undefined: it does not. */
export function sameContainer(
  template: Extract<GenericTemplate, { kind: 'container' }>,
  instance: ContainerRecord,
  substitution: Substitution,
): string | undefined {
  const open = template.container.type;
  const { type } = instance;
  if (open.kind !== type.kind) return 'its instances are of different kinds';
  if (open.kind !== 'opaque' && type.kind !== 'opaque') {
    const fields = open.fields ?? [];
    const others = type.fields ?? [];
    if (type.fields !== undefined) {
      if (fields.length !== others.length) return 'its instances have different fields';
      for (const [index, field] of fields.entries()) {
        const other = others[index]!;
        const same =
          field.name === other.name &&
          (!('type' in field) || !('type' in other) || substitution.sameType(field.type, other.type));
        if (!same) return `its field \`${field.name}\` differs between instances`;
      }
    }
  }
  for (const method of template.methods) {
    const decl = instance.decls.get(method.decl.name);
    const other = decl?.template;
    if (other?.bodyStage !== 'done') continue;
    if (!sameFunction(method, other, substitution))
      return `its method \`${method.decl.name}\` differs between instances`;
  }
  return undefined;
}
