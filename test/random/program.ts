/**
 * Random Zig programs that are well typed. A list of numbers (from fast-check) is turned into a file with types, globals, functions and
 * a `run` that calls them and prints every value it computes. Programs end: loops are bounded, functions call only earlier ones. Most
 * arithmetic wraps or saturates, so that most programs come to their end; some trap, and then both languages must.
 *
 * What Zig leaves open is not generated: an aggregate passed by value beside a pointer to it (Zig may pass it by reference).
 */
import { Choices } from './choices.js';
import { declareGlobals, declareTypes, show, someType } from './declarations.js';
import { type Callable, fresh, type Parameter, type Place, type Program, type Scope } from './scope.js';
import { block, returned } from './statements.js';
import { int, someInt, type Type } from './types.js';

const HEADER = `const std = @import("std");
const print = std.debug.print;
const gpa = std.heap.page_allocator;
const Fault = error{ Low, High, Odd };

fn larger(comptime T: type, a: T, b: T) T {
    return if (a > b) a else b;
}

fn mixed(comptime T: type, a: T, b: T) T {
    return (a ^ b) +% (a & b);
}
`;

/** The text of the program that the numbers mean. */
export function programText(numbers: readonly number[]): string {
  const program: Program = {
    choices: new Choices(numbers),
    structs: [],
    enums: [],
    unions: [],
    globals: [],
    functions: [],
    declarations: [],
    counter: 0,
  };
  const empty: Scope = {
    program,
    name: 'run',
    places: [],
    canFail: false,
    result: undefined,
    loops: [],
    isDeferred: false,
    depth: 0,
  };
  declareTypes(program);
  declareGlobals(program, empty);
  for (let count = program.choices.between(1, 4); count > 0; count -= 1) declareFunction(program, empty);
  const run = body(empty, program.choices.between(4, 9), program.functions);
  const globals = program.globals.flatMap((place) => show(place.text, place.text, place.type));
  const text = [
    HEADER,
    ...program.declarations,
    '\nfn finish() void {',
    ...globals,
    '}\n\npub fn run() void {',
    'defer finish();',
    ...run,
    '}\n',
  ];
  return text.join('\n');
}

/** Statements with something to start from: a variable whose value the compiler does not know. */
function body(scope: Scope, count: number, called: readonly Callable[] = []): readonly string[] {
  const { program } = scope;
  const name = fresh(program, 'seed');
  const seed: Place = { text: name, type: int(false, 64), isAssignable: true, noteMutation: () => {} };
  const initial = program.choices.below(0x10000);
  const lines = block({ ...scope, places: [...scope.places, seed] }, count, called);
  return [`var ${name}: u64 = ${initial};`, `_ = &${name};`, ...lines, ...show(name, name, seed.type)];
}

function declareFunction(program: Program, empty: Scope): void {
  const { choices } = program;
  const name = fresh(program, 'function');
  const parameters = someParameters(program);
  const canFail = choices.chance(40);
  const isInferred = canFail && choices.chance(40);
  const wanted = choices.chance(80) ? someType(program, 1) : undefined;
  // An error union in an error union is nothing that people write.
  const result = canFail && wanted?.kind === 'errorUnion' ? wanted.payload : wanted;
  const places = parameters.flatMap(placesOfParameter);
  const scope: Scope = { ...empty, name, places, canFail, result };
  const lines = [
    `print("${name}\\n", .{});`,
    ...parameters.flatMap(showParameter),
    ...body(scope, choices.between(1, 4)),
    ...parameters.filter(({ passing }) => passing !== 'value').flatMap(showParameter),
  ];
  const { result: type } = scope;
  const seeded: Scope = { ...scope, places: [...places, lastSeed(lines)] };
  if (type !== undefined) lines.push(`return ${returned(type, seeded)};`);
  const list = parameters.map((parameter) => `${parameter.name}: ${typeText(parameter)}`).join(', ');
  const resultText = `${isInferred ? '!' : canFail ? 'Fault!' : ''}${type?.name ?? 'void'}`;
  program.declarations.push(`\nfn ${name}(${list}) ${resultText} {\n${lines.join('\n')}\n}`);
  program.functions.push({ name, parameters, result, canFail, isInferred });
}

/** The variable that `body` began with is still there for the result. */
function lastSeed(lines: readonly string[]): Place {
  const name = lines.map((line) => /^var (seed_\d+):/.exec(line)?.[1]).find((found) => found !== undefined);
  return { text: name ?? '', type: int(false, 64), isAssignable: true, noteMutation: () => {} };
}

function typeText({ type, passing }: Parameter): string {
  return { value: type.name, pointer: `*${type.name}`, constPointer: `*const ${type.name}`, slice: `[]${type.name}` }[
    passing
  ];
}

function someParameters(program: Program): readonly Parameter[] {
  const { choices } = program;
  const byValueOnly = choices.chance(40);
  return Array.from({ length: choices.between(1, 3) }, (): Parameter => {
    const name = fresh(program, 'a');
    if (byValueOnly) return { name, type: someType(program), passing: 'value' };
    switch (choices.below(4)) {
      case 1:
        return { name, type: someInt(choices), passing: 'value' };
      case 2:
        return { name, type: pointee(program), passing: 'slice' };
      case 3:
        if (choices.chance(30)) return { name, type: someType(program), passing: 'constPointer' };
        return { name, type: someType(program), passing: 'pointer' };
      default:
        return { name, type: choices.chance(50) ? pointee(program) : someType(program), passing: 'pointer' };
    }
  });
}

/** An integer type that recurs, so that there is something to point to. */
function pointee(program: Program): Type {
  return program.choices.pick([int(false, 8), int(true, 32), int(false, 13)]);
}

function placesOfParameter({ name, type, passing }: Parameter): readonly Place[] {
  const place = { type, noteMutation: () => {} };
  if (passing === 'value') return [{ ...place, text: name, isAssignable: false }];
  if (passing === 'constPointer') return [{ ...place, text: `${name}.*`, isAssignable: false }];
  if (passing === 'pointer') return [{ ...place, text: `${name}.*`, isAssignable: true }];
  return [{ ...place, text: `${name}[0]`, isAssignable: true }];
}

function showParameter({ name, type, passing }: Parameter): readonly string[] {
  if (passing === 'value') return show(name, name, type);
  if (passing === 'pointer' || passing === 'constPointer') return show(name, `${name}.*`, type);
  return [`for (${name}, 0..) |item, at| print("${name}[{d}] {d}\\n", .{ at, item });`];
}
