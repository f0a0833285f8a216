/** `zig2rust.config.json` or `.yaml`: the options of a project, checked, with the position of each fault. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { parseZigVersion } from '../parse/syntax/zig-version.js';
import { displayPath } from '../project/transpile.js';
import { CommandFault } from './outcome.js';

const CONFIG_NAMES = ['zig2rust.config.json', 'zig2rust.config.yaml', 'zig2rust.config.yml'];

const configSchema = z.strictObject({
  $schema: z.string().optional(),
  edition: z.enum(['2021', '2024']).optional(),
  zigLibDir: z.string().optional(),
  includeDirs: z.array(z.string()).optional(),
  modules: z.record(z.string(), z.string()).optional(),
  rulesDirs: z.array(z.string()).optional(),
  target: z.string().optional(),
  allocators: z.enum(['drop', 'keep']).optional(),
  zigVersion: z
    .string()
    .refine((text) => parseZigVersion(text) !== undefined, 'expected a version such as 0.16.0')
    .optional(),
  rustc: z.boolean().optional(),
  crateName: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, 'expected a crate name: small letters, digits and underscores')
    .optional(),
  maxTodos: z.int().min(0).optional(),
  jobs: z.int().min(1).optional(),
});

export type Config = z.infer<typeof configSchema>;

/** Reads the config that was asked for, or the nearest one at or above a directory; an empty one where there is none. */
export function loadConfig(asked: string | undefined, directory: string): Config {
  if (asked !== undefined) {
    if (!existsSync(asked)) throw new CommandFault(`there is no config file ${asked}`);
    return readConfig(resolve(asked));
  }
  const found = nearestConfig(resolve(directory));
  return found === undefined ? {} : readConfig(found);
}

function nearestConfig(directory: string): string | undefined {
  for (const name of CONFIG_NAMES) {
    const path = join(directory, name);
    if (existsSync(path)) return path;
  }
  return dirname(directory) === directory ? undefined : nearestConfig(dirname(directory));
}

function readConfig(path: string): Config {
  const text = readFileSync(path, 'utf8');
  const lines = new LineCounter();
  // JSON is YAML: one parser gives positions for both.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const fault = document.errors[0];
  if (fault !== undefined) throw faultAt(path, lines, fault.pos[0], fault.message.split('\n')[0] ?? fault.message);
  const parsed = configSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) return withAbsolutePaths(parsed.data, dirname(path));
  const issue = parsed.error.issues[0];
  const keys = issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : (issue?.path ?? []);
  throw faultAt(path, lines, offsetOf(document, keys), issue?.message ?? 'it is not valid');
}

type Document = ReturnType<typeof parseDocument>;

/** Offset of the value at a path of keys, or of the nearest node above it that exists. */
function offsetOf(document: Document, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(keys.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return 0;
}

function faultAt(path: string, lines: LineCounter, offset: number, message: string): CommandFault {
  const { line, col } = lines.linePos(offset);
  return new CommandFault(`${displayPath(path)}:${line}:${col}: ${message}`);
}

/** Paths in a config are relative to the config's own directory. */
function withAbsolutePaths(config: Config, directory: string): Config {
  const absolute = (path: string) => resolve(directory, path);
  return {
    ...config,
    ...(config.zigLibDir === undefined ? {} : { zigLibDir: absolute(config.zigLibDir) }),
    ...(config.includeDirs === undefined ? {} : { includeDirs: config.includeDirs.map(absolute) }),
    ...(config.rulesDirs === undefined ? {} : { rulesDirs: config.rulesDirs.map(absolute) }),
    ...(config.modules === undefined
      ? {}
      : { modules: Object.fromEntries(Object.entries(config.modules).map(([name, path]) => [name, absolute(path)])) }),
  };
}
