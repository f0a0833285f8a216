import type { Literal } from './literal.js';
import type { Path } from './path.js';

/** What stands inside `#[…]`: `inline`, `derive(Clone)`, `link(name = "z")`, `unsafe(no_mangle)`. */
export type AttributeContent =
  | { readonly kind: 'word'; readonly path: Path }
  | { readonly kind: 'list'; readonly path: Path; readonly elements: readonly AttributeContent[] }
  | { readonly kind: 'value'; readonly path: Path; readonly value: Literal }
  | { readonly kind: 'literal'; readonly literal: Literal };

export type Attribute = AttributeContent;
