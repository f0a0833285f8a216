/** `std.ArrayList`: filled at once, then read, changed and shortened. It never grows while something may point into it. */
import { show, someType } from './declarations.js';
import { running, value } from './expressions.js';
import { fresh, type Scope } from './scope.js';
import type { Declare, Line } from './statements.js';
import { someInt } from './types.js';

export function list(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const wanted = choices.chance(30) ? someType(scope.program, 1) : someInt(choices);
  // What is taken out of the list is discarded, which no error may be.
  const type = wanted.kind === 'errorUnion' ? wanted.payload : wanted;
  const name = fresh(scope.program, 'list');
  const item = fresh(scope.program, 'item');
  const count = choices.between(2, 4);
  const appended = Array.from(
    { length: count },
    () => `${name}.append(std.heap.page_allocator, ${value(type, scope, 2)}) catch unreachable;`,
  );
  const lines = [
    `var ${name}: std.ArrayList(${type.name}) = .empty;`,
    `defer ${name}.deinit(std.heap.page_allocator);`,
    ...appended,
    ...shortened(name, count, scope),
    `for (${name}.items) |*${item}| {`,
    ...(choices.chance(60) ? [`${item}.* = ${value(type, scope, 2)};`] : []),
    ...show(item, `${item}.*`, type),
    '}',
    `print("${name} {d}\\n", .{${name}.items.len});`,
  ];
  declare({ text: `${name}.items[0]`, type, isAssignable: true, noteMutation: () => {} });
  return [...lines, `${name}.items[0] = ${running(type, scope, 2)};`];
}

function shortened(name: string, count: number, scope: Scope): readonly string[] {
  const { choices } = scope.program;
  if (count < 3) return [];
  switch (choices.below(5)) {
    case 1:
      return [`_ = ${name}.pop();`];
    case 2:
      return [`_ = ${name}.orderedRemove(${choices.below(count)});`];
    case 3:
      return [`_ = ${name}.swapRemove(${choices.below(count)});`];
    case 4:
      return [`${name}.shrinkRetainingCapacity(1);`];
    default:
      return [];
  }
}
