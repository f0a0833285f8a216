/** Methods of enums and tagged unions: switches over \`self\` with captures by value and by pointer. */
import { fresh, type Parameter, type Program } from './scope.js';
import { type EnumType, int, type Type, type UnionType } from './types.js';

const COUNT = int(false, 64);

function declare(program: Program, type: Type, name: string, passing: Parameter['passing'], result: Type): void {
  const parameters: readonly Parameter[] = [{ name: 'self', type, passing }];
  program.functions.push({ name: `${type.name}.${name}`, parameters, result, canFail: false, method: name });
}

/** The next tag, and a number for each. */
export function enumMethods(program: Program, type: EnumType): string {
  const { choices } = program;
  const [next, weight] = [fresh(program, 'next'), fresh(program, 'weight')];
  const { tags } = type;
  const arms = tags.map((tag, at) => `.${tag} => .${tags[(at + choices.between(1, 2)) % tags.length]}`);
  const known = tags.slice(0, choices.between(1, tags.length - 1)).map((tag) => `.${tag}`);
  const weights = choices.chance(50)
    ? `${known.join(', ')} => ${choices.below(300)}, else => @intFromEnum(self)`
    : `${known.join(', ')} => |tag| if (tag == self) 7 else 8, else => ${choices.below(300)}`;
  declare(program, type, next, 'value', type);
  declare(program, type, weight, 'value', COUNT);
  return `,

    fn ${next}(self: ${type.name}) ${type.name} {
        return switch (self) { ${arms.join(', ')} };
    }
    fn ${weight}(self: ${type.name}) u64 {
        return switch (self) { ${weights} };
    }
`;
}

/** What a union holds as a number, and a change of what it holds where it is. */
export function unionMethods(program: Program, type: UnionType): readonly string[] {
  const { choices } = program;
  const [total, touch, isFirst] = [fresh(program, 'total'), fresh(program, 'touch'), fresh(program, 'isFirst')];
  const numbers = type.fields.filter((field) => field.type?.kind === 'int');
  const totals = type.fields.map((field, at) =>
    field.type?.kind === 'int' ? `.${field.name} => |n| @as(u64, @popCount(n)) + ${at}` : `.${field.name} => ${at}`,
  );
  const changes = numbers.map(
    (field) => `.${field.name} => |*n| n.* ${choices.pick(['+%=', '^=', '-%='])} ${choices.below(2)},`,
  );
  const rest = numbers.length === type.fields.length ? [] : ['else => return false,'];
  declare(program, type, total, choices.chance(50) ? 'constPointer' : 'value', COUNT);
  const self = program.functions.at(-1)?.parameters[0]?.passing === 'value' ? type.name : `*const ${type.name}`;
  declare(program, type, touch, 'pointer', { kind: 'bool', name: 'bool' });
  const first = type.fields[0]?.name ?? '';
  declare(program, type, isFirst, 'value', { kind: 'bool', name: 'bool' });
  return [
    `\n    fn ${total}(self: ${self}) u64 {`,
    `        return switch (self${self === type.name ? '' : '.*'}) { ${totals.join(', ')} };\n    }`,
    `    fn ${touch}(self: *${type.name}) bool {`,
    `        switch (self.*) { ${[...changes, ...rest].join(' ')} }`,
    changes.length === 0 ? '' : '        return true;',
    `    }\n    fn ${isFirst}(self: ${type.name}) bool {\n        return self == .${first};\n    }`,
  ];
}
