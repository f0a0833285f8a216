/** Slices of slices and grids: rows that view one array, loops within loops over what is pointed to. */
import { condition, value } from './expressions.js';
import { addressable, fresh, type Place, type Scope } from './scope.js';
import type { Declare, Line } from './statements.js';
import { type ArrayType, array, type IntType, someInt } from './types.js';

type IntArray = Place & { readonly type: ArrayType & { readonly element: IntType } };

export function rows(scope: Scope): readonly Line[] {
  const { choices, declarations } = scope.program;
  const arrays = addressable(scope).filter(
    (place): place is IntArray => place.type.kind === 'array' && place.type.element.kind === 'int',
  );
  const [fn, name] = [fresh(scope.program, 'sum'), fresh(scope.program, 'rows')];
  const place = arrays.length > 0 ? choices.pick(arrays) : undefined;
  const type = place === undefined ? someInt(choices) : place.type.element;
  const own = fresh(scope.program, 'own');
  const views = [`&.{ ${value(type, scope, 1)}, ${value(type, scope, 0)} }`, `${own}[0..]`, `${own}[1..]`, '&.{}'];
  if (place !== undefined) {
    place.noteMutation();
    views.push(`${place.text}[0..]`, `&${place.text.endsWith('.*') ? `(${place.text})` : place.text}`);
  }
  const parts = Array.from({ length: choices.between(1, 3) }, () => choices.pick(views));
  declarations.push(sumText(fn, type, choices.pick(['+%=', '^=', '+|='])));
  return [
    `var ${own}: [2]${type.name} = .{ ${value(type, scope, 1)}, ${value(type, scope, 1)} };`,
    `const ${name} = [_][]const ${type.name}{ ${own}[0..1], ${parts.join(', ')} };`,
    `print("${name} {d}\\n", .{${fn}(&${name})});`,
    `${own}[0] = ${value(type, scope, 1)};`,
    ...(place === undefined ? [] : [`${place.text}[0] = ${value(type, scope, 1)};`]),
    `print("${name} {d} {d}\\n", .{ ${fn}(${name}[${choices.below(2)}..]), ${name}[0][0] });`,
  ];
}

function sumText(name: string, type: IntType, operator: string): string {
  return `fn ${name}(all: []const []const ${type.name}) ${type.name} {
    var sum: ${type.name} = 0;
    for (all) |row| {
        for (row) |item| sum ${operator} item;
        if (row.len == 0) continue;
        sum ^= row[row.len - 1];
    }
    return sum;
}`;
}

export function grid(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const type = someInt(choices);
  const [height, width] = [choices.between(1, 3), choices.between(1, 3)];
  const [name, y, x] = [fresh(scope.program, 'grid'), fresh(scope.program, 'y'), fresh(scope.program, 'x')];
  const row = fresh(scope.program, 'row');
  declare({ text: name, type: array(array(type, width), height), isAssignable: true, noteMutation: () => {} });
  const neighbour = choices.chance(50) ? `if (${y} > 0) ${name}[${y} - 1][${x}] else ${name}[${y}][${x}]` : undefined;
  return [
    `var ${name}: [${height}][${width}]${type.name} = @splat(@splat(${value(type, scope, 0)}));`,
    `for (0..${height}) |${y}| {`,
    `for (0..${width}) |${x}| {`,
    ...(choices.chance(30) ? [`if (${condition(scope, 1)}) continue;`] : []),
    `${name}[${y}][${x}] +%= ${neighbour ?? value(type, scope, 1)};`,
    '}',
    '}',
    `for (&${name}) |*${row}| {`,
    `for (${row}, 0..) |*cell, at| cell.* ^= ${row}[at / 2];`,
    ...(choices.chance(40) ? [`std.mem.reverse(${type.name}, ${row});`] : []),
    '}',
    ...(choices.chance(40)
      ? [`for (${name}, 0..) |line, at| print("${row} {d} {any}\\n", .{ at, line[0..${choices.between(1, width)}] });`]
      : []),
  ];
}
