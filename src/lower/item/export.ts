/** The symbols of exported functions and variables. */
import * as rust from '../../emit/build.js';
import type { Attribute, FunctionItem } from '../../emit/rust-ast.js';
import type { FnInstance } from '../../parse/ir/program.js';
import { boundaryResult, boundaryType } from '../boundary.js';
import type { Crate } from '../context.js';
import { snakeCase } from '../names/case.js';
import { fnPath } from '../names/paths.js';
import { unsafe } from '../unsafe-mark.js';
import { wrapUnsafe } from '../unsafety.js';

/** The symbol that an item has, where it is not its name: `no_mangle` or `export_name`. */
export function exportAttribute(symbol: string, name: string, edition: '2021' | '2024'): Attribute {
  const plain =
    symbol === name ? rust.attribute('no_mangle') : rust.attributeValue('export_name', { kind: 'str', value: symbol });
  return edition === '2024' ? rust.attribute('unsafe', plain) : plain;
}

/** What others call a function: by `export`, then by each `@export`. */
export function exportedSymbols(instance: FnInstance): readonly string[] {
  return instance.isExport ? [instance.decl.name, ...instance.decl.exportNames] : instance.decl.exportNames;
}

/** A function with several symbols is called by one more function for each of the others: Rust gives an item only one. */
export function exportAliases(instance: FnInstance, crate: Crate): readonly FunctionItem[] {
  const { name, module } = crate.names.fn(instance);
  const site = { crate, module };
  return exportedSymbols(instance)
    .slice(1)
    .map((symbol) => {
      const parameters = instance.params.map((param, index) => rust.param(`a${index}`, boundaryType(param.type, site)));
      const isUnsafe = crate.unsafeParameters(instance).size > 0;
      const call = rust.call(
        rust.exprOfPath(fnPath(instance, site)),
        parameters.map((_parameter, index) => rust.path(`a${index}`)),
      );
      const body = wrapUnsafe(rust.block([], isUnsafe ? unsafe('unsafeCall', call) : call));
      const alias = module.values.take(`${name}_as_${snakeCase(symbol)}`);
      return rust.fn(alias, parameters, boundaryResult(instance.returnType, site), body, {
        qualifiers: { unsafe: isUnsafe, abi: 'C' },
        attributes: [exportAttribute(symbol, alias, crate.edition)],
        blankLineBefore: true,
      });
    });
}
