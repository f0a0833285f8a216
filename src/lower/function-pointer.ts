/**
 * Functions as values. A function flows into a pointer of another error type through an adapter; into one of another signature (a cast that
 * the author wrote) by `transmute`.
 */
import * as rust from '../emit/build.js';
import { sameType } from '../emit/lints/equal.js';
import type { Expr } from '../emit/rust-ast.js';
import type { FnInstance } from '../parse/ir/program.js';
import type { ErrorUnionType, FnType, Type } from '../parse/ir/types.js';
import type { PointerValue, Value } from '../parse/ir/values.js';
import type * as ast from '../parse/syntax/ast.js';
import { isRustParam, isUnsafeCallee } from './call.js';
import { type Site, unported } from './context.js';
import { fnPath, globalPath } from './names/paths.js';
import { outermostPointer } from './representation/type-repr.js';
import { rawType } from './type.js';
import { unsafe } from './unsafe-mark.js';

/** A comptime pointer to a function. */
export function functionPointer(value: Value, target: FnType, site: Site, node: ast.Node | undefined): Expr {
  if (value.kind === 'pointer' && value.base.kind === 'integer') {
    return unported('a function at a fixed address', node);
  }
  const instance = instanceOf(value);
  const isData = value.kind === 'pointer' && value.base.kind === 'decl' && value.base.decl.kind !== 'fn';
  // Data as code: its address, whatever lies there.
  if (
    instance === undefined &&
    isData &&
    value.path.length === 0 &&
    site.crate.globalStorage(value.base.decl) !== 'const'
  )
    return functionFromAddress(
      rust.method(rust.rawRefConst(rust.exprOfPath(globalPath(value.base.decl, site))), 'expose_provenance'),
      target,
      site,
    );
  return instance === undefined ? unported('a pointer to this function', node) : functionAs(instance, target, site);
}

function instanceOf(value: Value): FnInstance | undefined {
  if (value.kind === 'fn') return value.instance;
  if (value.kind !== 'pointer' || value.path.length > 0) return undefined;
  return ofBase(value.base);
}

function ofBase(base: PointerValue['base']): FnInstance | undefined {
  switch (base.kind) {
    case 'fn':
      return base.instance;
    case 'constant':
      return base.value.kind === 'fn' ? base.value.instance : undefined;
    case 'decl':
      return base.decl.value?.kind === 'fn'
        ? base.decl.value.instance
        : base.decl.kind === 'fn'
          ? base.decl.instances[0]
          : undefined;
    default:
      return undefined;
  }
}

/** The function as a value of a function type. */
export function functionAs(instance: FnInstance, target: FnType, site: Site): Expr {
  const path = rust.exprOfPath(fnPath(instance, site));
  const own = instance.type;
  if (holdsReference(instance, site)) return resultAdapter(instance, path, site);
  if (own === undefined || own === target || isSameRust(own, target, site)) return path;
  const { representation } = site.crate;
  const from = representation.type(instance.returnType);
  const to = target.returnType === undefined ? undefined : representation.type(target.returnType);
  if (to?.kind === 'errorUnion' && hasSameParameters(own, target)) return adapter(instance, path, from, to, site);
  return transmute(rust.cast(path, rawType(own, site)), rawType(own, site), target, site);
}

/** A function pointer's type is raw; a function whose result is held as a reference needs an adapter. */
function holdsReference(instance: FnInstance, site: Site): boolean {
  const mode = outermostPointer(site.crate.representation.result(instance))?.mode;
  return mode !== undefined && mode !== 'raw';
}

function resultAdapter(instance: FnInstance, path: Expr, site: Site): Expr {
  const names = argumentNames(instance, site);
  return rust.closure(names, forwarded(instance, path, names, site));
}

function argumentNames(instance: FnInstance, site: Site): readonly string[] {
  return rustParams(instance, site).map((_param, index) => `a${index}`);
}

function forwarded(instance: FnInstance, path: Expr, names: readonly string[], site: Site): Expr {
  const call = rust.call(
    path,
    names.map((name) => rust.path(name)),
  );
  return isUnsafeCallee(instance, site) ? unsafe('unsafeCall', call) : call;
}

function rustParams(instance: FnInstance, site: Site): FnInstance['params'] {
  return instance.params.filter((param) => isRustParam(param, site.crate.representation));
}

function hasSameParameters(a: FnType, b: FnType): boolean {
  return a.params.length === b.params.length && a.params.every((param, index) => param.type === b.params[index]?.type);
}

/** Types that differ only in what Rust does not see: `noalias`, calling conventions that mean the same. */
export function isSameRust(a: FnType, b: FnType, site: Site): boolean {
  return (
    hasSameParameters(a, b) &&
    isSameResult(a.returnType, b.returnType, site) &&
    (a.callconv === 'c') === (b.callconv === 'c')
  );
}

function isSameResult(written: Type | undefined, other: Type | undefined, site: Site): boolean {
  const { representation } = site.crate;
  const [a, b] = [written, other].map((type) => (type === undefined ? undefined : representation.type(type)));
  if (a === b) return true;
  if (a?.kind !== 'errorUnion' || b?.kind !== 'errorUnion' || a.payload !== b.payload) return false;
  return site.crate.errorSets.isSame(a.errorSet, b.errorSet);
}

/** `|a| f(a).map_err(From::from)`. */
function adapter(instance: FnInstance, path: Expr, from: Type, to: ErrorUnionType, site: Site): Expr {
  const { errorSets } = site.crate;
  const names = argumentNames(instance, site);
  const call = forwarded(instance, path, names, site);
  const result =
    from.kind !== 'errorUnion' || errorSets.isEmpty(from.errorSet)
      ? rust.call(rust.path('Ok'), [call])
      : rust.method(call, 'map_err', [rust.path(...errorSets.segments(to.errorSet, site), 'from')]);
  if (from.kind === 'errorUnion') errorSets.convert(from.errorSet, to.errorSet, site);
  return rust.closure(names, result);
}

function transmute(value: Expr, from: ReturnType<typeof rawType>, target: FnType, site: Site): Expr {
  const to = rawType(target, site);
  if (sameType(from, to)) return value;
  const generics = [from, to].map((type) => ({ kind: 'type' as const, type }));
  const callee = rust.path(...site.module.imports.use('core', 'mem'), { name: 'transmute', generics });
  return unsafe('transmute', rust.call(callee, [value]));
}

/** An integer as a function pointer. */
export function functionFromAddress(address: Expr, target: FnType, site: Site): Expr {
  return transmute(address, rust.usizeType, target, site);
}
