/**
 * `{}` and `{any}` before 0.15: enums, structs and unions are printed with the names of their types, floats with an exponent, and a
 * type's own `format` is called. What is printed so has no Rust yet, but for enums and floats by themselves; the rest is printed alike.
 */
import type { Program } from '../../../parse/ir/program.js';
import type { Type } from '../../../parse/ir/types.js';
import { typeName } from '../../../parse/sema/print-type.js';
import { isAtLeast } from '../../../parse/syntax/zig-version.js';

/** Whether the program's library prints as those before 0.15. */
export function printsAsBefore({ library }: Program): boolean {
  return !isAtLeast(library, { major: 0, minor: 15 });
}

/** What stands before the tag of an enum: `main.Color.`; undefined where the type prints itself. */
export function enumPrefix(type: Type): string | undefined {
  if (type.kind !== 'enum' || type.isNonExhaustive || type.container.decls.has('format')) return undefined;
  return `${typeName(type)}.`;
}

/** Whether values of the type are printed alike in all versions. */
export function isPrintedAlike(type: Type): boolean {
  switch (type.kind) {
    case 'int':
    case 'bool':
    case 'void':
    case 'comptime_int':
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror':
      return true;
    case 'array':
    case 'vector':
    case 'optional':
      return isPrintedAlike(type.child);
    case 'errorUnion':
      return isPrintedAlike(type.payload);
    case 'pointer':
      return type.child.kind === 'array' || type.size === 'slice' ? isPrintedAlike(type.child) : false;
    default:
      return false;
  }
}
