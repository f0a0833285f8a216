/** Statements. */
import type * as ast from '../syntax/ast.js';
import type { Local } from './ir-base.js';
import type { Place } from './ir-places.js';
import type { Expr } from './ir-values.js';

export type Statement =
  | { readonly kind: 'let'; readonly local: Local; readonly init: Expr; readonly node: ast.Node }
  /** A comptime-only declaration (`const T = u8;`, `comptime var`): no run-time storage; kept for its comments. */
  | { readonly kind: 'comptime'; readonly node: ast.Node }
  | { readonly kind: 'expr'; readonly expr: Expr; readonly node: ast.Node }
  /** `_ = expr;` */
  | { readonly kind: 'discard'; readonly expr: Expr; readonly node: ast.Node }
  /** `place = value`, `place op= value`; the place's operands are evaluated first. */
  | {
      readonly kind: 'assign';
      readonly place: Place;
      readonly operator: ast.ArithmeticOperator | undefined;
      readonly value: Expr;
      readonly node: ast.Node;
    }
  /** Targets in order; undefined for `_`. */
  | {
      readonly kind: 'destructure';
      readonly targets: readonly (Place | Local | undefined)[];
      readonly value: Expr;
      readonly node: ast.Node;
    }
  | { readonly kind: 'defer'; readonly body: Expr; readonly node: ast.Defer }
  | {
      readonly kind: 'errdefer';
      readonly capture: Local | undefined;
      readonly body: Expr;
      readonly node: ast.Errdefer;
    };
export type StatementKind = Statement['kind'];
