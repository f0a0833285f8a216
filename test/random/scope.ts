/** What a generated function can name: places with their types, and the program around it. */
import type { Choices } from './choices.js';
import type { EnumType, ErrorUnionType, IntType, OptionalType, StructType, Type, UnionType } from './types.js';

/** A variable, parameter, global or dereferenced pointer; `text` is how an expression names it. */
export interface Place {
  readonly text: string;
  readonly type: Type;
  readonly isAssignable: boolean;
  /** A field of a packed struct: it lies between bytes, and its address is no ordinary pointer. */
  readonly isBits?: boolean;
  /** Told when the place is written or its address is taken to write. */
  readonly noteMutation: () => void;
}

export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly passing: 'value' | 'pointer' | 'constPointer' | 'slice';
}

/** A function that is complete and can be called. */
export interface Callable {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly result: Type | undefined;
  readonly canFail: boolean;
  /** Its errors are those that it gives, and cannot be named by whoever does not know them. */
  readonly isInferred?: boolean;
  /** Called on its first argument, by this name. */
  readonly method?: string;
}

/** The program as it grows. */
export interface Program {
  readonly choices: Choices;
  readonly structs: StructType[];
  readonly enums: EnumType[];
  readonly unions: UnionType[];
  readonly globals: Place[];
  readonly functions: Callable[];
  readonly declarations: string[];
  /** For names that occur once. */
  counter: number;
}

/** Statements of a block in progress; a declaration is written when it is known whether its variable was changed. */
export interface Scope {
  readonly program: Program;
  /** Of the function. */
  readonly name: string;
  readonly places: readonly Place[];
  /** Error functions may `try` and return errors. */
  readonly canFail: boolean;
  readonly result: Type | undefined;
  /** Labels of the loops around, innermost last; a jump may name one. */
  readonly loops: readonly string[];
  /** Inside `defer`: no jump may leave it. */
  readonly isDeferred: boolean;
  readonly depth: number;
}

export function fresh(program: Program, prefix: string): string {
  program.counter += 1;
  // A name such as `i8` would be a type.
  return /^[A-Z]/.test(prefix) ? `${prefix}${program.counter}` : `${prefix}_${program.counter}`;
}

/** The places that can be read, with the fields and elements of what lies in them. */
export function allPlaces(scope: Scope): readonly Place[] {
  return [...scope.places, ...scope.program.globals].flatMap((place) => withParts(place, 2));
}

function withParts(place: Place, depth: number): readonly Place[] {
  if (depth === 0) return [place];
  const { type } = place;
  const part = (text: string, of: Type): readonly Place[] => withParts({ ...place, text, type: of }, depth - 1);
  if (type.kind === 'struct') {
    const inner = type.isPacked ? { ...place, isBits: true } : place;
    const field = (text: string, of: Type) => withParts({ ...inner, text, type: of }, depth - 1);
    return [place, ...type.fields.flatMap(({ name, type: of }) => field(`${place.text}.${name}`, of))];
  }
  if (type.kind === 'tuple')
    return [place, ...type.elements.flatMap((element, index) => part(`${place.text}[${index}]`, element))];
  if (type.kind === 'array') {
    const indexes = Array.from({ length: type.length }, (_, index) => index);
    return [place, ...indexes.flatMap((index) => part(`${place.text}[${index}]`, type.element))];
  }
  return [place];
}

export function placesOf(scope: Scope, type: Type): readonly Place[] {
  return allPlaces(scope).filter((place) => place.type.name === type.name);
}

export function intPlaces(scope: Scope): readonly (Place & { readonly type: IntType })[] {
  return allPlaces(scope).filter((place): place is Place & { readonly type: IntType } => place.type.kind === 'int');
}

export function errorUnionPlaces(scope: Scope): readonly (Place & { readonly type: ErrorUnionType })[] {
  return allPlaces(scope).filter(
    (place): place is Place & { readonly type: ErrorUnionType } => place.type.kind === 'errorUnion',
  );
}

/** Places that can be written and pointed to. */
export function addressable(scope: Scope): readonly Place[] {
  return allPlaces(scope).filter((place) => place.isAssignable && place.isBits !== true);
}

export function optionalPlaces(scope: Scope): readonly (Place & { readonly type: OptionalType })[] {
  return allPlaces(scope).filter(
    (place): place is Place & { readonly type: OptionalType } => place.type.kind === 'optional',
  );
}
