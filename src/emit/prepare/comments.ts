/**
 * Comments find a line to stand on. Lists, statements, arms, fields and items print the comments of their parts; a
 * comment anywhere else moves up to the nearest of these, so that none is lost and none leaves its statement. The
 * reasons of unsafe blocks become `// SAFETY:` lines above the statement or arm in the same way.
 */
import type { Block, Comment, Expr, Item, MatchExpr, Statement, StructExpr, Trivia } from '../rust-ast.js';
import {
  deepMapper,
  type Mapper,
  mapBlockParts,
  mapExprParts,
  mapItemParts,
  mapPatternParts,
  mapStatementParts,
  mapTypeParts,
} from '../traverse.js';

/** What waits for a line: comments, and apart from them the reasons of unsafe blocks. */
interface Waiting {
  comments: Comment[];
  reasons: string[];
}

/** A mapper under which every comment stands where the printer prints it. */
export function commentPlacer(): Mapper {
  let waiting: Waiting = { comments: [], reasons: [] };

  /** Collects in the part, gives what waits to it. Reasons go further up unless it is a line of code by itself. */
  function withOwnLine<N extends Trivia>(map: () => N, takesReasons: boolean): N {
    const outer = waiting;
    waiting = { comments: [], reasons: takesReasons ? [] : outer.reasons };
    const node = map();
    const inner = waiting;
    waiting = outer;
    const reasons = takesReasons ? missingReasons(inner.reasons, node.leading ?? []) : [];
    if (inner.comments.length === 0 && reasons.length === 0) return node;
    return { ...node, leading: [...(node.leading ?? []), ...inner.comments, ...reasons] };
  }

  function withoutComments<N extends Trivia>(node: N): N {
    if (node.leading === undefined && node.trailing === undefined) return node;
    waiting.comments.push(...(node.leading ?? []));
    if (node.trailing !== undefined) waiting.comments.push({ text: node.trailing });
    return { ...node, leading: undefined, trailing: undefined };
  }

  return deepMapper((mapper) => {
    const inside = (expr: Expr): Expr => {
      if (expr.kind === 'unsafe' && expr.reason !== undefined) waiting.reasons.push(expr.reason);
      if (expr.kind === 'match') return placeInMatch(expr);
      if (expr.kind === 'struct') return placeInStruct(expr);
      return mapExprParts(expr, mapper);
    };
    const placeInMatch = (expr: MatchExpr): Expr => {
      const scrutinee = mapper.expr(expr.scrutinee);
      const arms = expr.arms.map((arm) =>
        withOwnLine(() => {
          const [mapped] = onlyArms(mapExprParts({ ...expr, scrutinee: unitExpr, arms: [arm] }, mapper));
          return mapped ?? arm;
        }, true),
      );
      return { ...expr, scrutinee, arms };
    };
    const placeInStruct = (expr: StructExpr): Expr => ({
      ...expr,
      path: mapper.path(expr.path),
      fields: expr.fields.map((field) => withOwnLine(() => ({ ...field, value: mapper.expr(field.value) }), false)),
      base: expr.base === undefined ? undefined : mapper.exprs([expr.base])[0],
    });
    return {
      expr: (expr) => inside(withoutComments(expr)),
      exprs: (exprs) => exprs.map((expr) => withOwnLine(() => inside(expr), false)),
      type: (type) => mapTypeParts(withoutComments(type), mapper),
      pattern: (pattern) => mapPatternParts(withoutComments(pattern), mapper),
      block: (block: Block) => {
        const { tail, ...rest } = block;
        const statements = mapBlockParts(rest, mapper);
        return tail === undefined ? statements : { ...statements, tail: withOwnLine(() => inside(tail), true) };
      },
      statement: (statement: Statement) => withOwnLine(() => mapStatementParts(statement, mapper), true),
      item: (item: Item) => withOwnLine(() => mapItemParts(item, mapper), true),
    };
  });
}

const unitExpr: Expr = { kind: 'tuple', elements: [] };

function onlyArms(expr: Expr): MatchExpr['arms'] {
  return expr.kind === 'match' ? expr.arms : [];
}

/** A reason that stands there already is not repeated. */
function missingReasons(reasons: readonly string[], present: readonly Comment[]): readonly Comment[] {
  const texts = new Set(present.map((comment) => comment.text));
  return [...new Set(reasons)]
    .map((reason) => ` SAFETY: ${reason}`)
    .filter((text) => !texts.has(text))
    .map((text) => ({ text }));
}
