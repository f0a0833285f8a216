/** Comments and blank lines that move from a node to what takes its place. */
import type { Trivia } from './rust-ast.js';

/** What stood above and behind `outer`, around what it held. */
export function withTriviaOf<N extends Trivia>(outer: Trivia, inner: N): N {
  const { leading, trailing, blankLineBefore } = outer;
  return {
    ...inner,
    ...(leading === undefined ? {} : { leading: [...leading, ...(inner.leading ?? [])] }),
    ...(trailing === undefined ? {} : { trailing }),
    ...(blankLineBefore === undefined ? {} : { blankLineBefore }),
  };
}

/** Whether comments stand above or behind the node. */
export function hasComments(node: Trivia): boolean {
  return (node.leading?.length ?? 0) > 0 || node.trailing !== undefined;
}
