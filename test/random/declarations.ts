/** Types and globals of a random program, each with what prints a value of it. */
import { value } from './expressions.js';
import { enumMethods, unionMethods } from './methods.js';
import { fresh, type Place, type Program, type Scope } from './scope.js';
import {
  array,
  BOOL,
  type EnumType,
  errorUnion,
  type Field,
  optional,
  type StructType,
  someInt,
  someValue,
  type Type,
  tuple,
  type UnionType,
} from './types.js';

/** A type for a variable or field, among those that are declared. */
export function someType(program: Program, depth = 2): Type {
  const { choices, structs, enums, unions } = program;
  if (depth <= 0) return someInt(choices);
  switch (choices.below(12)) {
    case 10:
      return tuple(Array.from({ length: choices.between(2, 3) }, () => someType(program, depth - 2)));
    case 11:
      return errorUnion(
        depth > 1 && structs.length > 0 && choices.chance(30) ? choices.pick(structs) : someInt(choices),
      );
    case 4:
      return BOOL;
    case 5:
      return structs.length > 0 ? choices.pick(structs) : someInt(choices);
    case 6:
      return optional(depth > 1 && structs.length > 0 && choices.chance(30) ? choices.pick(structs) : someInt(choices));
    case 7:
      return array(depth > 1 && choices.chance(20) ? someType(program, 1) : someInt(choices), choices.between(1, 4));
    case 8:
      return enums.length > 0 ? choices.pick(enums) : someInt(choices);
    case 9:
      return unions.length > 0 ? choices.pick(unions) : someInt(choices);
    default:
      return someInt(choices);
  }
}

export function declareTypes(program: Program): void {
  const { choices } = program;
  for (let count = choices.between(1, 2); count > 0; count -= 1) declareEnum(program);
  for (let count = choices.between(1, 3); count > 0; count -= 1) declareStruct(program);
  for (let count = choices.between(1, 2); count > 0; count -= 1) declareUnion(program);
}

function declareEnum(program: Program): void {
  const name = fresh(program, 'E');
  const tags = Array.from({ length: program.choices.between(2, 5) }, (_, index) => `t${index}`);
  const tagType = program.choices.chance(30) ? '(u8)' : '';
  const written = tagType === '' ? tags : tags.map((tag, index) => `${tag} = ${index * 50}`);
  const type: EnumType = { kind: 'enum', name, tags };
  program.enums.push(type);
  const methods = program.choices.chance(60) ? enumMethods(program, type) : '';
  program.declarations.push(`const ${name} = enum${tagType} { ${written.join(', ')}${methods} };`);
}

function declareStruct(program: Program): void {
  const name = fresh(program, 'S');
  const length = program.choices.between(1, 4);
  const isPacked = program.choices.chance(25);
  const fields = Array.from({ length }, (_, index) => ({
    name: `f${index}`,
    type: isPacked ? bitsType(program) : someType(program),
  }));
  const type: StructType = { kind: 'struct', name, fields, isPacked };
  const members = fields.map((field) => `    ${field.name}: ${field.type.name},`);
  program.declarations.push(
    `const ${name} = ${isPacked ? 'packed ' : ''}struct {\n${[...members, ...methods(program, type)].join('\n')}\n};`,
  );
  program.structs.push(type);
}

/** A type that a packed struct may hold. */
function bitsType({ choices }: Program): Type {
  return choices.chance(25) ? BOOL : someInt(choices);
}

/** Methods that look at a field: through a copy, or through a pointer to what does not change. */
function looks(program: Program, type: StructType, target: Field): readonly string[] {
  const { choices } = program;
  const name = fresh(program, 'look');
  const isPointer = choices.chance(50);
  const self = { name: 'self', type, passing: isPointer ? 'constPointer' : 'value' } as const;
  const by = { name: 'by', type: target.type, passing: 'value' } as const;
  program.functions.push({
    name: `${type.name}.${name}`,
    parameters: [self, by],
    result: target.type,
    canFail: false,
    method: name,
  });
  return [
    `\n    fn ${name}(self: ${isPointer ? '*const ' : ''}${type.name}, by: ${target.type.name}) ${target.type.name} {`,
    `        return self.${target.name} ${choices.pick(['^', '-%', '|'])} by;\n    }`,
  ];
}

/** A method that changes a field through its receiver and gives what it held. */
function methods(program: Program, type: StructType): readonly string[] {
  const target = type.fields.find((field) => field.type.kind === 'int');
  if (target === undefined) return [];
  const others = program.choices.chance(50) ? looks(program, type, target) : [];
  const operator = program.choices.pick(['+%', '-%', '*%', '+|', '^']);
  const name = fresh(program, 'bump');
  program.functions.push({
    name: `${type.name}.${name}`,
    parameters: [
      { name: 'self', type, passing: 'pointer' },
      { name: 'by', type: target.type, passing: 'value' },
    ],
    result: target.type,
    canFail: false,
    method: name,
  });
  return [
    ...others,
    `\n    fn ${name}(self: *${type.name}, by: ${target.type.name}) ${target.type.name} {`,
    `        const old = self.${target.name};`,
    `        self.${target.name} = self.${target.name} ${operator} by;`,
    '        return old;\n    }',
  ];
}

function declareUnion(program: Program): void {
  const name = fresh(program, 'U');
  const length = program.choices.between(2, 4);
  const fields = Array.from({ length }, (_, index) => ({
    name: `v${index}`,
    type: index > 0 && program.choices.chance(20) ? undefined : someType(program, 1),
  }));
  const type: UnionType = { kind: 'union', name, fields };
  program.unions.push(type);
  const members = fields.map((field) =>
    field.type === undefined ? `    ${field.name},` : `    ${field.name}: ${field.type.name},`,
  );
  const methods = program.choices.chance(60) ? unionMethods(program, type) : [];
  program.declarations.push(`const ${name} = union(enum) {\n${[...members, ...methods].join('\n')}\n};`);
}

export function declareGlobals(program: Program, empty: Scope): void {
  for (let count = program.choices.below(3); count > 0; count -= 1) {
    const type = program.choices.chance(70) ? someInt(program.choices) : someType(program);
    const name = fresh(program, 'g');
    const initial = type.kind === 'int' ? String(someValue(type, program.choices)) : value(type, empty, 0);
    program.declarations.push(`var ${name}: ${type.name} = ${initial};`);
    const place: Place = { text: name, type, isAssignable: true, noteMutation: () => {} };
    program.globals.push(place);
  }
}

/** How many bits a packed struct has. */
function bitsOf({ fields }: StructType): number {
  return fields.reduce((sum, { type }) => sum + (type.kind === 'int' ? type.bits : 1), 0);
}

/** Statements that print a value, leaf by leaf. */
export function show(label: string, text: string, type: Type): readonly string[] {
  // A capture must not hide another one.
  const inner = `in_${text.replace(/\W+/g, '_')}`;
  switch (type.kind) {
    case 'int':
      return [`print("${label} {d}\\n", .{${text}});`];
    case 'bool':
      return [`print("${label} {}\\n", .{${text}});`];
    case 'enum':
      return [`print("${label} {s}\\n", .{@tagName(${text})});`];
    case 'tuple':
      return type.elements.flatMap((element, index) => show(`${label}[${index}]`, `${text}[${index}]`, element));
    case 'errorUnion':
      return [
        `if (${text}) |${inner}| {`,
        ...show(label, inner, type.payload),
        `} else |e| print("${label} {s}\\n", .{@errorName(e)});`,
      ];
    case 'struct':
      return [
        ...type.fields.flatMap((field) => show(`${label}.${field.name}`, `${text}.${field.name}`, field.type)),
        ...(type.isPacked ? [`print("${label} {d}\\n", .{@as(u${bitsOf(type)}, @bitCast(${text}))});`] : []),
      ];
    case 'array':
      if (type.element.kind === 'int') return [`print("${label} {any}\\n", .{${text}});`];
      return Array.from({ length: type.length }, (_, at) =>
        show(`${label}[${at}]`, `${text}[${at}]`, type.element),
      ).flat();
    case 'optional':
      if (type.payload.kind === 'int') return [`print("${label} {?d}\\n", .{${text}});`];
      return [
        `if (${text}) |${inner}| {`,
        ...show(label, inner, type.payload),
        `} else print("${label} null\\n", .{});`,
      ];
    case 'union': {
      const arms = type.fields.map((field) => {
        const tag = `print("${label} ${field.name}\\n", .{});`;
        if (field.type === undefined) return `.${field.name} => { ${tag} },`;
        return `.${field.name} => |${inner}| { ${tag} ${show(label, inner, field.type).join(' ')} },`;
      });
      return [`switch (${text}) {`, ...arms, '}'];
    }
  }
}
