/** What was found in emitted crates, and how it is printed. */

/** What a finding is: its heading in the report. */
export const FINDING_KINDS = {
  failure: 'nothing came out',
  error: 'errors',
  warning: 'warnings',
  unforeseen: 'warnings that a header may allow, and did not',
  allowed: 'warnings that the header allows',
  idle: 'lints that a header names for nothing',
  layout: 'stretches that rustfmt would change, by the beginning of the first line',
  unsafe: 'unsafe by cause',
} as const;

export interface Finding {
  readonly kind: keyof typeof FINDING_KINDS;
  /** By what findings are counted: the lint, the cause. */
  readonly name: string;
  /** The Zig file, and the file and line of Rust. */
  readonly place: string;
  /** What the tool said, with the line that it said it of. */
  readonly text: string;
}

export interface Summary {
  readonly crates: number;
  readonly lines: number;
  /** Lines that rustfmt would change. */
  readonly changedLines: number;
  readonly findings: readonly Finding[];
}

const EXAMPLES_SHOWN = 3;

/** Counts by name, the most frequent first. */
export function printSummary({ crates, lines, changedLines, findings }: Summary): void {
  const share = (100 * (1 - changedLines / lines)).toFixed(2);
  console.log(
    `${crates} crates, ${lines} lines; ${share}% of the lines are as rustfmt has them (${changedLines} are not)`,
  );
  for (const [kind, title] of Object.entries(FINDING_KINDS)) {
    const some = findings.filter((one) => one.kind === kind);
    console.log(`\n${title}: ${some.length}`);
    for (const [name, places] of byName(some)) {
      const rate = kind === 'unsafe' ? `  ${((1000 * places.length) / lines).toFixed(2)}/1000` : '';
      const shown = places.slice(0, EXAMPLES_SHOWN).join(', ');
      console.log(`  ${String(places.length).padStart(6)}${rate}  ${name}  (${shown})`);
    }
  }
}

function byName(findings: readonly Finding[]): readonly (readonly [string, readonly string[]])[] {
  const places = new Map<string, string[]>();
  for (const { name, place } of findings) places.set(name, [...(places.get(name) ?? []), place]);
  return [...places].sort(([, one], [, other]) => other.length - one.length);
}

/** Every place of a lint, or of all findings of a kind. */
export function printPlaces(findings: readonly Finding[], wanted: string): void {
  for (const { kind, name, place, text } of findings) {
    if (name === wanted || kind === wanted) console.log(`${place}  ${kind === wanted ? `${name}: ` : ''}${text}`);
  }
}
