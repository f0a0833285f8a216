import { expect, test } from 'vitest';
import { isSameTrap, readRustStderr, readZigStderr, trapClasses } from '../support/traps.js';

test.each([
  ['integer overflow', 'attempt to add with overflow'],
  ['index out of bounds: index 3, len 3', 'index out of bounds: the len is 3 but the index is 3'],
  ['start index 3 is larger than end index 2', 'slice index starts at 3 but ends at 2'],
  ['attempt to use null value', 'called `Option::unwrap()` on a `None` value'],
  ['attempt to unwrap error: Broken', 'called `Result::unwrap()` on an `Err` value: Broken'],
  ['integer does not fit in destination type', 'called `Result::unwrap()` on an `Err` value: TryFromIntError(())'],
  ['reached unreachable code', 'internal error: entered unreachable code'],
  ['division by zero', 'attempt to divide by zero'],
  ['attempt to unwrap error: Broken', 'internal error: entered unreachable code: attempt to unwrap error'],
  ['start index 4 is larger than end index 3', 'range start index 4 out of range for slice of length 3'],
  ['index out of bounds: index 6, len 3', 'range start index 5 out of range for slice of length 3'],
])('"%s" and "%s" are one class', (zig, rust) => {
  expect(isSameTrap(zig, rust)).toBe(true);
  expect(trapClasses(rust)).not.toEqual([rust]);
});

test('a message of the program itself is compared word for word', () => {
  expect(trapClasses('out of cheese')).toEqual(['out of cheese']);
});

test('the panic is cut from what the program wrote', () => {
  expect(readZigStderr('hi\nthread 12 panic: integer overflow\n/a.zig:1:2: 0x1 in main (a)\n')).toEqual({
    text: 'hi\n',
    trap: 'integer overflow',
  });
  const rust =
    "hi\n\nthread 'main' (7) panicked at src/main.rs:1:2:\nfirst\nsecond\nnote: run with `RUST_BACKTRACE=1`\n";
  expect(readRustStderr(rust)).toEqual({ text: 'hi\n', trap: 'first\nsecond' });
});
