/** What Rust says more shortly, whatever lowering or a rule's template made: done once over a whole crate, before it is printed. */
import type { Expr, ModuleContent } from './rust-ast.js';
import { asByteString, withoutNeedlessBorrow, withPlainIndexed, withPlainReceiver } from './simplify/borrow.js';
import { asCString } from './simplify/c-string.js';
import { compareValues, negated } from './simplify/comparison.js';
import { withPlainIterators } from './simplify/iterator.js';
import { asDefaulted, withoutMatch } from './simplify/match.js';
import { asQuestion, asTried, withoutWrapping } from './simplify/optional.js';
import { withPlainUnits } from './simplify/unit.js';
import { deepMapper, type Mapper, mapExprParts, mapStatementParts } from './traverse.js';

/** The content with its expressions simplified. */
export function simplify(content: ModuleContent): ModuleContent {
  return { ...content, items: content.items.map(mapper.item) };
}

const REWRITES: readonly ((expr: Expr) => Expr)[] = [
  withPlainUnits,
  compareValues,
  negated,
  withoutNeedlessBorrow,
  withPlainReceiver,
  withPlainIndexed,
  withPlainIterators,
  asByteString,
  asCString,
  withoutWrapping,
  asQuestion,
  asDefaulted,
  withoutMatch,
];

const mapper: Mapper = deepMapper((self) => ({
  expr: (expr) => REWRITES.reduce((simpler, rewrite) => rewrite(simpler), mapExprParts(expr, self)),
  statement: (statement) => asTried(mapStatementParts(statement, self)),
}));
