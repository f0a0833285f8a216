/**
 * The declarations of a crate by name. Two declarations of one name that disagree cancel each other: the pass does
 * not resolve paths, it only uses what is true whichever of them is meant.
 */
import type { Fields, FunctionItem, Generics, ImplItem, Item, ModuleContent, Type } from '../rust-ast.js';
import { type Fact, mentions, typeName } from './types.js';

export interface Signature {
  /** Without the receiver. `undefined` where a generic parameter decides. */
  readonly parameters: readonly (Type | undefined)[];
  readonly result: Fact;
}

export interface Environment {
  /** Free functions, tuple structs and tuple variants (`Enum::Variant`) by name. */
  readonly functions: ReadonlyMap<string, Signature>;
  /** Methods and associated functions by name alone. */
  readonly methods: ReadonlyMap<string, Signature>;
  /** Methods and associated functions, as `Type::name`. */
  readonly associated: ReadonlyMap<string, Signature>;
  /** Fields of structs and struct variants, as `Type.field`. */
  readonly fields: ReadonlyMap<string, Fact>;
  /** Constants and statics by name. */
  readonly values: ReadonlyMap<string, Type>;
  readonly aliases: ReadonlyMap<string, Type>;
}

class Table<V> {
  readonly #entries = new Map<string, V>();
  readonly #conflicting = new Set<string>();

  add(name: string, value: V): void {
    const known = this.#entries.get(name);
    if (this.#conflicting.has(name)) return;
    if (known !== undefined && asText(known) !== asText(value)) {
      this.#conflicting.add(name);
      this.#entries.delete(name);
    } else {
      this.#entries.set(name, value);
    }
  }
  get entries(): ReadonlyMap<string, V> {
    return this.#entries;
  }
}

/** Plain data as text, for comparison. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
}

interface Tables {
  readonly functions: Table<Signature>;
  readonly methods: Table<Signature>;
  readonly associated: Table<Signature>;
  readonly fields: Table<Fact>;
  readonly values: Table<Type>;
  readonly aliases: Table<Type>;
}

/** All declarations of the modules. */
export function collectEnvironment(modules: readonly ModuleContent[]): Environment {
  const tables: Tables = {
    functions: new Table(),
    methods: new Table(),
    associated: new Table(),
    fields: new Table(),
    values: new Table(),
    aliases: new Table(),
  };
  for (const module of modules) collectItems(module.items, tables);
  return {
    functions: tables.functions.entries,
    methods: tables.methods.entries,
    associated: tables.associated.entries,
    fields: tables.fields.entries,
    values: tables.values.entries,
    aliases: tables.aliases.entries,
  };
}

function collectItems(items: readonly Item[], tables: Tables): void {
  for (const item of items) collectItem(item, tables);
}

function collectItem(item: Item, tables: Tables): void {
  switch (item.kind) {
    case 'fn':
      tables.functions.add(item.name, signatureOf(item, undefined, new Set()));
      break;
    case 'struct':
      collectFields(item.name, item.name, item.fields, generic(item.generics), tables);
      break;
    case 'union':
      for (const field of item.fields)
        tables.fields.add(`${item.name}.${field.name}`, known(field.type, generic(item.generics)));
      break;
    case 'enum':
      for (const variant of item.variants) {
        collectFields(`${item.name}::${variant.name}`, item.name, variant.fields, generic(item.generics), tables);
      }
      break;
    case 'impl':
      collectImpl(item, tables);
      break;
    case 'trait':
      for (const member of item.items) {
        if (member.kind === 'fn') tables.methods.add(member.name, signatureOf(member, undefined, new Set()));
      }
      break;
    case 'const':
    case 'static':
      tables.values.add(item.name, item.type);
      break;
    case 'typeAlias':
      if (item.type !== undefined && (item.generics?.parameters ?? []).length === 0)
        tables.aliases.add(item.name, item.type);
      break;
    case 'mod':
      collectItems(item.content?.items ?? [], tables);
      break;
    case 'externBlock':
      collectItems(item.items, tables);
      break;
    default:
      break;
  }
}

/** The names of the generic parameters. */
function generic(generics: Generics | undefined): ReadonlySet<string> {
  return new Set((generics?.parameters ?? []).map((parameter) => parameter.name));
}

/** The type, or only that there is one, where generic parameters are in it. */
function known(type: Type, parameters: ReadonlySet<string>): Fact {
  return mentions(type, parameters) ? 'fixed' : type;
}

function collectFields(
  name: string,
  owner: string,
  fields: Fields,
  parameters: ReadonlySet<string>,
  tables: Tables,
): void {
  if (fields.kind === 'named') {
    for (const field of fields.fields) tables.fields.add(`${name}.${field.name}`, known(field.type, parameters));
    return;
  }
  if (fields.kind !== 'tuple') return;
  for (const [index, field] of fields.fields.entries())
    tables.fields.add(`${name}.${index}`, known(field.type, parameters));
  const types = fields.fields.map((field) => (mentions(field.type, parameters) ? undefined : field.type));
  tables.functions.add(name, { parameters: types, result: parameters.size > 0 ? undefined : ownerType(owner) });
}

function ownerType(name: string): Type {
  return { kind: 'path', path: { segments: [{ name }] } };
}

function collectImpl(item: ImplItem, tables: Tables): void {
  const owner = typeName(item.type);
  const parameters = generic(item.generics);
  const self = mentions(item.type, parameters) ? undefined : item.type;
  for (const member of item.items) {
    if (member.kind === 'const') {
      if (owner !== undefined) tables.values.add(`${owner}::${member.name}`, member.type);
    } else if (member.kind === 'fn') {
      const signature = signatureOf(member, self, parameters);
      tables.methods.add(member.name, signature);
      if (owner !== undefined) tables.associated.add(`${owner}::${member.name}`, signature);
    }
  }
}

function signatureOf(item: FunctionItem, self: Type | undefined, outer: ReadonlySet<string>): Signature {
  const own = generic(item.generics);
  const parameters = new Set([...outer, ...own, ...(self === undefined ? ['Self'] : [])]);
  const types = item.parameters.flatMap((parameter) => {
    if (parameter.kind === 'self') return [];
    const type = withSelf(parameter.type, self);
    return [mentions(type, parameters) ? undefined : type];
  });
  return { parameters: types, result: resultOf(item, self, parameters, own) };
}

/** A result that the function's own parameters decide is no fact; one of the type's parameters is fixed. */
function resultOf(
  item: FunctionItem,
  self: Type | undefined,
  parameters: ReadonlySet<string>,
  own: ReadonlySet<string>,
): Fact {
  if (item.result === undefined) return undefined;
  const type = withSelf(item.result, self);
  if (!mentions(type, parameters)) return type;
  return mentions(type, own) ? undefined : 'fixed';
}

/** `Self` replaced by the type of the `impl`, where it stands alone. */
function withSelf(type: Type, self: Type | undefined): Type {
  if (self === undefined) return type;
  if (type.kind === 'path' && typeName(type) === 'Self' && type.path.segments.length === 1) return self;
  if (type.kind === 'reference' || type.kind === 'rawPointer') return { ...type, target: withSelf(type.target, self) };
  return type;
}
