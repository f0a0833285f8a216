/** Ways out in the middle of an expression, sets of errors that are joined, loops with more than a step, values taken apart. */
import { condition, running, value } from './expressions.js';
import { fresh, optionalPlaces, type Scope } from './scope.js';
import type { Declare, Line } from './statements.js';
import { type IntType, int, optional, someInt } from './types.js';

/** `orelse continue`, `orelse break`, `catch continue` in a loop. */
export function loopExits(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const optionals = optionalPlaces(scope);
  const [index, taken, label] = [fresh(scope.program, 'i'), fresh(scope.program, 't'), fresh(scope.program, 'loop')];
  const type = someInt(choices);
  const own = optional(type);
  const place = optionals.length > 0 && choices.chance(60) ? choices.pick(optionals).text : undefined;
  const looked = place ?? `@as(${own.name}, if (${index} == ${choices.below(3)}) null else ${value(type, scope, 1)})`;
  const isLabelled = choices.chance(40);
  const exit = choices.pick(['continue', 'break']);
  return [
    `${isLabelled ? `${label}: ` : ''}for (0..3) |${index}| {`,
    ...(choices.chance(40) ? [`defer print("${index} {d}\\n", .{${index}});`] : []),
    isLabelled ? `while (true) {` : '{',
    `const ${taken} = ${looked} orelse ${exit}${isLabelled ? ` :${label}` : ''};`,
    `_ = ${taken};`,
    `print("${taken}\\n", .{});`,
    ...(isLabelled ? [`if (${condition(scope, 1)}) continue :${label};`, 'break;'] : []),
    '}',
    `print("${index} {d}\\n", .{${index}});`,
    '}',
  ];
}

/** A function whose errors are those of another and its own, each of them named where it is called. */
export function joinedErrors(scope: Scope): readonly Line[] {
  const { choices, declarations } = scope.program;
  const type = someInt(choices);
  const [set, inner, outer] = [
    fresh(scope.program, 'Errors'),
    fresh(scope.program, 'less'),
    fresh(scope.program, 'more'),
  ];
  declarations.push(
    `const ${set} = error{ Full, Empty } || Fault;`,
    `fn ${inner}(n: ${type.name}) error{ Low, Empty }!${type.name} {
    if (n == ${value(type, { ...scope, places: [] }, 0)}) return error.Low;
    if (n > ${value(type, { ...scope, places: [] }, 0)}) return error.Empty;
    return n ${choices.pick(['+%', '*%'])} 1;
}`,
    `fn ${outer}(n: ${type.name}) ${choices.pick([set, 'anyerror', ''])}!${type.name} {
    errdefer print("${outer} failed\\n", .{});
    if (n == 0) return error.Full;
    const first = ${inner}(n) catch |e| switch (e) {
        error.Low => ${choices.pick(['return error.High', 'n'])},
        else => |other| return other,
    };
    return first +% try ${inner}(first);
}`,
  );
  const name = fresh(scope.program, 'r');
  return [
    `const ${name} = ${outer}(${running(type, scope, 1)});`,
    `if (${name}) |v| print("${name} {d}\\n", .{v}) else |e| print("${name} {s} {}\\n", .{ @errorName(e), e == error.Full });`,
    `print("${name} {d}\\n", .{${inner}(${value(type, scope, 1)}) catch |e| switch (e) { error.Low => 1, error.Empty => 0 }});`,
  ];
}

/** A loop that takes more than one step at the end of each round. */
export function steps(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const type = someInt(choices);
  const [index, other] = [fresh(scope.program, 'i'), fresh(scope.program, 'j')];
  declare({ text: other, type, isAssignable: true, noteMutation: () => {} });
  const step = `${other} ${choices.pick(['+%=', '-%=', '^=', '*%='])} ${value(type, scope, 1)};`;
  return [
    `var ${other}: ${type.name} = ${value(type, scope, 1)};`,
    `var ${index}: usize = ${choices.below(2)};`,
    `while (${index} < ${choices.between(1, 4)}) : ({`,
    `${index} += 1;`,
    step,
    '}) {',
    ...(choices.chance(50) ? [`if (${condition(scope, 1)}) continue;`] : []),
    `print("${index} {d} {d}\\n", .{ ${index}, ${other} });`,
    ...(choices.chance(30) ? [`if (${condition(scope, 1)}) break;`] : []),
    '}',
  ];
}

/** A function that gives two values, taken apart where it is called. */
export function takenApart(scope: Scope, declare: Declare): readonly Line[] {
  const { choices, declarations } = scope.program;
  const [first, second]: readonly [IntType, IntType] = [someInt(choices), int(false, 8)];
  const [fn, a, b] = [fresh(scope.program, 'split'), fresh(scope.program, 'a'), fresh(scope.program, 'b')];
  declarations.push(`fn ${fn}(x: ${first.name}) struct { ${first.name}, ${second.name} } {
    if (x == ${value(first, { ...scope, places: [] }, 0)}) return .{ x, 3 };
    return .{ x ^ ${value(first, { ...scope, places: [] }, 0)}, @truncate(@as(u16, @popCount(x))) };
}`);
  declare({ text: a, type: first, isAssignable: false, noteMutation: () => {} });
  declare({ text: b, type: second, isAssignable: true, noteMutation: () => {} });
  return [
    `const ${a}, var ${b} = ${fn}(${running(first, scope, 1)});`,
    `${b} +%= 1;`,
    ...(choices.chance(50) ? [`_, ${b} = ${fn}(${a});`] : []),
    ...(choices.chance(50)
      ? [`const ${a}_all = ${fn}(${a});`, `print("${a} {d} {d}\\n", .{ ${a}_all[0], ${a}_all.@"1" });`]
      : []),
  ];
}
