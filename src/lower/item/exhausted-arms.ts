/**
 * A `switch` on an `anyerror` has an `else`, as Zig knows no end of them. The Rust enum of all errors ends with those of the program, which are
 * known when everything is lowered: where the arms before it name them all, the last one is out of reach.
 */
import type { MatchArm, ModuleContent, Pattern } from '../../emit/rust-ast.js';
import { deepMapper, mapExprParts } from '../../emit/traverse.js';

/** An enum and its tags. */
export interface TagsOf {
  readonly name: string;
  readonly tags: ReadonlySet<string>;
}

/** The content without arms for what the arms before them leave nothing of. */
export function withoutExhaustedArms(content: ModuleContent, type: TagsOf): ModuleContent {
  const mapper = deepMapper((own) => ({
    expr: (expr) => {
      const mapped = mapExprParts(expr, own);
      return mapped.kind === 'match' && isExhausted(mapped.arms, type)
        ? { ...mapped, arms: mapped.arms.slice(0, -1) }
        : mapped;
    },
  }));
  return { ...content, items: content.items.map(mapper.item) };
}

function isExhausted(arms: readonly MatchArm[], type: TagsOf): boolean {
  const last = arms.at(-1);
  if (last === undefined || last.guard !== undefined || !takesEverything(last.pattern)) return false;
  const named = arms.slice(0, -1).flatMap(({ pattern, guard }) => (guard === undefined ? tagsIn(pattern, type) : []));
  return named.length > 0 && new Set(named).size === type.tags.size;
}

function takesEverything(pattern: Pattern): boolean {
  return pattern.kind === 'wildcard' || (pattern.kind === 'binding' && pattern.subpattern === undefined);
}

function tagsIn(pattern: Pattern, type: TagsOf): readonly string[] {
  if (pattern.kind === 'or') return pattern.alternatives.flatMap((one) => tagsIn(one, type));
  if (pattern.kind !== 'path') return [];
  const [owner, tag] = pattern.path.segments.slice(-2);
  return owner?.name === type.name && tag !== undefined && type.tags.has(tag.name) ? [tag.name] : [];
}
