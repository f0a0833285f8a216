/**
 * Expressions of a wanted type. Zig computes what it knows while compiling, and rejects an overflow there: so at least one operand of
 * every operation is a place (`running`), and literals stand beside it.
 */
import { callOf } from './calls.js';
import { allPlaces, errorUnionPlaces, fresh, intPlaces, optionalPlaces, placesOf, type Scope } from './scope.js';
import {
  BOOL,
  type EnumType,
  ERRORS,
  type IntType,
  int,
  isWidening,
  maxOf,
  minOf,
  someInt,
  someValue,
  type Type,
} from './types.js';

/** A value of the type; may be a literal. */
export function value(type: Type, scope: Scope, depth: number): string {
  const { choices } = scope.program;
  if (depth > 0 && choices.chance(type.kind === 'int' ? 65 : 40)) return running(type, scope, depth);
  switch (type.kind) {
    case 'int':
      return String(someValue(type, choices));
    case 'bool':
      return choices.chance(50) ? 'true' : 'false';
    case 'enum':
      if (depth > 0 && choices.chance(10)) return convertedTag(type, scope);
      return `.${choices.pick(type.tags)}`;
    case 'optional':
      return choices.chance(60) ? value(type.payload, scope, depth - 1) : 'null';
    case 'struct': {
      const fields = type.fields.map((field) => `.${field.name} = ${value(field.type, scope, depth - 1)}`);
      return `${choices.chance(50) ? type.name : '.'}{ ${fields.join(', ')} }`;
    }
    case 'array': {
      if (choices.chance(15)) return `@splat(${value(type.element, scope, 0)})`;
      const elements = Array.from({ length: type.length }, () => value(type.element, scope, depth - 1));
      return choices.chance(50) ? `.{ ${elements.join(', ')} }` : `${type.name}{ ${elements.join(', ')} }`;
    }
    case 'tuple':
      return `.{ ${type.elements.map((element) => value(element, scope, depth - 1)).join(', ')} }`;
    case 'errorUnion':
      return choices.chance(70) ? value(type.payload, scope, depth - 1) : `error.${choices.pick(ERRORS)}`;
    case 'union': {
      const field = choices.pick(type.fields);
      return field.type === undefined
        ? `.${field.name}`
        : `${type.name}{ .${field.name} = ${value(field.type, scope, depth - 1)} }`;
    }
  }
}

/** An expression that has the type by itself, and is computed when the program runs. */
export function running(type: Type, scope: Scope, depth: number): string {
  const { choices } = scope.program;
  const places = placesOf(scope, type);
  const isLeaf = depth <= 0 || choices.chance(25);
  if (isLeaf && places.length > 0) return choices.pick(places).text;
  if (depth > 0 && choices.chance(12)) {
    const call = callOf(type, scope, depth);
    if (call !== undefined) return call;
  }
  if (depth > 0 && choices.chance(20)) return chosen(type, scope, depth);
  if (type.kind === 'int') return depth <= 0 ? converted(type, scope) : integer(type, scope, depth);
  if (type.kind === 'bool') return condition(scope, depth);
  return places.length > 0 ? choices.pick(places).text : `@as(${type.name}, ${value(type, scope, 0)})`;
}

/** `if`, `orelse`, `switch` and labelled blocks as values. */
function chosen(type: Type, scope: Scope, depth: number): string {
  const { choices } = scope.program;
  const inner = depth - 1;
  const optionals = optionalPlaces(scope).filter((place) => place.type.payload.name === type.name);
  const unions = errorUnionPlaces(scope).filter((place) => place.type.payload.name === type.name);
  switch (choices.below(4)) {
    case 1: {
      const label = fresh(scope.program, 'blk');
      const early = `if (${condition(scope, inner)}) break :${label} @as(${type.name}, ${value(type, scope, inner)});`;
      return `${label}: { ${early} break :${label} @as(${type.name}, ${value(type, scope, inner)}); }`;
    }
    case 2:
      if (unions.length > 0 && choices.chance(50)) return unwrapped(choices.pick(unions).text, type, scope, inner);
      if (optionals.length > 0) return `(${choices.pick(optionals).text} orelse ${value(type, scope, inner)})`;
      return conditional(type, scope, inner);
    case 3:
      return switchValue(type, scope, inner);
    default:
      return conditional(type, scope, inner);
  }
}

/** `try`, or one of the ways to `catch`. */
function unwrapped(text: string, type: Type, scope: Scope, depth: number): string {
  const { choices } = scope.program;
  if (scope.canFail && !scope.isDeferred && choices.chance(30)) return `(try ${text})`;
  if (choices.chance(50)) return `(${text} catch ${value(type, scope, depth)})`;
  const arms = `error.Low => ${value(type, scope, depth)}, else => ${value(type, scope, 0)}`;
  const error = fresh(scope.program, 'e');
  return `(${text} catch |${error}| switch (${error}) { ${arms} })`;
}

function conditional(type: Type, scope: Scope, depth: number): string {
  return `@as(${type.name}, if (${condition(scope, depth)}) ${value(type, scope, depth)} else ${value(type, scope, depth)})`;
}

function switchValue(type: Type, scope: Scope, depth: number): string {
  const { choices } = scope.program;
  const enums = allPlaces(scope).filter((place) => place.type.kind === 'enum');
  if (enums.length > 0 && choices.chance(50)) {
    const place = choices.pick(enums);
    const tags = place.type.kind === 'enum' ? place.type.tags : [];
    const arms = tags.map((tag) => `.${tag} => ${value(type, scope, depth)}`);
    return `@as(${type.name}, switch (${place.text}) { ${arms.join(', ')} })`;
  }
  const operand = choices.pick(intPlaces(scope));
  const arms = intArms(operand.type, scope).map((items) => `${items} => ${value(type, scope, depth)}`);
  const rest = `else => ${value(type, scope, depth)}`;
  return `@as(${type.name}, switch (${operand.text}) { ${[...arms, rest].join(', ')} })`;
}

/** Items of switch prongs over an integer, apart from each other, and never all of its values. */
export function intArms(type: IntType, scope: Scope): readonly string[] {
  const { choices } = scope.program;
  const [min, max] = [minOf(type), maxOf(type)];
  if (max - min < 4n) return [String(max)];
  const middle = (min + max) / 2n;
  const all = [`${min}...${min + 1n}`, `${middle}`, `${middle + 1n}...${max - 1n}`];
  return all.slice(choices.below(2), 1 + choices.below(3));
}

const ALWAYS_DEFINED = ['+%', '-%', '*%', '+|', '-|', '*|', '&', '|', '^'] as const;
const CHECKED = ['+', '-', '*'] as const;

function integer(type: IntType, scope: Scope, depth: number): string {
  const { choices } = scope.program;
  const inner = depth - 1;
  const left = running(type, scope, inner);
  switch (choices.below(14)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return `(${left} ${choices.pick(ALWAYS_DEFINED)} ${value(type, scope, inner)})`;
    case 4:
      return `(${left} ${choices.pick(CHECKED)} ${choices.chance(70) ? String(someSmall(type, scope)) : value(type, scope, inner)})`;
    case 5:
      return division(type, left, scope, inner);
    case 6:
      return shift(type, left, scope);
    case 7:
      return `${choices.pick(['@min', '@max'])}(${left}, ${running(type, scope, inner)})`;
    case 8:
      return `${type.signed && choices.chance(60) ? '-%' : '~'}${left}`;
    case 9:
      return `@${choices.pick(['add', 'sub', 'mul'])}WithOverflow(${left}, ${value(type, scope, inner)})[0]`;
    case 10:
      return bits(type, left);
    case 11:
      return counted(type, scope);
    default:
      return converted(type, scope);
  }
}

function someSmall(type: IntType, scope: Scope): bigint {
  const small = BigInt(scope.program.choices.below(3));
  return small > maxOf(type) ? maxOf(type) : small;
}

function division(type: IntType, left: string, scope: Scope, depth: number): string {
  const { choices } = scope.program;
  const operator = choices.pick(['@divTrunc', '@divFloor', '@rem', '@mod']);
  const highest = maxOf(type);
  const divisor = choices.chance(15)
    ? running(type, scope, depth)
    : String(highest < 7n ? highest : choices.between(2, 7));
  if (!type.signed && choices.chance(40)) return `(${left} ${choices.pick(['/', '%'])} ${divisor})`;
  return `${operator}(${left}, ${divisor})`;
}

function shift(type: IntType, left: string, scope: Scope): string {
  const { choices } = scope.program;
  const operator = choices.pick(['<<', '>>', '<<|']);
  if (type.bits === 1) return left;
  if (operator === '<<|') return `(${left} <<| ${choices.below(type.bits)})`;
  if (choices.chance(40)) {
    const amounts = allPlaces(scope).filter(
      ({ type: of }) => of.kind === 'int' && !of.signed && of.bits === shiftBits(type),
    );
    if (amounts.length > 0) return `(${left} ${operator} ${choices.pick(amounts).text})`;
  }
  return `(${left} ${operator} ${choices.below(type.bits)})`;
}

function shiftBits(type: IntType): number {
  return Math.ceil(Math.log2(type.bits));
}

function bits(type: IntType, operand: string): string {
  if (type.bits % 8 === 0 && !type.name.endsWith('size')) return `@byteSwap(${operand})`;
  return `@bitReverse(${operand})`;
}

/** Counts of bits and lengths, where the type holds them all. */
function counted(type: IntType, scope: Scope): string {
  const { choices } = scope.program;
  const source = choices.pick(intPlaces(scope));
  if (type.bits < 9) return converted(type, scope);
  switch (choices.below(4)) {
    case 1: {
      const bools = placesOf(scope, BOOL);
      if (bools.length > 0) return `@as(${type.name}, @intFromBool(${choices.pick(bools).text}))`;
      return `@as(${type.name}, @ctz(${source.text}))`;
    }
    case 2: {
      const enums = allPlaces(scope).filter((place) => place.type.kind === 'enum');
      if (enums.length > 0) return `@as(${type.name}, @intFromEnum(${choices.pick(enums).text}))`;
      return `@as(${type.name}, @clz(${source.text}))`;
    }
    default:
      return `@as(${type.name}, @popCount(${source.text}))`;
  }
}

/** A tag from its number, which is one of a tag. */
function convertedTag(type: EnumType, scope: Scope): string {
  const places = placesOf(scope, type);
  if (places.length === 0) return `.${type.tags[0]}`;
  return `@as(${type.name}, @enumFromInt(@intFromEnum(${scope.program.choices.pick(places).text})))`;
}

/** An integer of any other type, brought to this one. */
export function converted(type: IntType, scope: Scope): string {
  const { choices } = scope.program;
  const source = choices.pick(intPlaces(scope));
  const from = source.type;
  if (from.name === type.name) return source.text;
  if (from.signed && !type.signed && from.bits === type.bits) return `@abs(${source.text})`;
  if (isWidening(from, type)) return `@as(${type.name}, ${source.text})`;
  if (choices.chance(8)) return `@as(${type.name}, @intCast(${source.text}))`;
  const bitsAlike = from.signed === type.signed ? source.text : bitCast(source.text, from, type.signed);
  if (from.bits === type.bits)
    return from.signed === type.signed ? `@as(${type.name}, @intCast(${bitsAlike}))` : bitsAlike;
  return from.bits > type.bits ? `@as(${type.name}, @truncate(${bitsAlike}))` : `@as(${type.name}, ${bitsAlike})`;
}

function bitCast(text: string, from: IntType, signed: boolean): string {
  return `@as(${int(signed, from.bits).name}, @bitCast(${text}))`;
}

const COMPARISONS = ['<', '==', '!=', '>', '<=', '>='] as const;

export function condition(scope: Scope, depth: number): string {
  const { choices } = scope.program;
  const bools = placesOf(scope, BOOL);
  const optionals = optionalPlaces(scope);
  switch (depth <= 0 ? 0 : choices.below(6)) {
    case 1:
      return `(${condition(scope, depth - 1)} ${choices.pick(['and', 'or'])} ${condition(scope, depth - 1)})`;
    case 2:
      return `!${condition(scope, depth - 1)}`;
    case 3:
      if (bools.length > 0) return choices.pick(bools).text;
      break;
    case 4:
      if (optionals.length > 0) return `(${choices.pick(optionals).text} ${choices.pick(['!=', '=='])} null)`;
      break;
    default:
  }
  const type = choices.chance(40) ? someInt(choices) : choices.pick(intPlaces(scope)).type;
  return `(${running(type, scope, depth - 1)} ${choices.pick(COMPARISONS)} ${value(type, scope, depth - 1)})`;
}
