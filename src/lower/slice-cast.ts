/** `@ptrCast` to a slice: the same bytes as elements of another type, as many of them as fill what the pointer covers. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type { PointerType, Type } from '../parse/ir/types.js';
import { runtimePath, type Scope } from './context.js';
import { nativeInt } from './integer.js';
import { rawType } from './type.js';

/** `raw`, a raw pointer of type `from`, as the slice `to`. */
export function castToSlice(raw: Expr, from: PointerType, to: PointerType, scope: Scope): Expr {
  const [source, target] = [sizeOf(from.child), sizeOf(to.child)];
  if (from.size !== 'slice' || source === 0) return fromParts(raw, lengthOf(from.child, to.child, scope), to, scope);
  if (source !== undefined && source === target) return rust.cast(raw, rawType(to, scope));
  const name = to.isConst ? 'cast' : 'cast_mut';
  const generics = [rust.inferredType, rawType(to.child, scope)].map((type) => ({ kind: 'type' as const, type }));
  const module = runtimePath(scope, 'raw_slice', name).slice(0, -1);
  return rust.call(rust.path(...module, { name, generics }), [raw]);
}

function fromParts(raw: Expr, length: Expr, to: PointerType, scope: Scope): Expr {
  const maker = to.isConst ? 'slice_from_raw_parts' : 'slice_from_raw_parts_mut';
  const data = rust.method(raw, 'cast', [], [rawType(to.child, scope)]);
  return rust.call(rust.path(...scope.module.imports.use('core', 'ptr'), maker), [data, length]);
}

/** How many elements of one type have the size of a value of the other. */
function lengthOf(whole: Type, element: Type, scope: Scope): Expr {
  const [bytes, size] = [sizeOf(whole), sizeOf(element)];
  if (bytes === 0) return rust.int(0, 'usize');
  if (bytes !== undefined && size !== undefined && size > 0) return rust.int(bytes / size, 'usize');
  const path = (type: Type) => ({ name: 'size_of', generics: [{ kind: 'type' as const, type: rawType(type, scope) }] });
  const mem = scope.module.imports.use('core', 'mem');
  return rust.binary(
    '/',
    rust.call(rust.path(...mem, path(whole)), []),
    rust.call(rust.path(...mem, path(element)), []),
  );
}

/** The bytes that a value takes in Zig; undefined where its type's layout would have to be asked. */
function sizeOf(type: Type): number | undefined {
  switch (type.kind) {
    case 'void':
      return 0;
    case 'bool':
      return 1;
    case 'int':
      return type.bits === 0 ? 0 : nativeSize(type);
    case 'float':
      return type.bits === 80 ? 16 : type.bits / 8;
    case 'array': {
      const element = sizeOf(type.child);
      return element === undefined ? undefined : element * (type.length + (type.sentinel === undefined ? 0 : 1));
    }
    case 'struct':
      return type.layout === 'packed' && type.backingInt !== undefined ? sizeOf(type.backingInt) : undefined;
    default:
      return undefined;
  }
}

function nativeSize(type: Extract<Type, { kind: 'int' }>): number | undefined {
  const native = nativeInt(type);
  return native === undefined ? undefined : native.name.endsWith('size') ? 8 : Number(native.name.slice(1)) / 8;
}
