/** Generic parameters and arguments in Rust: `<T, const ROWS: usize>` where a template is declared, `<f32, 2>` where it is mentioned. */
import * as rust from '../../emit/build.js';
import type { GenericArgument, GenericParameter, Generics, Type as RustType } from '../../emit/rust-ast.js';
import type { Expr } from '../../parse/ir/ir.js';
import type { FnInstance, Generic, GenericBound, GenericParam } from '../../parse/ir/program.js';
import type { NominalType, Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import type { Crate, Site } from '../context.js';
import { pascalCase, screamingSnakeCase, snakeCase } from '../names/case.js';
import { rawType } from '../type.js';
import { mentions } from './mentions.js';
import type { GenericUse } from './plan.js';

/** The Rust name of a kept comptime parameter: types as types, values as constants, functions as arguments. */
export function parameterName(name: string, kind: GenericParam['kind']): string {
  if (kind === 'fn') return snakeCase(name);
  return kind === 'type' ? pascalCase(name) : screamingSnakeCase(name);
}

const BOUND_PATHS: { readonly [B in GenericBound]: string } = {
  Copy: 'Copy',
  PartialEq: 'PartialEq',
  PartialOrd: 'PartialOrd',
};

function declared(generic: Generic, site: Site, withBounds: boolean): GenericParameter[] {
  return generic.params.flatMap((param): GenericParameter[] => {
    const name = parameterName(param.name, param.kind);
    if (param.kind === 'fn') return [];
    if (param.kind === 'const') return [{ kind: 'const', name, type: rawType(param.type, site) }];
    const bounds = withBounds ? [...param.bounds].sort().map((bound) => rust.traitBound(BOUND_PATHS[bound])) : [];
    return [{ kind: 'type', name, bounds }];
  });
}

const lifetimeParameters = (names: readonly string[]): GenericParameter[] =>
  names.map((name) => ({ kind: 'lifetime', name, bounds: [] }));

/** What a type declares: its lifetimes, then its parameters; undefined for none. Bounds stand on the `impl`. */
export function typeGenerics(type: NominalType, crate: Crate, site: Site, withBounds: boolean): Generics | undefined {
  const use = crate.generics.container(type.container);
  const own = use && use.args === undefined ? declared(use.generic, site, withBounds) : [];
  return generics([...lifetimeParameters(crate.representation.nominal(type).lifetimes), ...own]);
}

/** What a function declares: the parameters of a method's type stand on its `impl`. */
export function fnGenerics(instance: FnInstance, crate: Crate, site: Site): Generics | undefined {
  const use = crate.generics.fn(instance);
  const own = use && use.generic.template.kind === 'fn' ? declared(use.generic, site, true) : [];
  return generics([...lifetimeParameters(crate.representation.signature(instance).lifetimes), ...own]);
}

function generics(parameters: readonly GenericParameter[]): Generics | undefined {
  return parameters.length === 0 ? undefined : rust.generics(parameters);
}

/** The arguments that a mention of a template's or instance's type carries. */
export function typeArguments(type: NominalType, site: Site): readonly GenericArgument[] {
  const use = site.crate.generics.container(type.container);
  return use === undefined ? [] : argumentsOf(use, site);
}

/** The arguments of a call that Rust could not infer: those of parameters that the type of no run-time argument tells. */
export function callArguments(instance: FnInstance, args: readonly Expr[], site: Site): readonly GenericArgument[] {
  const use = site.crate.generics.fn(instance);
  if (use?.generic.template.kind !== 'fn') return [];
  const { template, params } = use.generic;
  const isInferable = params.every(
    (param) =>
      param.kind === 'fn' ||
      template.instance.params.some(
        (one, at) => !one.isComptime && mentions(one.type, param.index) && !isUntyped(args[at]),
      ),
  );
  return isInferable ? [] : argumentsOf(use, site);
}

/** `null` and an empty list say nothing of what they could hold. */
function isUntyped(arg: Expr | undefined): boolean {
  if (arg === undefined) return false;
  if (arg.kind === 'coerce') return isUntyped(arg.operand);
  if (arg.type.kind === 'null' || arg.value?.kind === 'null') return true;
  const pointee = arg.type.kind === 'pointer' ? arg.type.child : arg.type;
  return pointee.kind === 'array' ? pointee.length === 0 : pointee.kind === 'tuple' && pointee.elements.length === 0;
}

function argumentsOf({ generic, args }: GenericUse, site: Site): GenericArgument[] {
  return generic.params.flatMap((param, index): GenericArgument[] => {
    const arg = args?.[index];
    if (param.kind === 'fn') return [];
    if (arg === undefined) return [{ kind: 'type', type: rust.typePath(parameterName(param.name, param.kind)) }];
    return arg.kind === 'type'
      ? [{ kind: 'type', type: rawType(arg.type, site) }]
      : [{ kind: 'const', value: constArgument(arg) }];
  });
}

/** The functions among what a call hands to a kept generic: they are arguments in Rust. */
export function isKeptFunction(instance: FnInstance, index: number, crate: Crate): boolean {
  const use = crate.generics.fn(instance);
  return use?.generic.params.some((param) => param.kind === 'fn' && param.index === index) === true;
}

/** `impl Fn(T, T) -> bool`, for a parameter of a template. */
export function callableType(type: Type, site: Site): RustType {
  if (type.kind !== 'fn' || type.returnType === undefined) throw new Error('a function parameter is a function');
  const params = type.params.flatMap((param) => (param.type === undefined ? [] : [rawType(param.type, site)]));
  const result = type.returnType.kind === 'void' ? undefined : rawType(type.returnType, site);
  return rust.implType(rust.callableBound('Fn', params, result));
}

function constArgument(arg: Value) {
  return arg.kind === 'bool' ? rust.bool(arg.bool) : rust.int(arg.kind === 'int' ? arg.int : 0);
}
