/** Lints about names. */
import type { EnumItem, Fields, Item, ModuleContent, Pattern, Statement } from '../rust-ast.js';
import { parameterNames } from './signatures.js';

/** A type, tag or type parameter that is not in camel case. */
export function hasOddTypeName(item: Item): boolean {
  switch (item.kind) {
    case 'struct':
    case 'union':
    case 'trait':
    case 'typeAlias':
      return !isCamelCase(item.name);
    case 'enum':
      return !isCamelCase(item.name) || item.variants.some(({ name }) => !isCamelCase(name));
    default:
      return false;
  }
}

/** As rustc has it: no small letter in front, and underscores only between characters without case. */
function isCamelCase(name: string): boolean {
  const trimmed = name.replace(/^_+|_+$/g, '');
  return !/^[a-z]/.test(trimmed) && !/__/.test(trimmed) && !/[A-Za-z]_|_[A-Za-z]/.test(trimmed);
}

function isSnakeCase(name: string): boolean {
  const trimmed = name.replace(/^_+|_+$/g, '');
  return !/[A-Z]/.test(trimmed) && !/__/.test(trimmed);
}

/** A function, parameter, field or module that is not in snake case. */
export function hasOddSnakeName(item: Item): boolean {
  switch (item.kind) {
    case 'fn':
      return !isSnakeCase(item.name) || parameterNames(item.parameters).some((name) => !isSnakeCase(name));
    case 'struct':
    case 'union':
      return item.kind === 'union' ? item.fields.some(({ name }) => !isSnakeCase(name)) : hasOddField(item.fields);
    case 'enum':
      return item.variants.some(({ fields }) => hasOddField(fields));
    case 'mod':
      return !isSnakeCase(item.name);
    default:
      return false;
  }
}

function hasOddField(fields: Fields): boolean {
  return fields.kind === 'named' && fields.fields.some(({ name }) => !isSnakeCase(name));
}

/** A variable that is not in snake case. */
export function bindsOddName(statement: Statement): boolean {
  return statement.kind === 'let' && namesOf(statement.pattern).some((name) => !isSnakeCase(name));
}

/** What a pattern binds. */
function namesOf(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'binding':
      return [pattern.name];
    case 'tuple':
    case 'tupleStruct':
    case 'slice':
      return pattern.elements.flatMap(namesOf);
    default:
      return [];
  }
}

/** Names that clippy takes for placeholders. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(['foo', 'baz', 'quux']);

/** Binds a placeholder's name in a pattern: `if let Some(foo) = x`. */
export function isPlaceholder(pattern: Pattern): boolean {
  return pattern.kind === 'binding' && PLACEHOLDERS.has(pattern.name);
}

export function takesPlaceholder(item: Item): boolean {
  return item.kind === 'fn' && parameterNames(item.parameters).some((name) => PLACEHOLDERS.has(name));
}

/** A constant that is not in capitals. */
export function hasOddConstantName(item: Item): boolean {
  return (item.kind === 'const' || item.kind === 'static') && item.name !== '_' && /[a-z]/.test(item.name);
}

/** A type or tag all in capitals. */
export function isNamedInCapitals(item: Item): boolean {
  const isAcronym = (name: string): boolean => name.length > 2 && /[A-Z]/.test(name) && name === name.toUpperCase();
  switch (item.kind) {
    case 'struct':
    case 'union':
    case 'trait':
    case 'typeAlias':
      return isAcronym(item.name);
    case 'enum':
      return isAcronym(item.name) || item.variants.some(({ name }) => isAcronym(name));
    default:
      return false;
  }
}

const FEWEST_VARIANTS = 3;

/** Tags that all begin or end with the same word, or with the enum's own name. */
export function hasRepetitiveTags(item: Item): boolean {
  if (item.kind !== 'enum') return false;
  const names = [item.name, item.local?.name ?? item.name];
  return repeatsWord(item) || item.variants.some(({ name }) => names.some((own) => repeatsEnum(own, name)));
}

function repeatsWord({ variants }: EnumItem): boolean {
  if (variants.length < FEWEST_VARIANTS) return false;
  const words = variants.map(({ name }) => wordsOf(name));
  const isCommon = (pick: (all: readonly string[]) => string | undefined): boolean => {
    const first = pick(words[0] ?? []);
    return first !== undefined && words.every((all) => all.length > 1 && pick(all) === first);
  };
  return isCommon((all) => all[0]) || isCommon((all) => all.at(-1));
}

function repeatsEnum(enumName: string, name: string): boolean {
  const [own, words] = [wordsOf(enumName), wordsOf(name)];
  if (words.length < own.length) return false;
  return (
    own.every((word, index) => words[index] === word) ||
    own.every((word, index) => words.at(index - own.length) === word)
  );
}

function wordsOf(camel: string): readonly string[] {
  return camel.match(/[A-Z][a-z0-9]*|[a-z0-9]+/g) ?? [];
}

/** Items of a module, with those of the modules in it. */
export function itemsOf({ items }: ModuleContent): readonly Item[] {
  return items.flatMap((item) =>
    item.kind === 'mod' && item.content !== undefined ? [item, ...itemsOf(item.content)] : [item],
  );
}

/** The names that a pattern binds. */
export function boundNames(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'binding':
      return [pattern.name, ...(pattern.subpattern === undefined ? [] : boundNames(pattern.subpattern))];
    case 'tuple':
    case 'tupleStruct':
    case 'slice':
      return pattern.elements.flatMap(boundNames);
    case 'struct':
      return pattern.fields.flatMap((field) => boundNames(field.pattern));
    case 'reference':
      return boundNames(pattern.target);
    case 'or':
      return pattern.alternatives.flatMap(boundNames);
    default:
      return [];
  }
}
