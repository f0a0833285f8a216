/** Rebuilding paths, types and patterns with mapped parts. */
import type { Bound, GenericArgument, Path, Pattern, PatternKind, RangePattern, Type, TypeKind } from '../rust-ast.js';
import { mapMacroCall } from './expr.js';
import { type Mapper, optional } from './mapper.js';

/** The path with its names and arguments mapped. */
export function mapPathParts(path: Path, mapper: Mapper): Path {
  const { qualifiedSelf } = path;
  return {
    ...path,
    qualifiedSelf:
      qualifiedSelf === undefined
        ? undefined
        : { type: mapper.type(qualifiedSelf.type), trait: optional(qualifiedSelf.trait, mapper.path) },
    segments: path.segments.map((segment) => ({
      name: mapper.name(segment.name),
      generics: optional(segment.generics, mapper.generics),
      signature:
        segment.signature === undefined
          ? undefined
          : {
              parameters: mapper.types(segment.signature.parameters),
              result: optional(segment.signature.result, mapper.type),
            },
    })),
  };
}

export function mapGenericArguments(generics: readonly GenericArgument[], mapper: Mapper): readonly GenericArgument[] {
  return generics.flatMap((argument) => mapGenericArgument(argument, mapper));
}

function mapGenericArgument(argument: GenericArgument, mapper: Mapper): readonly GenericArgument[] {
  switch (argument.kind) {
    case 'type':
      return mapper.types([argument.type]).map((type) => ({ ...argument, type }));
    case 'const':
      return [{ ...argument, value: mapper.expr(argument.value) }];
    case 'binding':
      return [{ ...argument, type: mapper.type(argument.type) }];
    case 'constraint':
      return [{ ...argument, bounds: mapBounds(argument.bounds, mapper) }];
    case 'lifetime':
      return [argument];
  }
}

export function mapBounds(bounds: readonly Bound[], mapper: Mapper): readonly Bound[] {
  return bounds.map((bound) => (bound.kind === 'trait' ? { ...bound, path: mapper.path(bound.path) } : bound));
}

type TypeMapper<K extends TypeKind> = (type: Extract<Type, { readonly kind: K }>, mapper: Mapper) => Type;

/** The type with its direct parts mapped. */
export function mapTypeParts(type: Type, mapper: Mapper): Type {
  // The table's entry for a kind takes the type of that kind; TypeScript cannot correlate the two.
  const map = typeMappers[type.kind] as TypeMapper<TypeKind>;
  return map(type, mapper);
}

const typeMappers: { readonly [K in TypeKind]: TypeMapper<K> } = {
  path: (type, mapper) => ({ ...type, path: mapper.path(type.path) }),
  reference: (type, mapper) => ({ ...type, target: mapper.type(type.target) }),
  rawPointer: (type, mapper) => ({ ...type, target: mapper.type(type.target) }),
  slice: (type, mapper) => ({ ...type, element: mapper.type(type.element) }),
  array: (type, mapper) => ({ ...type, element: mapper.type(type.element), length: mapper.expr(type.length) }),
  tuple: (type, mapper) => ({ ...type, elements: mapper.types(type.elements) }),
  functionPointer: (type, mapper) => ({
    ...type,
    parameters: type.parameters.flatMap((parameter) =>
      mapper.types([parameter.type]).map((mapped) => ({ ...parameter, type: mapped })),
    ),
    result: optional(type.result, mapper.type),
  }),
  never: (type) => type,
  inferred: (type) => type,
  implTrait: (type, mapper) => ({ ...type, bounds: mapBounds(type.bounds, mapper) }),
  dynTrait: (type, mapper) => ({ ...type, bounds: mapBounds(type.bounds, mapper) }),
  macro: (type, mapper) => ({ ...type, call: mapMacroCall(type.call, mapper) }),
  meta: (type) => type,
};

type PatternMapper<K extends PatternKind> = (
  pattern: Extract<Pattern, { readonly kind: K }>,
  mapper: Mapper,
) => Pattern;

/** The pattern with its direct parts mapped. */
export function mapPatternParts(pattern: Pattern, mapper: Mapper): Pattern {
  // The table's entry for a kind takes the pattern of that kind; TypeScript cannot correlate the two.
  const map = patternMappers[pattern.kind] as PatternMapper<PatternKind>;
  return map(pattern, mapper);
}

const patternMappers: { readonly [K in PatternKind]: PatternMapper<K> } = {
  wildcard: (pattern) => pattern,
  rest: (pattern) => pattern,
  binding: (pattern, mapper) => ({
    ...pattern,
    name: mapper.name(pattern.name),
    subpattern: optional(pattern.subpattern, mapper.pattern),
  }),
  literal: (pattern) => pattern,
  path: (pattern, mapper) => ({ ...pattern, path: mapper.path(pattern.path) }),
  tupleStruct: (pattern, mapper) => ({
    ...pattern,
    path: mapper.path(pattern.path),
    elements: mapper.patterns(pattern.elements),
  }),
  struct: (pattern, mapper) => ({
    ...pattern,
    path: mapper.path(pattern.path),
    fields: pattern.fields.map((field) => ({
      ...field,
      name: mapper.name(field.name),
      pattern: mapper.pattern(field.pattern),
    })),
  }),
  tuple: (pattern, mapper) => ({ ...pattern, elements: mapper.patterns(pattern.elements) }),
  slice: (pattern, mapper) => ({ ...pattern, elements: mapper.patterns(pattern.elements) }),
  reference: (pattern, mapper) => ({ ...pattern, target: mapper.pattern(pattern.target) }),
  range: (pattern, mapper) => ({
    ...pattern,
    start: rangeBound(pattern.start, mapper),
    end: rangeBound(pattern.end, mapper),
  }),
  or: (pattern, mapper) => ({ ...pattern, alternatives: mapper.patterns(pattern.alternatives) }),
  macro: (pattern, mapper) => ({ ...pattern, call: mapMacroCall(pattern.call, mapper) }),
  meta: (pattern) => pattern,
};

function rangeBound(bound: RangePattern['start'], mapper: Mapper): RangePattern['start'] {
  if (bound === undefined) return undefined;
  const mapped = mapper.pattern(bound);
  if (mapped.kind === 'literal' || mapped.kind === 'path' || mapped.kind === 'meta') return mapped;
  throw new TypeError(`the bound of a range pattern became a ${mapped.kind} pattern`);
}
