/** Blocks within blocks that are left early, with `defer` on the way; loops with a value; switches that continue. */
import { show, someType } from './declarations.js';
import { condition, value } from './expressions.js';
import { fresh, intPlaces, type Scope } from './scope.js';
import { block, type Declare, type Line } from './statements.js';
import { int, type Type } from './types.js';

function result(scope: Scope): { readonly name: string; readonly type: Type } {
  return { name: fresh(scope.program, 'r'), type: someType(scope.program, 1) };
}

/** Two labelled blocks, the outer left from within the inner. */
export function nestedBlocks(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const [outer, inner, name] = [
    fresh(scope.program, 'outer'),
    fresh(scope.program, 'inner'),
    fresh(scope.program, 'd'),
  ];
  const deferred = choices.chance(60) ? [`defer print("${name}\\n", .{});`] : [];
  return [
    `${outer}: {`,
    ...deferred,
    `${inner}: {`,
    ...(choices.chance(50) ? [`defer print("${name} inner\\n", .{});`] : []),
    `if (${condition(scope, 1)}) break :${outer};`,
    ...block(scope, 1),
    `if (${condition(scope, 1)}) break :${inner};`,
    ...block(scope, 1),
    '}',
    ...block(scope, 1),
    '}',
  ];
}

/** A value that comes out of the inner or the outer block, or out of a loop within. */
export function blockValue(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const { name, type } = result(scope);
  const [outer, index] = [fresh(scope.program, 'outer'), fresh(scope.program, 'i')];
  const typed = () => `@as(${type.name}, ${value(type, scope, 2)})`;
  const head = choices.chance(50) ? `for (0..${choices.between(1, 4)}) |${index}| {` : undefined;
  const lines = [
    `const ${name}: ${type.name} = ${outer}: {`,
    ...(head === undefined
      ? [`const ${name}_in: ${type.name} = ${outer}_in: {`, `if (${condition(scope, 1)}) break :${outer} ${typed()};`]
      : [`${outer}_in: ${head}`, `if (${condition(scope, 1)}) continue :${outer}_in;`]),
    ...(head === undefined
      ? [`break :${outer}_in ${value(type, scope, 2)};`, '};', `break :${outer} ${name}_in;`]
      : [`if (${index} == 1) break :${outer} ${typed()};`, '}', `break :${outer} ${typed()};`]),
    '};',
  ];
  declare({ text: name, type, isAssignable: false, noteMutation: () => {} });
  return lines;
}

/** `const r = while (…) : (…) { … break v; } else v;` */
export function loopValue(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const { name, type } = result(scope);
  const index = fresh(scope.program, 'n');
  const found = `if (${condition(scope, 1)}) break ${value(type, scope, 2)};`;
  const isFor = choices.chance(50);
  const head = isFor
    ? `for (0..${choices.between(1, 3)}) |${index}| {`
    : `while (${index} < ${choices.between(1, 3)}) : (${index} += 1) {`;
  const lines = [
    ...(isFor ? [] : [`var ${index}: u8 = 0;`]),
    `const ${name}: ${type.name} = ${head}`,
    `print("${index} {d}\\n", .{${index}});`,
    found,
    `} else ${value(type, scope, 2)};`,
  ];
  declare({ text: name, type, isAssignable: false, noteMutation: () => {} });
  return lines;
}

/** A labelled switch as a machine of states, which ends. */
export function states(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const [label, steps] = [fresh(scope.program, 'sw'), fresh(scope.program, 'steps')];
  const operand = choices.pick(intPlaces(scope));
  const bits = operand.type.signed ? `@abs(${operand.text})` : operand.text;
  const start = operand.type.bits < 3 ? String(choices.below(3)) : `@as(u8, @intCast(${bits} % 3))`;
  const next = (state: number) => `if (${steps} < ${choices.between(2, 4)}) continue :${label} ${state};`;
  return [
    `var ${steps}: u8 = 0;`,
    `${label}: switch (${start === '0' || start === '1' || start === '2' ? `@as(u8, ${start})` : start}) {`,
    '0 => {',
    `${steps} += 1;`,
    ...block(scope, 1),
    next(choices.between(1, 2)),
    '},',
    '1 => {',
    `print("${label} {d}\\n", .{${steps}});`,
    ...(choices.chance(50) ? [`if (${condition(scope, 1)}) break :${label};`] : []),
    `${steps} += 1;`,
    next(choices.below(3)),
    '},',
    'else => |state| {',
    `print("${label} {d}\\n", .{state});`,
    `${steps} += 1;`,
    next(choices.below(2)),
    '},',
    '}',
    `print("${steps} {d}\\n", .{${steps}});`,
  ];
}

/** `errdefer` and `defer` in a loop that is left by an error, a `break` or a `continue`. */
export function guardedLoop(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const [label, index] = [fresh(scope.program, 'loop'), fresh(scope.program, 'i')];
  const isFailing = scope.canFail && !scope.isDeferred;
  const exits = [`continue :${label}`, `break :${label}`, ...(isFailing ? ['return error.High'] : [])];
  return [
    `${label}: for (0..3) |${index}| {`,
    `defer print("${index} {d}\\n", .{${index}});`,
    ...(isFailing ? [`errdefer print("${index} failed\\n", .{});`] : []),
    `if (${condition(scope, 1)}) ${choices.pick(exits)};`,
    '{',
    `defer print("${index} inner\\n", .{});`,
    ...block(scope, 1),
    `if (${condition(scope, 1)}) ${choices.pick(exits)};`,
    '}',
    ...(isFailing && choices.chance(50) ? [`if (${index} == ${choices.below(4)}) return error.Odd;`] : []),
    `if (${index} == 2) continue :${label};`,
    '}',
  ];
}

/** A variable that goes down to null, as the condition of a loop. */
export function optionalLoop(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const [name, taken] = [fresh(scope.program, 'left'), fresh(scope.program, 't')];
  const type = int(false, choices.pick([8, 5, 32]));
  return [
    `var ${name}: ?${type.name} = ${choices.below(4)};`,
    `while (${name}) |${taken}| : (${name} = if (${taken} > 0) ${taken} - 1 else null) {`,
    `print("${taken} {d}\\n", .{${taken}});`,
    ...block(scope, 1),
    `} else print("${name} null\\n", .{});`,
    ...show(name, `(${name} orelse 9)`, type),
  ];
}
