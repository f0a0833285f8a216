/**
 * Whether two sets of type names, one per instance, mean the same types. Three things are named otherwise by the compiler without being
 * other types for us: types and instances without a name have a number; each call of an inline function, and each at comptime, has an error
 * set of its own, with as many of the function's errors as that call can return; and a type that several calls share is called after
 * whichever came first, and one that is declared in a comptime block has no name.
 */
import type { Observed } from './observations.js';

export type Agreement = 'same' | 'narrower errors' | 'another name' | 'some instances' | undefined;

/** How the names agree; undefined where they do not. The compiler sees fewer instances: it leaves out functions that nothing refers to. */
export function agreement(ours: ReadonlySet<string>, theirs: ReadonlySet<string>, observed: Observed): Agreement {
  const [a, b] = [normalised(ours), normalised(theirs)];
  if (sameMembers(a, b, (x, y) => x === y)) return 'same';
  if (b.every((y) => a.includes(y))) return 'some instances';
  const narrows = (x: string, y: string): boolean => x === y || hasNarrowerErrors(x, y, ours, observed.errorSets);
  if (sameMembers(a, b, narrows)) return 'narrower errors';
  const shared = [...observed.shared].map(withoutNumbers).filter((name) => name.includes('('));
  const renames = (x: string, y: string): boolean =>
    narrows(x, y) ||
    (shared.some((name) => x.includes(name)) && withoutArguments(x) === withoutArguments(y)) ||
    (UNNAMED.test(y) && x.replace(LAST_NAME, '') === y.replace(UNNAMED, ''));
  return sameMembers(a, b, renames) ? 'another name' : undefined;
}

/** The names without the numbers that each compiler gives as it goes. */
export function normalised(types: ReadonlySet<string>): readonly string[] {
  return [...new Set([...types].map(withoutNumbers))].sort();
}

function withoutNumbers(name: string): string {
  return name.replace(/__(anon|struct|enum|union|opaque)_\d+/g, '__$1');
}

function sameMembers(a: readonly string[], b: readonly string[], agree: (x: string, y: string) => boolean): boolean {
  return a.every((x) => b.some((y) => agree(x, y))) && b.every((y) => a.some((x) => agree(x, y)));
}

const INFERRED = /@typeInfo\(@typeInfo\(@TypeOf\(.*?\)\)\.@"fn"\.return_type\.\?\)\.error_union\.error_set/;
const WRITTEN = /error\{([^}]*)\}/;

/** `f's errors!T` against `error{A}!T`, where `A` is one of `f`'s. */
function hasNarrowerErrors(
  ours: string,
  theirs: string,
  all: ReadonlySet<string>,
  errorSets: Observed['errorSets'],
): boolean {
  const written = WRITTEN.exec(theirs);
  if (written === null || !INFERRED.test(ours)) return false;
  if (ours.replace(INFERRED, '') !== theirs.replace(WRITTEN, '')) return false;
  const members = [...all].flatMap((name) => [...(errorSets.get(INFERRED.exec(name)?.[0] ?? '') ?? [])]);
  const names = (written[1] ?? '').split(',').filter((name) => name !== '');
  return names.every((name) => members.includes(name));
}

const UNNAMED = /__(struct|enum|union|opaque)$/;
const LAST_NAME = /\.\w+$/;

/** `List(u8).Entry` without what stands in parentheses. */
function withoutArguments(name: string): string {
  let before = name;
  for (let shorter = before.replace(/\([^()]*\)/g, ''); shorter !== before; shorter = before.replace(/\([^()]*\)/g, ''))
    before = shorter;
  return before;
}
