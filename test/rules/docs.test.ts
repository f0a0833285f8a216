import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TYPE_CLASSES } from '../../src/lower/rules/conditions.js';
import { PARAMETER_MODES } from '../../src/lower/rules/rule.js';
import { ruleSchema } from '../../src/lower/rules/schema.js';

const text = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');

it('the documentation names every class of types', () => {
  const list = /<!-- classes -->([\s\S]*?)<!-- \/classes -->/.exec(text)?.[1] ?? '';
  expect([...list.matchAll(/`(\w+)`/g)].map((match) => match[1])).toEqual(Object.keys(TYPE_CLASSES).sort());
});

it('the documentation names every key and every mode', () => {
  const words = [...Object.keys(ruleSchema.shape), ...PARAMETER_MODES];
  expect(words.filter((word) => !new RegExp(`\`${word}\\b`).test(text))).toEqual([]);
});
