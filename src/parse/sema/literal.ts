/** Literals: numbers, characters, strings, enum literals (language reference: "Primitive Values", "Enum Literals"). */

import type { Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { decodeChar, decodeString, parseNumberLiteral } from '../syntax/literals.js';
import { type Env, fail, type ResultLocation, wantedType } from './env.js';
import { ensureFields } from './fields.js';
import { floatOfLiteral } from './float.js';
import { declOperand } from './identifier.js';
import { normal } from './int.js';
import { findDecl } from './namespace.js';
import { intValue, known, type Operand } from './operand.js';
import { T } from './pool.js';
import type { ContainerRecord } from './records.js';

export function analyseNumberLiteral(env: Env, node: ast.NumberLiteral): Operand {
  const literal = parseNumberLiteral(node.text);
  switch (literal.kind) {
    case 'int':
      return known(T.comptimeInt, intValue(normal(literal.value)), node);
    case 'float':
      return known(T.comptimeFloat, floatOfLiteral(literal.mantissa, literal.base, literal.exponent, 128), node);
    case 'error':
      return fail(env, node, `\`${node.text}\` is not a number: ${literal.reason}`);
  }
}

export function analyseCharLiteral(env: Env, node: ast.CharLiteral): Operand {
  const code = decodeChar(node.text);
  if (typeof code !== 'number') return fail(env, node, `'${node.text}' is not a character`);
  return known(T.comptimeInt, intValue(code), node);
}

/** A string literal is a pointer to a constant array of bytes that ends in a zero: `*const [N:0]u8`. */
export function analyseStringLiteral(env: Env, node: ast.StringLiteral): Operand {
  const bytes = decodeString(node);
  if (!(bytes instanceof Uint8Array)) return fail(env, node, 'this string has a bad escape');
  return bytesOperand(env, bytes, node);
}

/** The operand of a constant string. */
export function bytesOperand(env: Env, bytes: Uint8Array, node: ast.Node): Operand {
  const array = env.cx.pool.array(T.u8, bytes.length, intValue(0));
  const type = env.cx.pool.pointer(array, { isConst: true });
  return known(
    type,
    { kind: 'pointer', base: { kind: 'constant', value: { kind: 'bytes', bytes }, type: array }, path: [] },
    node,
  );
}

/** `.name` for a wanted type: a tag, a payload-free union value, an error… or a declaration of the type (decl literal). */
export function analyseEnumLiteral(env: Env, node: ast.EnumLiteral, location: ResultLocation): Operand {
  const wanted = wantedType(location);
  const target = wanted && literalTarget(wanted);
  if (target) {
    const found = declLiteral(env, node, target);
    if (found) return found;
  }
  return known(T.enumLiteral, { kind: 'enumLiteral', name: node.name.text }, node);
}

/** The container that a literal's name is looked up in: behind optionals, error unions and pointers. */
export function literalTarget(type: Type): Type | undefined {
  switch (type.kind) {
    case 'optional':
      return literalTarget(type.child);
    case 'errorUnion':
      return literalTarget(type.payload);
    case 'pointer':
      return type.size === 'one' ? literalTarget(type.child) : undefined;
    case 'struct':
    case 'enum':
    case 'union':
    case 'opaque':
      return type;
    default:
      return undefined;
  }
}

/** The declaration of `target` that a decl literal names, unless it is a tag of the enum or union. */
function declLiteral(env: Env, node: ast.EnumLiteral, target: Type): Operand | undefined {
  if (!('container' in target)) return undefined;
  if (target.kind === 'enum' || target.kind === 'union') {
    const fields = ensureFields(env, target, node);
    if (fields.some((field) => field.name === node.name.text)) return undefined;
  }
  const decl = findDecl(env.cx, target.container as ContainerRecord, node.name.text);
  return decl && declOperand(env, decl, node, false);
}
