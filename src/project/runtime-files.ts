/** The runtime's modules as they ship with the package: their texts, and which others each needs. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface RuntimeModule {
  readonly name: string;
  /** Modules that this one uses directly. */
  readonly needs: readonly string[];
  readonly text: string;
}

const RUNTIME = new URL('../../runtime/', import.meta.url);

const manifestSchema = z.record(z.string(), z.object({ needs: z.array(z.string()), summary: z.string() }));

let modules: ReadonlyMap<string, RuntimeModule> | undefined;

/** All modules by name, read once. */
export function runtimeModules(): ReadonlyMap<string, RuntimeModule> {
  modules ??= readModules();
  return modules;
}

/** The modules of the given names and all that they need, each once, in the order of their names. */
export function runtimeClosure(names: Iterable<string>): readonly RuntimeModule[] {
  const all = runtimeModules();
  const wanted = new Set(names);
  // A set's iteration visits what is added on the way.
  for (const name of wanted) {
    const module = all.get(name);
    if (module === undefined) throw new Error(`the runtime has no module ${name}`);
    for (const needed of module.needs) wanted.add(needed);
  }
  return [...wanted].sort().flatMap((name) => all.get(name) ?? []);
}

function readModules(): ReadonlyMap<string, RuntimeModule> {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(new URL('modules.json', RUNTIME), 'utf8')));
  return new Map(
    Object.entries(manifest).map(([name, { needs }]) => {
      const text = readFileSync(new URL(`src/${name}.rs`, RUNTIME), 'utf8');
      return [name, { name, needs, text }];
    }),
  );
}
