/** Generic parameters and arguments in Rust: `<T, const ROWS: usize>` where a template is declared, `<f32, 2>` where it is mentioned. */
import * as rust from '../../emit/build.js';
import type { GenericArgument, GenericParameter, Generics } from '../../emit/rust-ast.js';
import type { FnInstance, Generic, GenericBound, GenericParam } from '../../parse/ir/program.js';
import type { NominalType } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import type { Crate, Site } from '../context.js';
import { pascalCase, screamingSnakeCase } from '../names/case.js';
import { rawType } from '../type.js';
import { mentions } from './mentions.js';
import type { GenericUse } from './plan.js';

/** The Rust name of a kept comptime parameter: types as types, values as constants. */
export function parameterName(name: string, kind: GenericParam['kind']): string {
  return kind === 'type' ? pascalCase(name) : screamingSnakeCase(name);
}

const BOUND_PATHS: { readonly [B in GenericBound]: string } = {
  Copy: 'Copy',
  PartialEq: 'PartialEq',
  PartialOrd: 'PartialOrd',
};

function declared(generic: Generic, site: Site, withBounds: boolean): GenericParameter[] {
  return generic.params.map((param): GenericParameter => {
    const name = parameterName(param.name, param.kind);
    if (param.kind === 'const') return { kind: 'const', name, type: rawType(param.type, site) };
    const bounds = withBounds ? [...param.bounds].sort().map((bound) => rust.traitBound(BOUND_PATHS[bound])) : [];
    return { kind: 'type', name, bounds };
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

/** The arguments of a call that Rust could not infer: those of parameters that no run-time parameter's type mentions. */
export function callArguments(instance: FnInstance, site: Site): readonly GenericArgument[] {
  const use = site.crate.generics.fn(instance);
  if (use?.generic.template.kind !== 'fn') return [];
  const { template, params } = use.generic;
  const isInferable = params.every((param) =>
    template.instance.params.some((one) => !one.isComptime && mentions(one.type, param.index)),
  );
  return isInferable ? [] : argumentsOf(use, site);
}

function argumentsOf({ generic, args }: GenericUse, site: Site): GenericArgument[] {
  return generic.params.map((param, index): GenericArgument => {
    const arg = args?.[index];
    if (arg === undefined) {
      const name = parameterName(param.name, param.kind);
      return { kind: 'type', type: rust.typePath(name) };
    }
    return arg.kind === 'type'
      ? { kind: 'type', type: rawType(arg.type, site) }
      : { kind: 'const', value: constArgument(arg) };
  });
}

function constArgument(arg: Value) {
  return arg.kind === 'bool' ? rust.bool(arg.bool) : rust.int(arg.kind === 'int' ? arg.int : 0);
}
