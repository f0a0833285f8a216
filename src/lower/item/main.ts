/** `main`. One that may fail becomes `run`, and Rust's `main` reports the error as Zig does. */
import * as rust from '../../emit/build.js';
import type { Block, Item, Statement } from '../../emit/rust-ast.js';
import type { FnInstance } from '../../parse/ir/program.js';
import { type Crate, runtimePath, type Site } from '../context.js';
import { fnPath } from '../names/paths.js';
import { unsafe } from '../unsafe-mark.js';
import { type FunctionOptions, lowerFunction } from './function.js';

/** `export fn main`, C's entry point, takes the place of Rust's. */
export function isForeignMain(crate: Crate): boolean {
  return crate.program.main?.isExport === true;
}

/** The crate's attribute for a `main` that is not Rust's; libtest has one of its own. */
export const NO_MAIN = rust.attribute('cfg_attr', rust.attribute('not', 'test'), 'no_main');

function foreignMain(instance: FnInstance, crate: Crate, options: FunctionOptions): Item {
  const main = lowerFunction(instance, crate, options);
  const attributes = [rust.attribute('cfg', rust.attribute('not', 'test')), ...(main.attributes ?? [])];
  return { ...main, attributes };
}

/** The statement that makes the program's own function the one that panics come to. */
function panicHandler(site: Site): readonly Statement[] {
  const { program, unsafeParameters } = site.crate;
  const instance = program.panicHandler;
  if (instance === undefined) return [];
  const [, ...others] = instance.params;
  const missing = others.map(() => rust.path('None'));
  const call = rust.call(rust.exprOfPath(fnPath(instance, site)), [rust.path('message'), ...missing]);
  const handled = unsafeParameters(instance).size > 0 ? unsafe('unsafeCall', call) : call;
  const install = rust.path(...runtimePath(site, 'panic_handler', 'install'));
  return [rust.exprStmt(rust.call(install, [rust.closure(['message'], handled)]))];
}

function after(first: readonly Statement[], body: Block): Block {
  return { ...body, statements: [...first, ...body.statements] };
}

export function mainWrapper(instance: FnInstance, crate: Crate, options: FunctionOptions): readonly Item[] {
  if (isForeignMain(crate)) return [foreignMain(instance, crate, options)];
  const type = crate.representation.type(instance.returnType);
  const fails = type.kind === 'errorUnion' && !crate.errorSets.isEmpty(type.errorSet);
  const payload = type.kind === 'errorUnion' ? type.payload : type;
  const { module } = crate.names.fn(instance);
  const first = panicHandler({ crate, module });
  if (!fails && payload.kind !== 'int') {
    const main = lowerFunction(instance, crate, { ...options, visibility: undefined });
    return [main.kind === 'fn' && main.body !== undefined ? { ...main, body: after(first, main.body) } : main];
  }
  const name = module.values.take('run', 'zig_main');
  const run = lowerFunction(instance, crate, { ...options, name, visibility: undefined });
  if (fails) crate.errorSets.requestName(type.errorSet, { crate, module });
  const exitCode = module.imports.use('std', 'process', 'ExitCode');
  const call = rust.call(rust.path(name), []);
  const success =
    payload.kind === 'int'
      ? rust.call(rust.path(...exitCode, 'from'), [rust.path('code')])
      : rust.path(...exitCode, 'SUCCESS');
  const pattern = payload.kind === 'int' ? rust.bind('code') : rust.tuplePattern();
  const printed = rust.formatMacro(
    'eprintln',
    [rust.text('error: '), rust.hole()],
    [rust.method(rust.path('error'), 'name')],
  );
  const failure = rust.block([rust.exprStmt(printed)], rust.path(...exitCode, 'FAILURE'));
  const body = fails
    ? rust.match(call, [
        rust.arm(rust.tupleStructPattern('Ok', pattern), success),
        rust.arm(rust.tupleStructPattern('Err', rust.bind('error')), rust.blockExpr(failure)),
      ])
    : rust.call(rust.path(...exitCode, 'from'), [call]);
  return [run, rust.fn('main', [], rust.typePath(...exitCode), rust.block(first, body), { blankLineBefore: true })];
}
