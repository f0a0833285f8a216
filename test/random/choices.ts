/**
 * Decisions of the generator, read from a list of numbers that fast-check makes. A shorter list or smaller numbers mean a simpler program
 * (what is missing reads as 0, and alternative 0 is always the simplest), so that fast-check's shrinking of the list shrinks the program.
 */
export class Choices {
  private at = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A number below `bound`. */
  below(bound: number): number {
    const number = this.numbers[this.at] ?? 0;
    this.at += 1;
    return number % bound;
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** From `least` to `most`. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Nothing is left to decide: what is made from here on is the simplest. */
  get isExhausted(): boolean {
    return this.at >= this.numbers.length;
  }
}
