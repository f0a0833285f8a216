/** Functions whose parameters are known while compiling, and tables of functions behind a pointer of any type. */
import { running, value } from './expressions.js';
import { fresh, type Scope } from './scope.js';
import type { Declare, Line } from './statements.js';
import { array, type IntType, someInt } from './types.js';

export function knownParameters(scope: Scope, declare: Declare): readonly Line[] {
  const { choices, declarations } = scope.program;
  const type = someInt(choices);
  const [fn, name, items] = [fresh(scope.program, 'known'), fresh(scope.program, 'r'), fresh(scope.program, 'items')];
  declarations.push(knownText(fn));
  const length = choices.between(1, 3);
  const elements = Array.from({ length }, () => value(type, scope, 1)).join(', ');
  const call = () =>
    `${fn}(${type.name}, .${choices.pick(['add', 'both', 'last'])}, ${length}, ${choices.pick(['true', 'false'])}, &${items})`;
  declare({ text: items, type: array(type, length), isAssignable: true, noteMutation: () => {} });
  declare({ text: name, type, isAssignable: false, noteMutation: () => {} });
  return [
    `var ${items}: [${length}]${type.name} = .{ ${elements} };`,
    `const ${name} = ${call()};`,
    `${items}[0] = ${running(type, scope, 1)};`,
    ...(choices.chance(50) ? [`print("${name} {d}\\n", .{${call()}});`] : []),
  ];
}

function knownText(name: string): string {
  return `fn ${name}(comptime T: type, comptime how: enum { add, both, last }, comptime n: usize, comptime flip: bool, items: *const [n]T) T {
    var all: T = 0;
    for (items, 0..) |item, at| {
        if (flip and at % 2 == 0) continue;
        switch (how) {
            .add => all +%= item,
            .both => {
                all ^= item;
                all +|= 1;
            },
            .last => all = item,
        }
    }
    const half = n / 2;
    return if (flip) all ^ items[half] else all;
}`;
}

/** A table of functions behind \`*anyopaque\`: dynamic dispatch as Zig programs write it. */
export function dispatch(scope: Scope): readonly Line[] {
  const { choices, declarations } = scope.program;
  const type = someInt(choices);
  const [any, first, second] = [
    fresh(scope.program, 'Any'),
    fresh(scope.program, 'First'),
    fresh(scope.program, 'Second'),
  ];
  declarations.push(interfaceText(any, type), implementation(first, any, type, choices.pick(['+%', '^'])));
  declarations.push(implementation(second, any, type, choices.pick(['*%', '-|'])));
  const [a, b, all] = [fresh(scope.program, 'one'), fresh(scope.program, 'two'), fresh(scope.program, 'all')];
  return [
    `var ${a}: ${first} = .{ .state = ${value(type, scope, 1)} };`,
    `var ${b}: ${second} = .{ .state = ${value(type, scope, 1)} };`,
    `const ${all} = [_]${any}{ ${a}.any(), ${b}.any(), ${choices.pick([a, b])}.any() };`,
    `for (${all}, 0..) |one, at| print("${all} {d} {d}\\n", .{ at, one.step(${value(type, scope, 1)}) });`,
    `${a}.state = ${value(type, scope, 1)};`,
    `print("${all} {d} {d} {d}\\n", .{ ${all}[0].step(1), ${a}.state, ${b}.state });`,
  ];
}

function interfaceText(name: string, type: IntType): string {
  return `const ${name} = struct {
    context: *anyopaque,
    table: *const Table,

    const Table = struct { step: *const fn (*anyopaque, ${type.name}) ${type.name} };

    fn step(self: ${name}, by: ${type.name}) ${type.name} {
        return self.table.step(self.context, by);
    }
};`;
}

function implementation(name: string, any: string, type: IntType, operator: string): string {
  return `const ${name} = struct {
    state: ${type.name},

    fn step(context: *anyopaque, by: ${type.name}) ${type.name} {
        const self: *${name} = @ptrCast(@alignCast(context));
        self.state = self.state ${operator} by;
        return self.state;
    }
    fn any(self: *${name}) ${any} {
        return .{ .context = self, .table = &.{ .step = step } };
    }
};`;
}
