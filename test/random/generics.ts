/** Functions and types with comptime parameters, `anytype`, and functions as values. */
import { show } from './declarations.js';
import { running, value } from './expressions.js';
import { fresh, type Scope } from './scope.js';
import type { Declare, Line } from './statements.js';
import { type IntType, someInt } from './types.js';

/** An instance of a generic struct. */
export function genericStruct(scope: Scope, declare: Declare): readonly Line[] {
  const { choices, declarations } = scope.program;
  const made = declarations.find((text) => text.startsWith('fn Pair'));
  const generic = made === undefined ? fresh(scope.program, 'Pair') : (/^fn (\w+)/.exec(made)?.[1] ?? '');
  if (made === undefined) declarations.push(pairText(generic, choices.pick(['+%', '*%', '^', '+|'])));
  const type = someInt(choices);
  const name = fresh(scope.program, 'pair');
  const length = choices.between(1, 3);
  for (const field of ['first', 'second', 'rest[0]'])
    declare({ text: `${name}.${field}`, type, isAssignable: true, noteMutation: () => {} });
  return [
    `var ${name} = ${generic}(${type.name}, ${length}).init(${running(type, scope, 2)}, ${value(type, scope, 1)});`,
    `${name}.swap();`,
    `print("${name} {d} {d}\\n", .{ ${name}.joined(), ${generic}(${type.name}, ${length}).size });`,
    ...show(name, `${name}.rest`, { kind: 'array', name: '', length, element: type }),
  ];
}

function pairText(name: string, operator: string): string {
  return `fn ${name}(comptime T: type, comptime n: usize) type {
    return struct {
        first: T,
        second: T,
        rest: [n]T,

        const Self = @This();
        const size = n * 2;

        fn init(first: T, second: T) Self {
            return .{ .first = first, .second = second, .rest = @splat(second) };
        }
        fn swap(self: *Self) void {
            const kept = self.first;
            self.first = self.second;
            self.second = kept;
        }
        fn joined(self: Self) T {
            var all: T = self.first ${operator} self.second;
            for (self.rest) |one| all = all ${operator} one;
            return all;
        }
    };
}`;
}

/** A call of a function that takes anything, and a number that is known. */
export function anytypeCall(scope: Scope, declare: Declare): readonly Line[] {
  const { choices, declarations } = scope.program;
  const type = someInt(choices);
  const [fn, name] = [fresh(scope.program, 'repeat'), fresh(scope.program, 'r')];
  const operator = choices.pick(['+%', '*%', '^', '-%']);
  declarations.push(`fn ${fn}(x: anytype, comptime times: usize) @TypeOf(x) {
    var all: @TypeOf(x) = x;
    inline for (0..times) |i| {
        all = all ${operator} x;
        if (i == 1) all = ~all;
    }
    return all;
}`);
  declare({ text: name, type, isAssignable: false, noteMutation: () => {} });
  return [`const ${name} = ${fn}(@as(${type.name}, ${running(type, scope, 2)}), ${choices.below(4)});`];
}

/** Functions that are chosen when the program runs. */
export function functionPointers(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const type = someInt(choices);
  const functions = [unary(type, scope), unary(type, scope)] as const;
  const [name, table] = [fresh(scope.program, 'f'), fresh(scope.program, 'table')];
  const result = fresh(scope.program, 'r');
  declare({ text: result, type, isAssignable: false, noteMutation: () => {} });
  const pointer = `*const fn (${type.name}) ${type.name}`;
  const isTable = choices.chance(50);
  const chosen = isTable
    ? [
        `const ${table} = [_]${pointer}{ &${functions[0]}, &${functions[1]} };`,
        `var ${name}: usize = ${choices.below(2)};`,
        `_ = &${name};`,
      ]
    : [
        `const ${name}: ${pointer} = if (${running(type, scope, 1)} > ${value(type, scope, 0)}) &${functions[0]} else &${functions[1]};`,
      ];
  const callee = isTable ? `${table}[${name}]` : name;
  const argument = running(type, scope, 2);
  const call = choices.chance(50) ? `${callee}(${argument})` : `${twice(scope)}(${type.name}, ${callee}, ${argument})`;
  return [...chosen, `const ${result} = ${call};`];
}

function unary(type: IntType, scope: Scope): string {
  const { choices, declarations } = scope.program;
  const name = fresh(scope.program, 'unary');
  const operator = choices.pick(['+%', '^', '*%', '-|', '|']);
  declarations.push(`fn ${name}(x: ${type.name}) ${type.name} {
    return x ${operator} ${value(type, { ...scope, places: [], program: { ...scope.program, globals: [] } }, 0)};
}`);
  return name;
}

function twice({ program }: Scope): string {
  const made = program.declarations.find((text) => text.startsWith('fn twice'));
  if (made !== undefined) return /^fn (\w+)/.exec(made)?.[1] ?? '';
  const name = fresh(program, 'twice');
  program.declarations.push(`fn ${name}(comptime T: type, f: *const fn (T) T, x: T) T {
    return f(f(x));
}`);
  return name;
}
