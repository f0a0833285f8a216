/** Slices of arrays: views with bounds that are known only when the program runs, loops over two at once, sentinels. */
import { addressOf } from './calls.js';
import { show } from './declarations.js';
import { running, value } from './expressions.js';
import { addressable, fresh, type Place, type Scope } from './scope.js';
import type { Declare, Line } from './statements.js';
import { type ArrayType, type IntType, int } from './types.js';

type ArrayPlace = Place & { readonly type: ArrayType };

function arrays(scope: Scope): readonly ArrayPlace[] {
  return addressable(scope).filter((place): place is ArrayPlace => place.type.kind === 'array');
}

export function slice(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const found = arrays(scope);
  if (found.length === 0) return sentinel(scope);
  const place = choices.pick(found);
  place.noteMutation();
  const { length, element } = place.type;
  const [name, low] = [fresh(scope.program, 's'), fresh(scope.program, 'low')];
  const start = choices.below(length);
  const bound = choices.chance(50) ? String(start) : low;
  const high = choices.chance(50) ? '' : String(length);
  const lines = [
    ...(bound === low ? [`var ${low}: usize = ${start};`, `_ = &${low};`] : []),
    `const ${name}: []${element.name} = ${place.text}[${bound}..${high}];`,
    ...(choices.chance(50) ? pairs(name, place, start, scope) : []),
    `print("${name} {d}\\n", .{${name}.len});`,
  ];
  declare({ text: `${name}[${name}.len - 1]`, type: element, isAssignable: true, noteMutation: () => {} });
  return [...lines, `${name}[0] = ${running(element, scope, 2)};`];
}

/** A loop over two views of one array, of which one is written. */
function pairs(name: string, place: ArrayPlace, start: number, scope: Scope): readonly string[] {
  const { choices } = scope.program;
  const { length, element } = place.type;
  const [a, b, at] = [fresh(scope.program, 'x'), fresh(scope.program, 'y'), fresh(scope.program, 'at')];
  const written = element.kind === 'int' ? `${b}.* ${choices.pick(['+%=', '^=', '-%='])} ${a};` : `${b}.* = ${a};`;
  const other = `${place.text}[0..${length - start}]`;
  const counter = choices.chance(50) ? [`, 0..`, `, ${at}`, `print("${at} {d}\\n", .{${at}});`] : ['', '', ''];
  return [`for (${name}, ${other}${counter[0]}) |${a}, *${b}${counter[1]}| {`, `${counter[2]}${written}`, '}'];
}

/** An array with a sentinel, its elements and what stands behind them. */
function sentinel(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const [name, view] = [fresh(scope.program, 'z'), fresh(scope.program, 'zs')];
  const type: IntType = choices.pick([int(false, 8), int(true, 16), int(false, 32)]);
  const length = choices.between(1, 4);
  const elements = Array.from({ length }, () => value(type, scope, 1)).join(', ');
  const end = choices.below(3);
  return [
    `var ${name}: [${length}:${end}]${type.name} = .{ ${elements} };`,
    `${name}[${choices.below(length)}] = ${value(type, scope, 1)};`,
    `const ${view}: [:${end}]const ${type.name} = &${name};`,
    `print("${name} {d} {d} {d}\\n", .{ ${name}[${length}], ${view}.len, ${view}[${view}.len] });`,
    `for (${view}) |${view}_item| print("${view} {d}\\n", .{${view}_item});`,
  ];
}

/** A pointer to one element of an array, found by an index that the compiler does not know. */
export function elementPointer(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const found = arrays(scope);
  if (found.length === 0) return sentinel(scope);
  const place = choices.pick(found);
  place.noteMutation();
  const { length, element } = place.type;
  const [name, at] = [fresh(scope.program, 'p'), fresh(scope.program, 'at')];
  declare({ text: `${name}.*`, type: element, isAssignable: true, noteMutation: () => {} });
  return [
    `var ${at}: usize = ${choices.below(length)};`,
    `_ = &${at};`,
    `const ${name} = &${place.text}[${at}];`,
    ...show(name, `${name}.*`, element),
    `${name}.* = ${value(element, scope, 2)};`,
    ...show(name, place.text, place.type),
  ];
}

/** Pointers kept in the fields of a struct: two ways to what may be one variable. */
export function links(scope: Scope, declare: Declare): readonly Line[] {
  const { choices, declarations } = scope.program;
  const places = addressable(scope).filter(
    (place): place is Place & { readonly type: IntType } => place.type.kind === 'int',
  );
  const place = choices.pick(places);
  const alike = places.filter((one) => one.type.name === place.type.name);
  const other = choices.pick(alike);
  for (const one of [place, other]) one.noteMutation();
  const [link, name] = [fresh(scope.program, 'Link'), fresh(scope.program, 'l')];
  const of = place.type.name;
  declarations.push(`const ${link} = struct {
    to: *${of},
    also: ?*${of},

    fn add(self: ${link}, by: ${of}) ${of} {
        self.to.* +%= by;
        if (self.also) |also| also.* ^= self.to.*;
        return self.to.*;
    }
};`);
  const also = choices.chance(70) ? addressOf(other.text) : 'null';
  const lines = [
    `${choices.chance(50) ? 'const' : 'var'} ${name}: ${link} = .{ .to = ${addressOf(place.text)}, .also = ${also} };`,
    `print("${name} {d}\\n", .{${name}.add(${value(place.type, scope, 1)})});`,
  ];
  declare({ text: `${name}.to.*`, type: place.type, isAssignable: true, noteMutation: () => {} });
  if (lines[0]?.startsWith('var')) lines.push(`_ = &${name};`);
  return [...lines, ...show(name, place.text, place.type)];
}
