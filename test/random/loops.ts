/** Loops that end: over ranges, arrays and counters, with labels, continue expressions and `else`. */
import { condition } from './expressions.js';
import { allPlaces, fresh, type Place, type Scope } from './scope.js';
import { block } from './statements.js';
import { type ArrayType, int, USIZE } from './types.js';

export function loop(scope: Scope): readonly string[] {
  const { choices } = scope.program;
  const label = fresh(scope.program, 'loop');
  switch (choices.below(4)) {
    case 1:
      return counted(scope, label);
    case 2:
      return overArray(scope, label);
    case 3:
      return whileCondition(scope, label);
    default:
      return overRange(scope, label);
  }
}

function body(scope: Scope, label: string, captured: readonly Place[]): readonly string[] {
  const inner: Scope = { ...scope, places: [...scope.places, ...captured], loops: [...scope.loops, label] };
  return block({ ...inner, depth: scope.depth + 1 }, scope.program.choices.between(1, 3));
}

const constant = (text: string, type: Place['type']): Place => ({
  text,
  type,
  isAssignable: false,
  noteMutation: () => {},
});

/** The label is declared only where a jump names it: Zig rejects one that is not used. */
function withLabel(label: string, head: string, lines: readonly string[]): readonly string[] {
  const isUsed = lines.some((line) => new RegExp(`:${label}\\b`).test(line));
  return [`${isUsed ? `${label}: ` : ''}${head}`, ...lines];
}

function overRange(scope: Scope, label: string): readonly string[] {
  const { choices } = scope.program;
  const name = fresh(scope.program, 'i');
  const start = choices.below(3);
  const lines = [`print("${name} {d}\\n", .{${name}});`, ...body(scope, label, [constant(name, USIZE)]), '}'];
  return withLabel(label, `for (${start}..${start + choices.between(1, 4)}) |${name}| {`, lines);
}

function counted(scope: Scope, label: string): readonly string[] {
  const { choices } = scope.program;
  const name = fresh(scope.program, 'n');
  const type = int(false, choices.pick([8, 4, 7, 32]));
  const head = `while (${name} < ${choices.between(1, 4)}) : (${name} += 1) {`;
  const lines = [`print("${name} {d}\\n", .{${name}});`, ...body(scope, label, [constant(name, type)])];
  const end = choices.chance(25) ? ['} else {', ...block(scope, 1), '}'] : ['}'];
  return [`var ${name}: ${type.name} = 0;`, ...withLabel(label, head, [...lines, ...end])];
}

/** As long as a condition holds, and no more than a few times. */
function whileCondition(scope: Scope, label: string): readonly string[] {
  const name = fresh(scope.program, 'w');
  const head = `while (${condition(scope, 2)}) {`;
  const lines = [
    `if (${name} == 3) break;`,
    `${name} += 1;`,
    ...body(scope, label, [constant(name, int(false, 8))]),
    '}',
  ];
  return [`var ${name}: u8 = 0;`, ...withLabel(label, head, lines)];
}

function overArray(scope: Scope, label: string): readonly string[] {
  const { choices } = scope.program;
  const arrays = allPlaces(scope).filter(({ type }) => type.kind === 'array');
  if (arrays.length === 0) return overRange(scope, label);
  const place = choices.pick(arrays);
  const { element } = place.type as ArrayType;
  const name = fresh(scope.program, 'e');
  const index = fresh(scope.program, 'k');
  const byPointer = place.isAssignable && choices.chance(50);
  if (byPointer) place.noteMutation();
  const item: Place = { ...constant(byPointer ? `${name}.*` : name, element), isAssignable: byPointer };
  const source = byPointer ? (place.text.endsWith('.*') ? place.text.slice(0, -2) : `&${place.text}`) : place.text;
  // No error may be discarded.
  const discarded = element.kind === 'errorUnion' && !byPointer ? `_ = &${name};` : `_ = ${name};`;
  const lines = [
    `print("${index} {d}\\n", .{${index}});`,
    ...body(scope, label, [item, constant(index, USIZE)]),
    discarded,
    '}',
  ];
  const isNamed = lines.slice(0, -2).some((line) => new RegExp(`\\b${name}\\b`).test(line));
  const used = isNamed ? lines.filter((line) => line !== discarded) : lines;
  return withLabel(label, `for (${source}, 0..) |${byPointer ? '*' : ''}${name}, ${index}| {`, used);
}
