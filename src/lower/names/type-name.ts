/** Names of instantiations that a person can read: the words for a type or a value inside `max_u8`, `ListU32`, `BufferU8_64`. */
import type { FnInstance } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import { pascalCase } from './case.js';

/** Longer suffixes are cut: the name is for reading, a number keeps it unique. */
const LONGEST = 40;

/** The word for a type: `u32`, `SliceU8`, `OptionPoint`. Nominal types are called what `nameOf` says. */
export function typeWord(type: Type, nameOf: (type: Type) => string | undefined): string {
  const named = nameOf(type);
  if (named !== undefined) return named;
  const word = (inner: Type) => pascalCase(typeWord(inner, nameOf));
  switch (type.kind) {
    case 'int':
    case 'float':
      return type.name;
    case 'pointer':
      return type.size === 'slice' ? `Slice${word(type.child)}` : `Ptr${word(type.child)}`;
    case 'array':
    case 'vector':
      return `${pascalCase(type.kind)}${type.length}${word(type.child)}`;
    case 'optional':
      return `Option${word(type.child)}`;
    case 'errorUnion':
      return `Result${word(type.payload)}`;
    case 'errorSet':
      return type.names.length === 1 ? (type.names[0] ?? 'Error') : 'Error';
    case 'tuple':
      return `Tuple${type.elements.map((element) => word(element.type)).join('')}`;
    case 'fn':
      return 'Fn';
    default:
      return pascalCase(type.kind);
  }
}

function valueWord(value: Value, nameOf: (type: Type) => string | undefined): string {
  switch (value.kind) {
    case 'int':
    case 'enum':
      return String(value.int).replace('-', 'neg');
    case 'bool':
      return String(value.bool);
    case 'float':
      return String(value.float).replace(/[^0-9]+/g, '_');
    case 'type':
      return typeWord(value.type, nameOf);
    case 'enumLiteral':
    case 'error':
      return value.name;
    case 'fn':
      return value.instance.decl.name;
    case 'some':
      return valueWord(value.payload, nameOf);
    case 'null':
    case 'void':
      return value.kind;
    default:
      return '';
  }
}

/** The words for captured comptime values. */
export function valueWords(values: readonly Value[], nameOf: (type: Type) => string | undefined): readonly string[] {
  const words = values.map((value) => valueWord(value, nameOf)).filter((word) => word !== '');
  return words.join('').length > LONGEST ? words.slice(0, 1) : words;
}

/** The words for the comptime arguments of an instance: nothing for a function that is not generic. */
export function instanceWords(instance: FnInstance, nameOf: (type: Type) => string | undefined): readonly string[] {
  const words = instance.params.flatMap((param) => {
    if (param.value !== undefined) return valueWords([param.value], nameOf);
    return param.isAnytype ? [typeWord(param.type, nameOf)] : [];
  });
  return words.join('').length > LONGEST ? words.slice(0, 1) : words;
}
