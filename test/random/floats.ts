/** Floats: what a program computes with them is printed exactly, and goes back to integers where it fits. */
import { fresh, intPlaces, type Scope } from './scope.js';
import type { Declare, Line } from './statements.js';
import { int } from './types.js';

const LITERALS = ['0.5', '3', '-2.25', '1e3', '0.1', '7.75', '1.0e-3'] as const;

export function floats(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const type = choices.pick(['f64', 'f32']);
  const [a, b, back] = [fresh(scope.program, 'f'), fresh(scope.program, 'f'), fresh(scope.program, 'n')];
  const source = choices.pick(intPlaces(scope).filter(({ type: of }) => of.bits <= 128));
  const literal = () => choices.pick(LITERALS);
  const operator = () => choices.pick(['+', '-', '*', '/']);
  const wrapped = choices.pick(['@floor', '@ceil', '@round', '@trunc', '@abs', '@sqrt', '@sqrt']);
  const argument = wrapped === '@sqrt' ? `@abs(${a})` : `${a} ${operator()} ${literal()}`;
  const result = int(true, choices.pick([32, 64, 16]));
  declare({ text: back, type: result, isAssignable: false, noteMutation: () => {} });
  const small = `if (@abs(${a}) < 3000) ${a} else ${literal()}`;
  return [
    `var ${a}: ${type} = @floatFromInt(${source.text});`,
    `${a} ${operator()}= ${literal()};`,
    `const ${b} = ${wrapped}(${argument});`,
    `if (${a} ${choices.pick(['<', '>=', '=='])} ${b}) ${a} ${operator()}= ${b} else ${a} -= ${literal()};`,
    `print("${a} {d} {d:.3} {d:.1} {}\\n", .{ ${a}, ${a}, ${b}, ${a} > ${literal()} });`,
    `print("${b} {d} {d}\\n", .{ @max(${a}, ${b}), @as(f64, ${b}) });`,
    `const ${back}: ${result.name} = @intFromFloat(${choices.chance(80) ? small : a});`,
  ];
}
