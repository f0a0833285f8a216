/**
 * Lowering states the type of every literal (`5u32`). This pass takes the suffix away where rustc finds the same type
 * without it: where the place says it (`let x: u32 = 5`, a field, a parameter, a result) or where another operand does
 * (`x + 1`). It is conservative: what it cannot see keeps its suffix, which is always right.
 *
 * Two notions carry it. A *fact* about an expression is its type, or just that it has one whatever stands around it
 * (`fixed`). An *expectation* is the fact of the place that an expression stands in. A literal loses its suffix when
 * the expectation is its own type or `fixed`: types agree in a program that compiles, so a fixed place has the type
 * that the suffix names. What comes out of inference alone (`Vec::new()`, `x.into()`, parameters of closures) is no
 * fact, so no type ever hangs on a suffix that was taken away.
 */
import { collectEnvironment } from './literals/environment.js';
import { itemElider } from './literals/items.js';
import type { ModuleContent } from './rust-ast.js';

/** The modules of a crate, by any key, with the suffixes gone that rustc does not need. */
export function elideLiteralSuffixes<K>(modules: ReadonlyMap<K, ModuleContent>): ReadonlyMap<K, ModuleContent> {
  const elide = itemElider(collectEnvironment([...modules.values()]));
  return new Map([...modules].map(([key, content]) => [key, { ...content, items: content.items.map(elide) }]));
}
