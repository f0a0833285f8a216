/**
 * Conditions of rules: `when: { T: u8 }`, `when: { T: [int, float] }`.
 *
 * What stands behind a variable is a Zig type (`u8`, `[]const u8`) or one of the classes below; of a comptime value that is no type
 * it is the literal (`null`, `10`, `.little`). A type of a library is named by its path, as in signatures (`std.fs.File`).
 */
import type { Type } from '../../parse/ir/types.js';
import type * as ast from '../../parse/syntax/ast.js';
import { parseSource } from '../../parse/syntax/parse.js';
import { bindLiteral, matchesType } from './bind.js';
import { isPlainKey } from './plain-key.js';
import type { Binding } from './rule-set.js';

/** Classes of types that a condition may name. */
export const TYPE_CLASSES = {
  /** Any integer, `comptime_int` included. */
  int: (type) => type.kind === 'int' || type.kind === 'comptime_int',
  /** An integer that Rust has: 8, 16, 32, 64, 128 bits, `usize`, `isize`. */
  nativeInt: (type) => type.kind === 'int' && [8, 16, 32, 64, 128].includes(type.bits),
  /** What the runtime hashes as Zig does. */
  plainKey: isPlainKey,
  unsigned: (type) => type.kind === 'int' && !type.signed,
  signed: (type) => type.kind === 'int' && type.signed,
  /** `f32`, `f64`. */
  nativeFloat: (type) => type.kind === 'float' && (type.bits === 32 || type.bits === 64),
  float: (type) => (type.kind === 'float' && type.bits <= 64) || type.kind === 'comptime_float',
  enum: (type) => type.kind === 'enum',
  struct: (type) => type.kind === 'struct',
  union: (type) => type.kind === 'union',
  slice: (type) => type.kind === 'pointer' && type.size === 'slice',
  pointer: (type) => type.kind === 'pointer' && type.size === 'one',
  optional: (type) => type.kind === 'optional',
  vector: (type) => type.kind === 'vector',
  /** Compared by Zig's `==`, with the meaning of Rust's. */
  scalar: (type) => SCALARS.has(type.kind),
} as const satisfies Record<string, (type: Type) => boolean>;

export type TypeClass = keyof typeof TYPE_CLASSES;

const SCALARS: ReadonlySet<Type['kind']> = new Set([
  'int',
  'float',
  'bool',
  'enum',
  'comptime_int',
  'comptime_float',
  'void',
]);

/** Whether a binding satisfies a condition's word. */
export function satisfies(word: string, binding: Binding): boolean {
  const type = binding.value.kind === 'type' ? binding.value.type : undefined;
  if (type !== undefined && isTypeClass(word)) return TYPE_CLASSES[word](type);
  const node = conditionNode(word);
  if (node === undefined) return false;
  if (type !== undefined) return matchesType(node, type, undefined, new Map());
  return bindLiteral(node, binding);
}

/** The Zig expression of a condition's word; undefined if it is neither Zig nor a class. */
export function conditionNode(word: string): ast.Expression | undefined {
  const file = parseSource('condition.zig', `const _ = ${word};`, 'tokenizer');
  const declaration = file.root.members[0];
  return file.faults.length === 0 && declaration?.kind === 'varDecl' ? declaration.value : undefined;
}

/** Whether a word names a type by its path; the rules' index resolves it. */
export function isTypePath(word: string): boolean {
  return /^\w+\./.test(word);
}

export function isTypeClass(word: string): word is TypeClass {
  return Object.hasOwn(TYPE_CLASSES, word);
}
