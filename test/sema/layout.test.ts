/** Sizes, alignments and offsets of random types, ours put to the real compiler. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { haveTools } from '../support/toolchain.js';
import { judge } from './oracle.js';

const scalar = fc.oneof(
  fc.tuple(fc.constantFrom('u', 'i'), fc.integer({ min: 1, max: 130 })).map(([sign, bits]) => `${sign}${bits}`),
  fc.constantFrom('bool', 'f16', 'f32', 'f64', 'f80', 'f128', 'usize', '*u8', '[]const u8', '?*u8', '?u32', '[3]u16'),
  fc.constantFrom('enum { a, b }', 'anyerror', '?u8', 'anyerror!u64', 'void', '[2:0]u8', '@Vector(4, u32)'),
);
const externField = fc.constantFrom('u8', 'i16', 'u32', 'u64', 'f32', 'f64', '*u8', '[3]u16', 'usize', 'bool');
const packedField = fc.oneof(
  fc.tuple(fc.constantFrom('u', 'i'), fc.integer({ min: 1, max: 40 })).map(([sign, bits]) => `${sign}${bits}`),
  fc.constantFrom('bool', 'f32', 'f16'),
);

const layouts = [
  { keyword: 'struct', field: scalar, offset: '@offsetOf' },
  { keyword: 'extern struct', field: externField, offset: '@offsetOf' },
  { keyword: 'packed struct', field: packedField, offset: '@bitOffsetOf' },
] as const;

function declarations(types: readonly (readonly string[])[], keyword: string, offset: string): string {
  return types
    .map((fields, index) => {
      const name = `T${index}`;
      const members = fields.map((type, at) => `f${at}: ${type}`).join(', ');
      const offsets = fields.map((_, at) => `const ${name}_o${at} = ${offset}(${name}, "f${at}");`).join('\n');
      return `const ${name} = ${keyword} { ${members} };
const ${name}_size = @sizeOf(${name});
const ${name}_align = @alignOf(${name});
const ${name}_bits = @bitSizeOf(${name});
${offsets}`;
    })
    .join('\n');
}

test.runIf(haveTools('zig')).each(layouts)('$keyword', async ({ keyword, field, offset }) => {
  const types = fc.sample(fc.array(field, { minLength: 1, maxLength: 8 }), { numRuns: 334, seed: 42 });
  const verdict = await judge(declarations(types, keyword, offset), `layout_${keyword.replace(' ', '_')}.zig`);
  expect(verdict.diagnostics).toEqual([]);
  expect(verdict.checked).toBeGreaterThan(types.length * 4);
  expect(verdict.rejected).toBe('');
});
