/** What the makers of a type's items get. */
import type { Visibility } from '../../emit/rust-ast.js';
import type { Crate, Site } from '../context.js';
import type { Claimed, ItemTrivia } from './trivia.js';

export interface ContainerPlan {
  readonly crate: Crate;
  readonly site: Site;
  readonly name: string;
  readonly visibility: Visibility | undefined;
  readonly trivia: ItemTrivia;
  readonly claimed: Claimed;
}
