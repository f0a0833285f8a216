/** `extern fn`, `extern var` and `extern const` declarations: one `unsafe extern "C"` block per module. */
import * as rust from '../../emit/build.js';
import type { Attribute, Item } from '../../emit/rust-ast.js';
import type { Decl, FnInstance } from '../../parse/ir/program.js';
import { boundaryResult, boundaryType } from '../boundary.js';
import type { Crate } from '../context.js';
import { rawType } from '../type.js';
import { type Entry, visibilityOf } from './module.js';
import { type Claimed, itemTrivia } from './trivia.js';

export function externItem(
  functions: readonly FnInstance[],
  globals: readonly Decl[],
  crate: Crate,
  claimed: Claimed,
): readonly Entry[] {
  const anchors = [...functions, ...globals].map(({ node }) => node.start);
  if (anchors.length === 0) return [];
  const items = [
    ...functions.map((instance) => ({ at: instance.node.start, item: externFunction(instance, crate, claimed) })),
    ...globals.map((decl) => ({ at: decl.node.start, item: externGlobal(decl, crate, claimed) })),
  ].sort((a, b) => a.at - b.at);
  const block: Item = {
    kind: 'externBlock',
    unsafe: crate.edition === '2024',
    abi: 'C',
    items: items.map(({ item }) => item),
    blankLineBefore: true,
  };
  return [{ anchor: Math.min(...anchors), rank: 1, items: [block] }];
}

/** A variable that is defined elsewhere. */
function externGlobal(decl: Decl, crate: Crate, claimed: Claimed): Item {
  const { name, module } = crate.names.global(decl);
  return {
    kind: 'static',
    name,
    type: decl.type === undefined ? rust.unitType : rawType(decl.type, { crate, module }),
    mutable: decl.kind === 'var',
    visibility: visibilityOf(decl.isPub, decl, crate),
    attributes: linkName(decl.name, name),
    ...itemTrivia(decl.container.file, decl.node, claimed),
  };
}

/** The symbol, where the Rust has another name. */
function linkName(symbol: string, name: string): readonly Attribute[] {
  return symbol === name ? [] : [rust.attributeValue('link_name', { kind: 'str', value: symbol })];
}

function externFunction(instance: FnInstance, crate: Crate, claimed: Claimed): Item {
  const { name, module } = crate.names.fn(instance);
  const site = { crate, module };
  const parameters = instance.params.map((param, index) =>
    rust.param(param.name ?? `arg${index}`, boundaryType(param.type, site)),
  );
  const isVariadic = instance.node.kind === 'fnDecl' && instance.node.proto.varargs;
  return rust.fn(name, parameters, boundaryResult(instance.returnType, site), undefined, {
    visibility: visibilityOf(instance.decl.isPub, instance, crate),
    attributes: linkName(instance.decl.name, name),
    variadic: isVariadic,
    ...itemTrivia(instance.container.file, instance.node, claimed),
  });
}
