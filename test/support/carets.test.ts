import { expect, test } from 'vitest';
import { readCarets } from './carets.js';

test('carets and values refer to the line of code above', () => {
  const text = 'const n = 6;\n//    ^ comptime_int\n//    = 6\n//        ^ u8\nconst m = 7;\n';
  expect(readCarets(text)).toEqual([
    { offset: 6, kind: 'type', expected: 'comptime_int', line: 2 },
    { offset: 6, kind: 'value', expected: '6', line: 3 },
    { offset: 10, kind: 'type', expected: 'u8', line: 4 },
  ]);
});

test('a caret behind the end of its line is a mistake', () => {
  expect(() => readCarets('x\n//   ^ u8\n')).toThrow('line 2');
});

test('a value without a caret is a mistake', () => {
  expect(() => readCarets('const n = 6;\n//    = 6\n')).toThrow('line 2');
});
