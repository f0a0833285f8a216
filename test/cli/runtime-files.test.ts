import { expect, test } from 'vitest';
import { runtimeClosure, runtimeModules } from '../../src/project/runtime-files.js';

test('every module names only modules that exist, and uses no other', () => {
  for (const { name, needs, text } of runtimeModules().values()) {
    const used = [...text.matchAll(/\b(?:crate|super)::(?:rt::)?(\w+)/g)].flatMap(([, module]) => module ?? []);
    const others = [...new Set(used)].filter((one) => one !== name && runtimeModules().has(one));
    expect({ name, needs: [...needs].sort() }).toEqual({ name, needs: others.sort() });
  }
});

test('a module comes with all that it needs', () => {
  const names = runtimeClosure(['hash_map']).map((module) => module.name);
  expect(names).toEqual(expect.arrayContaining(['auto_hash', 'hash_map', 'wyhash']));
});

test('a module that does not exist is no silent gap', () => {
  expect(() => runtimeClosure(['gone'])).toThrow('the runtime has no module gone');
});
