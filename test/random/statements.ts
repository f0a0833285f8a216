/** Statements: declarations, assignments through every way to a place, branches, loops, defers and jumps. */
import { addressOf, callText } from './calls.js';
import { show, someType } from './declarations.js';
import { condition, intArms, running, value } from './expressions.js';
import { feature } from './features.js';
import { loop } from './loops.js';
import {
  allPlaces,
  type Callable,
  fresh,
  intPlaces,
  optionalPlaces,
  type Place,
  placesOf,
  type Scope,
} from './scope.js';
import type { ArrayType, Type, UnionType } from './types.js';

/** A line, or one that is written when the block is complete. */
export type Line = string | (() => string);

/** A block's statements, then calls of the functions given, with everything it declares printed at its end. */
export function block(outer: Scope, count: number, called: readonly Callable[] = []): readonly string[] {
  const lines: Line[] = [];
  let scope: Scope = { ...outer, depth: outer.depth + 1 };
  const declared: Place[] = [];
  const declare = (place: Place) => {
    declared.push(place);
    scope = { ...scope, places: [...scope.places, place] };
  };
  for (let left = count; left > 0; left -= 1) lines.push(...statement(scope, declare));
  for (const callee of called) lines.push(...callStatement(callee, scope, declare));
  const shown = declared.flatMap((place) => show(place.text.replace('.*', ''), place.text, place.type));
  return [...lines.map((line) => (typeof line === 'string' ? line : line())), ...shown];
}

export type Declare = (place: Place) => void;

function statement(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const isDeep = scope.depth > 3 || choices.isExhausted;
  switch (choices.below(isDeep ? 9 : 21)) {
    case 0:
    case 1:
      return variable(scope, declare);
    case 2:
    case 3:
    case 4:
      return assignment(scope);
    case 5:
      return pointer(scope, declare);
    case 6:
    case 7:
      return call(scope, declare);
    case 8:
    case 16:
    case 17:
    case 18:
    case 19:
      return feature(scope, declare);
    case 20:
      return branch(scope);
    case 9:
      return optionalBranch(scope);
    case 10:
      return switchStatement(scope);
    case 11:
      return unionSwitch(scope);
    case 12:
      return deferred(scope);
    case 13:
      return jump(scope, declare);
    default:
      return loop(scope);
  }
}

function variable(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const type = someType(scope.program);
  const name = fresh(scope.program, 'x');
  const initial = choices.chance(60) ? running(type, scope, 3) : value(type, scope, 3);
  if (choices.chance(25)) {
    declare({ text: name, type, isAssignable: false, noteMutation: () => {} });
    return [`const ${name}: ${type.name} = ${running(type, scope, 2)};`];
  }
  let isMutated = false;
  const noteMutation = () => {
    isMutated = true;
  };
  declare({ text: name, type, isAssignable: true, noteMutation });
  return [() => `var ${name}: ${type.name} = ${initial};${isMutated ? '' : ` _ = &${name};`}`];
}

/** A place that can be written, noted as written. */
function target(scope: Scope, accept: (place: Place) => boolean): Place | undefined {
  const places = allPlaces(scope).filter((place) => place.isAssignable && accept(place));
  if (places.length === 0) return undefined;
  const place = scope.program.choices.pick(places);
  place.noteMutation();
  return place;
}

const COMPOUND = ['+%=', '-%=', '*%=', '+|=', '-|=', '*|=', '&=', '|=', '^='] as const;

function assignment(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const place = target(scope, () => true);
  if (place === undefined) return [];
  const { type, text } = place;
  if (type.kind === 'int' && choices.chance(45)) return [`${text} ${choices.pick(COMPOUND)} ${value(type, scope, 2)};`];
  if (type.kind === 'int' && type.bits > 3 && choices.chance(10))
    return [`${text} ${choices.pick(['+=', '-='])} ${choices.below(3)};`];
  if (type.kind === 'array' && choices.chance(50)) return elementAssignment(text, type, scope);
  const other = placesOf(scope, type).filter((one) => one.isAssignable && one.text !== text);
  if (other.length > 0 && choices.chance(10)) {
    const second = choices.pick(other);
    second.noteMutation();
    return [`${text}, ${second.text} = .{ ${second.text}, ${text} };`];
  }
  return [`${text} = ${value(type, scope, 3)};`];
}

/** `a[i % len] op= v`, the index known only when the program runs. */
function elementAssignment(text: string, type: ArrayType, scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const index = choices.pick(intPlaces(scope));
  const unsigned = index.type.signed ? `@abs(${index.text})` : index.text;
  const within = index.type.bits < 4 ? '0' : `@as(usize, @intCast(${unsigned} % ${type.length}))`;
  return [`${text}[${within}] = ${value(type.element, scope, 2)};`];
}

/** A second name for a place: what is written through one is read through the other. */
function pointer(scope: Scope, declare: Declare): readonly Line[] {
  const isPointed = ({ type, isBits }: Place) =>
    isBits !== true && ['int', 'struct', 'array', 'tuple'].includes(type.kind);
  const place = target(scope, isPointed);
  if (place === undefined) return [];
  const name = fresh(scope.program, 'p');
  declare({ text: `${name}.*`, type: place.type, isAssignable: true, noteMutation: () => {} });
  return [`const ${name} = ${addressOf(place.text)};`];
}

function call(scope: Scope, declare: Declare): readonly Line[] {
  const { choices, functions } = scope.program;
  return functions.length === 0 ? assignment(scope) : callStatement(choices.pick(functions), scope, declare);
}

function callStatement(callee: Callable, scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const text = callText(callee, scope, 2);
  if (text === undefined) return assignment(scope);
  const { result } = callee;
  if (callee.canFail && !(scope.canFail && !scope.isDeferred && choices.chance(50))) {
    const caught = `|e| print("${callee.name} {s}\\n", .{@errorName(e)})`;
    if (result === undefined) return [`${text} catch ${caught};`];
    const taken = fresh(scope.program, 'v');
    return [`if (${text}) |${taken}| {`, ...show(callee.name, taken, result), `} else ${caught};`];
  }
  const tried = callee.canFail ? `try ${text}` : text;
  if (result === undefined) return [`${tried};`];
  const name = fresh(scope.program, 'r');
  declare({ text: name, type: result, isAssignable: false, noteMutation: () => {} });
  return [`const ${name} = ${tried};`];
}

function branch(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const then = block(scope, choices.between(1, 2));
  const head = `if (${condition(scope, 2)}) {`;
  if (choices.chance(50)) return [head, ...then, '}'];
  return [head, ...then, '} else {', ...block(scope, choices.between(1, 2)), '}'];
}

function optionalBranch(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const optionals = optionalPlaces(scope);
  if (optionals.length === 0) return branch(scope);
  const place = choices.pick(optionals);
  const name = fresh(scope.program, 'o');
  const byPointer = place.isAssignable && choices.chance(50);
  if (byPointer) place.noteMutation();
  const captured: Place = {
    text: byPointer ? `${name}.*` : name,
    type: place.type.payload,
    isAssignable: byPointer,
    noteMutation: () => {},
  };
  const inner = { ...scope, places: [...scope.places, captured] };
  const body = byPointer ? overwritten(captured, scope) : block(inner, choices.between(1, 2));
  return [
    `if (${place.text}) |${byPointer ? '*' : ''}${name}| {`,
    ...show(name, captured.text, captured.type),
    ...body,
    ...(choices.chance(50) ? ['} else {', ...block(scope, 1), '}'] : ['}']),
  ];
}

function switchStatement(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const places = allPlaces(scope).filter(({ type }) => type.kind === 'enum' || type.kind === 'int');
  const place = choices.pick(places);
  if (place.type.kind === 'enum') {
    const arms = place.type.tags.flatMap((tag) => [`.${tag} => {`, ...block(scope, 1), '},']);
    return [`switch (${place.text}) {`, ...arms, '}'];
  }
  if (place.type.kind !== 'int') return [];
  const arms = intArms(place.type, scope).flatMap((items) => [`${items} => {`, ...block(scope, 1), '},']);
  return [`switch (${place.text}) {`, ...arms, 'else => {', ...block(scope, 1), '},', '}'];
}

function unionSwitch(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const unions = allPlaces(scope).filter(({ type }) => type.kind === 'union');
  if (unions.length === 0) return switchStatement(scope);
  const place = choices.pick(unions);
  const arms = (place.type as UnionType).fields.flatMap((field) => unionArm(field, place, scope));
  return [`switch (${place.text}) {`, ...arms, '}'];
}

/**
 * A payload that is pointed to is written, and nothing else is done: a statement that stored another variant, or null, would leave the
 * pointer to what is no longer there, of which Zig says nothing.
 */
function overwritten({ text, type }: Place, scope: Scope): readonly string[] {
  return [`${text} = ${value(type, scope, 0)};`];
}

function unionArm(field: UnionType['fields'][number], place: Place, scope: Scope): readonly string[] {
  const { choices } = scope.program;
  if (field.type === undefined) return [`.${field.name} => {`, ...block(scope, 1), '},'];
  const name = fresh(scope.program, 'u');
  const byPointer = place.isAssignable && choices.chance(50);
  if (byPointer) place.noteMutation();
  const text = byPointer ? `${name}.*` : name;
  const captured: Place = { text, type: field.type, isAssignable: byPointer, noteMutation: () => {} };
  const body = byPointer ? overwritten(captured, scope) : block({ ...scope, places: [...scope.places, captured] }, 1);
  return [`.${field.name} => |${byPointer ? '*' : ''}${name}| {`, ...body, ...show(name, text, field.type), '},'];
}

function deferred(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  if (scope.isDeferred) return assignment(scope);
  const isOnError = scope.canFail && choices.chance(50);
  const error = isOnError && choices.chance(40) ? fresh(scope.program, 'err') : undefined;
  const keyword = !isOnError ? 'defer' : error === undefined ? 'errdefer' : `errdefer |${error}|`;
  const inner: Scope = { ...scope, isDeferred: true, loops: [], depth: 3 };
  const name = fresh(scope.program, 'd');
  const cause = error === undefined ? [] : [`print("${name} {s}\\n", .{@errorName(${error})});`];
  return [`${keyword} {`, `print("${name}\\n", .{});`, ...cause, ...block(inner, choices.between(1, 2)), '}'];
}

/** A jump out of a loop or of the function, on a condition. */
function jump(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  // The program itself and the first statements of a function go on.
  if (scope.isDeferred || (scope.loops.length === 0 && (scope.depth < 2 || scope.name === 'run')))
    return call(scope, declare);
  const head = `if (${condition(scope, 2)}) `;
  if (scope.loops.length > 0 && choices.chance(70)) {
    const label = choices.chance(50) ? ` :${choices.pick(scope.loops)}` : '';
    return [`${head}${choices.pick(['continue', 'break'])}${label};`];
  }
  if (scope.canFail && choices.chance(50)) return [`${head}return error.${choices.pick(['Low', 'High', 'Odd'])};`];
  return [`${head}return${scope.result === undefined ? '' : ` ${returned(scope.result, scope)}`};`];
}

export function returned(type: Type, scope: Scope): string {
  return value(type, scope, 3);
}
