/** What is unrolled while compiling: `inline for` over tuples and ranges, `inline else`, and vectors. */
import { condition, running, value } from './expressions.js';
import { allPlaces, fresh, intPlaces, type Scope } from './scope.js';
import type { Declare, Line } from './statements.js';
import { int } from './types.js';

export function inlineLoop(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const [name, index] = [fresh(scope.program, 'v'), fresh(scope.program, 'i')];
  const items = Array.from({ length: choices.between(1, 3) }, () => choices.pick(intPlaces(scope)).text);
  const isSkipped = choices.chance(40);
  return [
    `inline for (.{ ${items.join(', ')} }, 0..) |${name}, ${index}| {`,
    ...(isSkipped ? [`if (${index} == 1) continue;`] : []),
    ...(choices.chance(30) ? [`if (${condition(scope, 1)}) break;`] : []),
    `print("${name} {d} {d} {d}\\n", .{ ${index}, ${name}, @bitSizeOf(@TypeOf(${name})) });`,
    '}',
  ];
}

/** One prong for each tag or variant. */
export function inlineElse(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const places = allPlaces(scope).filter(({ type }) => type.kind === 'enum' || type.kind === 'union');
  if (places.length === 0) return inlineLoop(scope);
  const place = choices.pick(places);
  const [payload, tag] = [fresh(scope.program, 'u'), fresh(scope.program, 'tag')];
  if (place.type.kind === 'enum')
    return [
      `switch (${place.text}) {`,
      `inline else => |${tag}| print("${tag} {s} {d}\\n", .{ @tagName(${tag}), @intFromEnum(${tag}) }),`,
      '}',
    ];
  return [
    `switch (${place.text}) {`,
    `inline else => |${payload}, ${tag}| {`,
    `print("${tag} {s}\\n", .{@tagName(${tag})});`,
    `if (@typeInfo(@TypeOf(${payload})) == .int) print("${payload} {d}\\n", .{${payload}});`,
    '},',
    '}',
  ];
}

export function vector(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const type = int(choices.chance(40), choices.pick([8, 16, 32, 64]));
  const length = choices.pick([2, 4, 3]);
  const [a, b] = [fresh(scope.program, 'v'), fresh(scope.program, 'v')];
  const all = (depth: number) => Array.from({ length }, () => value(type, scope, depth)).join(', ');
  const operator = choices.pick(['+%', '-%', '*%', '+|', '-|', '&', '|', '^']);
  const reduced = choices.pick(['.Xor', '.And', '.Or', '.Min', '.Max']);
  const result = fresh(scope.program, 'r');
  declare({ text: result, type, isAssignable: false, noteMutation: () => {} });
  return [
    `var ${a}: @Vector(${length}, ${type.name}) = .{ ${all(2)} };`,
    `${a}[${choices.below(length)}] = ${running(type, scope, 1)};`,
    `const ${b}: @Vector(${length}, ${type.name}) = ${choices.chance(30) ? `@splat(${running(type, scope, 1)})` : `.{ ${all(1)} }`};`,
    `const ${result}: ${type.name} = @reduce(${reduced}, ${a} ${operator} ${b});`,
    `print("${a} {any}\\n", .{@select(${type.name}, ${a} ${choices.pick(['<', '==', '>='])} ${b}, ${a}, ${b})});`,
  ];
}
