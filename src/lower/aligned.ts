/** Variables with an alignment of their own: Rust aligns by type, so the value lies in a wrapper of the runtime (`Align16(value)`). */
import * as rust from '../emit/build.js';
import type { Expr, Type as RustType } from '../emit/rust-ast.js';
import type { Type } from '../parse/ir/types.js';
import { runtimeItem, type Site, unported } from './context.js';
import { naturalAlignment } from './unaligned.js';

/** What is aligned: a local or a global. */
interface Variable {
  readonly type: Type | undefined;
  readonly align: number;
}

/** The alignments that have a wrapper. */
const WRAPPERS: readonly number[] = [2, 4, 8, 16, 32, 64, 128, 4096];

/** Whether the variable wants more than its type gives. */
export function isAligned({ type, align }: Variable): boolean {
  return type !== undefined && align > (naturalAlignment(type) ?? 1);
}

/** The place of the value: inside of the wrapper, where there is one. */
export function alignedPlace(path: Expr, variable: Variable): Expr {
  return isAligned(variable) ? rust.tupleField(path, 0) : path;
}

/** The value as the variable holds it. */
export function alignedValue(value: Expr, variable: Variable, site: Site): Expr {
  return isAligned(variable) ? rust.call(rust.path(...wrapperOf(variable, site)), [value]) : value;
}

/** The type of the variable's storage. */
export function alignedType(type: RustType, variable: Variable, site: Site): RustType {
  return isAligned(variable) ? rust.genericType(wrapperOf(variable, site), type) : type;
}

function wrapperOf({ align }: Variable, site: Site): readonly string[] {
  const wrapper = WRAPPERS.find((one) => one >= align);
  if (wrapper === undefined) return unported(`an alignment of ${align} bytes`);
  return runtimeItem(site, 'align', `Align${wrapper}`);
}
