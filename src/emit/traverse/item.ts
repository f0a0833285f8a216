/** Rebuilding items with mapped parts. */
import type {
  Fields,
  GenericParameter,
  Generics,
  Item,
  ItemKind,
  ItemOf,
  NamedField,
  Parameter,
  WherePredicate,
} from '../rust-ast.js';
import { mapMacroCall } from './expr.js';
import { type Mapper, optional } from './mapper.js';
import { mapBounds } from './path.js';

type ItemMapper<K extends ItemKind> = (item: ItemOf<K>, mapper: Mapper) => Item;

/** The item with its direct parts mapped. */
export function mapItemParts(item: Item, mapper: Mapper): Item {
  // The table's entry for a kind takes the item of that kind; TypeScript cannot correlate the two.
  const map = itemMappers[item.kind] as ItemMapper<ItemKind>;
  return map(item, mapper);
}

const itemMappers: { readonly [K in ItemKind]: ItemMapper<K> } = {
  fn: (item, mapper) => ({
    ...item,
    name: mapper.name(item.name),
    generics: mapGenerics(item.generics, mapper),
    parameters: item.parameters.map((parameter) => mapParameter(parameter, mapper)),
    result: optional(item.result, mapper.type),
    body: optional(item.body, mapper.block),
  }),
  struct: (item, mapper) => ({
    ...item,
    name: mapper.name(item.name),
    generics: mapGenerics(item.generics, mapper),
    fields: mapFields(item.fields, mapper),
  }),
  enum: (item, mapper) => ({
    ...item,
    name: mapper.name(item.name),
    generics: mapGenerics(item.generics, mapper),
    variants: item.variants.map((variant) => ({
      ...variant,
      name: mapper.name(variant.name),
      fields: mapFields(variant.fields, mapper),
      discriminant: optional(variant.discriminant, mapper.expr),
    })),
  }),
  union: (item, mapper) => ({
    ...item,
    name: mapper.name(item.name),
    generics: mapGenerics(item.generics, mapper),
    fields: item.fields.map((field) => mapField(field, mapper)),
  }),
  impl: (item, mapper) => ({
    ...item,
    generics: mapGenerics(item.generics, mapper),
    trait: optional(item.trait, mapper.path),
    type: mapper.type(item.type),
    items: item.items.map(mapper.item),
  }),
  trait: (item, mapper) => ({
    ...item,
    name: mapper.name(item.name),
    generics: mapGenerics(item.generics, mapper),
    supertraits: mapBounds(item.supertraits, mapper),
    items: item.items.map(mapper.item),
  }),
  const: (item, mapper) => ({
    ...item,
    name: mapper.name(item.name),
    type: mapper.type(item.type),
    value: optional(item.value, mapper.expr),
  }),
  static: (item, mapper) => ({
    ...item,
    name: mapper.name(item.name),
    type: mapper.type(item.type),
    value: optional(item.value, mapper.expr),
  }),
  typeAlias: (item, mapper) => ({
    ...item,
    name: mapper.name(item.name),
    generics: mapGenerics(item.generics, mapper),
    bounds: item.bounds === undefined ? undefined : mapBounds(item.bounds, mapper),
    type: optional(item.type, mapper.type),
  }),
  use: (item) => item,
  mod: (item, mapper) => ({
    ...item,
    name: mapper.name(item.name),
    content: item.content === undefined ? undefined : { ...item.content, items: item.content.items.map(mapper.item) },
  }),
  externBlock: (item, mapper) => ({ ...item, items: item.items.map(mapper.item) }),
  externCrate: (item) => item,
  macro: (item, mapper) => ({ ...item, call: mapMacroCall(item.call, mapper) }),
  comment: (item) => item,
};

function mapParameter(parameter: Parameter, mapper: Mapper): Parameter {
  if (parameter.kind === 'self') return { ...parameter, type: optional(parameter.type, mapper.type) };
  return { ...parameter, pattern: mapper.pattern(parameter.pattern), type: mapper.type(parameter.type) };
}

function mapField(field: NamedField, mapper: Mapper): NamedField {
  return { ...field, name: mapper.name(field.name), type: mapper.type(field.type) };
}

function mapFields(fields: Fields, mapper: Mapper): Fields {
  switch (fields.kind) {
    case 'unit':
      return fields;
    case 'tuple':
      return { ...fields, fields: fields.fields.map((field) => ({ ...field, type: mapper.type(field.type) })) };
    case 'named':
      return { ...fields, fields: fields.fields.map((field) => mapField(field, mapper)) };
  }
}

function mapGenerics(generics: Generics | undefined, mapper: Mapper): Generics | undefined {
  if (generics === undefined) return undefined;
  return {
    parameters: generics.parameters.map((parameter) => mapGenericParameter(parameter, mapper)),
    where: generics.where?.map((predicate) => mapPredicate(predicate, mapper)),
  };
}

function mapGenericParameter(parameter: GenericParameter, mapper: Mapper): GenericParameter {
  switch (parameter.kind) {
    case 'lifetime':
      return parameter;
    case 'type':
      return {
        ...parameter,
        bounds: mapBounds(parameter.bounds, mapper),
        default: optional(parameter.default, mapper.type),
      };
    case 'const':
      return { ...parameter, type: mapper.type(parameter.type), default: optional(parameter.default, mapper.expr) };
  }
}

function mapPredicate(predicate: WherePredicate, mapper: Mapper): WherePredicate {
  if (predicate.kind === 'lifetime') return predicate;
  return { ...predicate, type: mapper.type(predicate.type), bounds: mapBounds(predicate.bounds, mapper) };
}
