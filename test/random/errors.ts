/** Error unions and optional pointers as variables: taken apart, switched over, written through. */
import { addressOf } from './calls.js';
import { show } from './declarations.js';
import { condition, value } from './expressions.js';
import { addressable, errorUnionPlaces, fresh, type Place, type Scope } from './scope.js';
import { block, type Declare, type Line } from './statements.js';
import { ERRORS, type IntType } from './types.js';

/** `if (e) |*v| … else |err| switch (err) { … }` */
export function errorSwitch(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const unions = errorUnionPlaces(scope);
  if (unions.length === 0) return optionalPointer(scope, () => {});
  const place = choices.pick(unions);
  const [taken, error] = [fresh(scope.program, 'v'), fresh(scope.program, 'err')];
  const { payload } = place.type;
  const byPointer = place.isAssignable && choices.chance(40);
  if (byPointer) place.noteMutation();
  const text = byPointer ? `${taken}.*` : taken;
  const one = choices.pick(ERRORS);
  const others = ERRORS.filter((name) => name !== one).map((name) => `error.${name}`);
  return [
    `if (${place.text}) |${byPointer ? '*' : ''}${taken}| {`,
    ...(byPointer ? [`${text} = ${value(payload, scope, 0)};`] : block(scope, 1)),
    ...show(taken, text, payload),
    `} else |${error}| switch (${error}) {`,
    `error.${one} => {`,
    ...block(scope, 1),
    '},',
    `${others.join(', ')} => |rest| print("${error} {s}\\n", .{@errorName(rest)}),`,
    '}',
  ];
}

/** A pointer that may be there, to a variable that is written beside it. */
export function optionalPointer(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const places = addressable(scope).filter(
    (place): place is Place & { readonly type: IntType } => place.type.kind === 'int',
  );
  const place = choices.pick(places);
  place.noteMutation();
  const [name, taken] = [fresh(scope.program, 'maybe'), fresh(scope.program, 'p')];
  const of = place.type.name;
  const other = choices.pick(places.filter(({ type }) => type.name === of));
  other.noteMutation();
  const isOrelse = choices.chance(40);
  const lines = [
    `var ${name}: ?*${of} = if (${condition(scope, 1)}) ${addressOf(place.text)} else null;`,
    `if (${name}) |${taken}| ${taken}.* = ${value(place.type, scope, 2)};`,
    `${place.text} = ${value(place.type, scope, 2)};`,
    `if (${name} == null) ${name} = ${addressOf(other.text)};`,
  ];
  if (isOrelse) declare({ text: `${name}.?.*`, type: place.type, isAssignable: true, noteMutation: () => {} });
  return [...lines, ...show(name, `${name}.?.*`, place.type)];
}
