/** `extern fn` declarations: one `unsafe extern "C"` block per module. */
import * as rust from '../../emit/build.js';
import type { Item } from '../../emit/rust-ast.js';
import type { FnInstance } from '../../parse/ir/program.js';
import { boundaryResult, boundaryType } from '../boundary.js';
import type { Crate } from '../context.js';
import { type Claimed, itemTrivia } from './trivia.js';

export function externItem(functions: readonly FnInstance[], crate: Crate, claimed: Claimed) {
  const [first] = functions;
  if (first === undefined) return [];
  const items = functions.map((instance): Item => {
    const { name, module } = crate.names.fn(instance);
    const site = { crate, module };
    const parameters = instance.params.map((param, index) =>
      rust.param(param.name ?? `arg${index}`, boundaryType(param.type, site)),
    );
    const symbol =
      instance.decl.name === name ? [] : [rust.attributeValue('link_name', { kind: 'str', value: instance.decl.name })];
    const isVariadic = instance.node.kind === 'fnDecl' && instance.node.proto.varargs;
    return rust.fn(name, parameters, boundaryResult(instance.returnType, site), undefined, {
      visibility: 'pub',
      attributes: symbol,
      variadic: isVariadic,
      ...itemTrivia(instance.container.file, instance.node, claimed),
    });
  });
  const block: Item = { kind: 'externBlock', unsafe: crate.edition === '2024', abi: 'C', items, blankLineBefore: true };
  return [{ anchor: first.node.start, rank: 1, items: [block] }];
}
