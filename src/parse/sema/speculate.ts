/** Analysis on trial. */
import type { Compilation } from './compilation.js';
import { AnalysisFailure } from './env.js';

/**
 * What the analysis of code gives that may not be part of the program: nothing it refers to is analysed for its sake, and no fault is
 * reported. Undefined where there is one.
 */
export function speculate<Result>(cx: Compilation, analyse: () => Result): Result | undefined {
  const { isSpeculating, unreported } = cx;
  cx.isSpeculating = true;
  try {
    const result = analyse();
    return cx.unreported === unreported ? result : undefined;
  } catch (error) {
    if (error instanceof AnalysisFailure) return undefined;
    throw error;
  } finally {
    cx.isSpeculating = isSpeculating;
  }
}
