/** Constants of `std.StaticStringMap`: the table that `initComptime` has sorted by length, entry by entry. */
import * as build from '../../../emit/build.js';
import type * as rust from '../../../emit/rust-ast.js';
import type { Type } from '../../../parse/ir/types.js';
import type { PointerValue, Value } from '../../../parse/ir/values.js';
import { elementsOf } from '../../constant-aggregate.js';
import type { TypeHost } from '../apply.js';
import { bytesOf } from '../format/bytes.js';

/** `StaticStringMap::new(&[(b"…", value), …])`; undefined for a value that is no such table. */
export function staticStringMap(value: Value, valueType: Type, host: TypeHost): rust.Expr | undefined {
  const table = value.kind === 'aggregate' ? pointee(value.elements[0]) : undefined;
  if (table?.kind !== 'aggregate') return undefined;
  const [keys, values, length] = table.elements;
  const count = length?.kind === 'int' ? Number(length.int) : undefined;
  const texts = manyOf(keys);
  const given = manyOf(values);
  if (count === undefined || (count > 0 && (texts === undefined || given === undefined))) return undefined;
  const entries = Array.from({ length: count }, (_, index) => {
    const text = bytesOf(texts?.[index]);
    const entry = given?.[index];
    return text === undefined || entry === undefined
      ? undefined
      : build.tuple(build.byteStr(text), host.constant(entry, valueType));
  });
  if (entries.some((entry) => entry === undefined)) return undefined;
  const list = build.refTo(build.arrayLit(entries.filter((entry) => entry !== undefined)));
  return build.call(build.path(...host.runtimePath('static_string_map', 'StaticStringMap'), 'new'), [list]);
}

/** The elements from where a many-item pointer points to. */
function manyOf(value: Value | undefined): readonly Value[] | undefined {
  if (value?.kind !== 'pointer') return undefined;
  const step = value.path.at(-1);
  const array = step?.kind === 'element' ? pointee({ ...value, path: value.path.slice(0, -1) }) : pointee(value);
  return array === undefined ? undefined : elementsOf(array)?.slice(step?.kind === 'element' ? step.index : 0);
}

function pointee(value: Value | undefined): Value | undefined {
  if (value?.kind !== 'pointer' || value.path.length > 0) return undefined;
  return memoryOf(value.base);
}

function memoryOf(base: PointerValue['base']): Value | undefined {
  switch (base.kind) {
    case 'constant':
      return base.value;
    case 'allocation':
      return base.allocation.value;
    case 'decl':
      return base.decl.value;
    default:
      return undefined;
  }
}
