/**
 * Reads caret comments. `//  ^ []const u8` gives the type of what stands above the caret, in the nearest line that is no caret comment;
 * `//  = 42` gives the comptime value of what the last caret meant. Several caret comments may follow one line of code.
 */

export interface Expectation {
  /** Offset of the character that the caret points at. */
  readonly offset: number;
  readonly kind: 'type' | 'value';
  readonly expected: string;
  /** Line of the comment, from 1. */
  readonly line: number;
}

const CARET = /^(\s*\/\/\s*)\^ ?(.+)$/;
const VALUE = /^\s*\/\/\s*= (.+)$/;

/** All expectations of a Zig text, in order. A caret comment that points at nothing throws. */
export function readCarets(text: string): readonly Expectation[] {
  const expectations: Expectation[] = [];
  let codeStart = 0;
  let codeLength = 0;
  let lastOffset: number | undefined;
  let lineStart = 0;
  text.split('\n').forEach((content, index) => {
    const line = index + 1;
    const caret = CARET.exec(content);
    const value = VALUE.exec(content);
    if (caret !== null) {
      const column = caret[1]?.length ?? 0;
      if (column >= codeLength) throw new Error(`line ${line}: the caret points behind the end of the line above`);
      lastOffset = codeStart + column;
      expectations.push({ offset: lastOffset, kind: 'type', expected: (caret[2] ?? '').trim(), line });
    } else if (value !== null) {
      if (lastOffset === undefined) throw new Error(`line ${line}: no caret stands above this value`);
      expectations.push({ offset: lastOffset, kind: 'value', expected: (value[1] ?? '').trim(), line });
    } else {
      codeStart = lineStart;
      codeLength = content.length;
      lastOffset = undefined;
    }
    lineStart += content.length + 1;
  });
  return expectations;
}

/**
 * The text with each caret comment turned into a question to the real compiler, on the same line: is this the type, is this the value,
 * of the expression that the caret means? `expressionAt` gives the text of that expression. So caret comments must stand where
 * a statement or a declaration can.
 */
export function withAssertions(
  text: string,
  expectations: readonly Expectation[],
  expressionAt: (offset: number) => string,
): string {
  const lines = text.split('\n');
  for (const { line, kind, offset, expected } of expectations) {
    const expression = expressionAt(offset);
    const given = `@typeName(@TypeOf(${expression}))`;
    const typeFault = `if (!@import("std").mem.eql(u8, ${given}, ${JSON.stringify(expected)})) @compileError(${given});`;
    const valueFault = `if ((${expression}) != (${expected})) @compileError("another value than ${line} says");`;
    lines[line - 1] = `comptime { @setEvalBranchQuota(10000); ${kind === 'type' ? typeFault : valueFault} }`;
  }
  return lines.join('\n');
}
