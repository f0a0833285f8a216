/** Calls of functions that are already written, with arguments that may alias each other. */
import { running, value } from './expressions.js';
import { allPlaces, type Callable, type Parameter, type Place, placesOf, type Scope } from './scope.js';
import type { ArrayType, Type } from './types.js';

/** A call that gives the type; undefined where no function does, or where its arguments cannot be had here. */
export function callOf(type: Type, scope: Scope, depth: number): string | undefined {
  const { choices, functions } = scope.program;
  const fitting = functions.filter(({ result }) => result?.name === type.name);
  if (fitting.length === 0) {
    if (type.kind !== 'int') return undefined;
    return `${choices.pick(['larger', 'mixed'])}(${type.name}, ${running(type, scope, depth - 1)}, ${value(type, scope, 0)})`;
  }
  const callee = choices.pick(fitting);
  const call = callText(callee, scope, depth - 1);
  if (call === undefined) return undefined;
  if (!callee.canFail) return call;
  if (scope.canFail && !scope.isDeferred && choices.chance(50)) return `(try ${call})`;
  if (callee.isInferred !== true && choices.chance(40))
    return `(${call} catch |e| switch (e) { error.Low => ${value(type, scope, 0)}, else => ${value(type, scope, 0)} })`;
  return `(${call} catch ${value(type, scope, 0)})`;
}

/** `f(a, &b, c[0..2])`, `a.f(b)`; undefined where there is nothing to point to. */
export function callText(callee: Callable, scope: Scope, depth: number): string | undefined {
  const { name, parameters } = callee;
  const args = parameters.map((parameter) => argument(parameter, scope, depth));
  if (!args.every((one) => one !== undefined)) return undefined;
  for (const one of args) one.target?.noteMutation();
  const [first, ...others] = args.map((one) => one.text);
  const owner = args[0]?.target?.text;
  if (callee.method !== undefined && owner !== undefined && scope.program.choices.chance(60))
    return `${owner}.${callee.method}(${others.join(', ')})`;
  return `${name}(${[first, ...others].join(', ')})`;
}

interface Argument {
  readonly text: string;
  /** What the callee may write. */
  readonly target?: Place;
}

function argument(parameter: Parameter, scope: Scope, depth: number): Argument | undefined {
  if (parameter.passing === 'value') return { text: value(parameter.type, scope, depth) };
  const { choices } = scope.program;
  if (parameter.passing === 'pointer' || parameter.passing === 'constPointer') {
    const target = pickPlace(placesOf(scope, parameter.type), scope);
    return target && { text: addressOf(target.text), target };
  }
  const arrays = allPlaces(scope).filter(
    ({ type, isAssignable, isBits }) =>
      isAssignable && isBits !== true && type.kind === 'array' && type.element.name === parameter.type.name,
  );
  const target = pickPlace(arrays, scope);
  if (target === undefined) return undefined;
  const { length } = target.type as ArrayType;
  const start = choices.below(length);
  const part = `${target.text}[${start}..${choices.chance(50) ? '' : length}]`;
  return { text: choices.chance(40) ? addressOf(target.text) : part, target };
}

function pickPlace(places: readonly Place[], scope: Scope): Place | undefined {
  const assignable = places.filter((place) => place.isAssignable && place.isBits !== true);
  return assignable.length === 0 ? undefined : scope.program.choices.pick(assignable);
}

/** `&p.*` is `p`. */
export function addressOf(text: string): string {
  return /^\w+\.\*$/.test(text) ? text.slice(0, -2) : `&${text}`;
}
