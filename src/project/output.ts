/**
 * Writing a crate without harm. Everything is checked before anything is touched: a file that zig2rust did not write, or that
 * was edited since, is a conflict, and so is a path that leads outside of the output directory. Then every file is written
 * beside its place under a temporary name, and only when all are there are they renamed into place.
 *
 * `.zig2rust-manifest.json` remembers the hash of each file written. It is replaced before the first rename by one that knows the
 * old and the new hashes, so that a run that dies between two renames leaves nothing that looks foreign to the next run.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { z } from 'zod';

export const MANIFEST = '.zig2rust-manifest.json';

const manifestSchema = z.object({
  version: z.literal(1),
  /** Path within the crate to the SHA-256 hashes that the file may have: one, or two while a write is under way. */
  files: z.record(z.string(), z.array(z.string())),
});
type Manifest = z.infer<typeof manifestSchema>;

export interface OutputConflict {
  readonly path: string;
  readonly reason: string;
}

export type WriteOutcome =
  | { readonly kind: 'written'; readonly written: number; readonly unchanged: number; readonly removed: number }
  | { readonly kind: 'refused'; readonly conflicts: readonly OutputConflict[] };

export interface WriteOptions {
  /** Overwrite files that zig2rust did not write. Never permits a path outside of the output directory. */
  readonly force: boolean;
}

/** A write that has been found harmless; nothing is touched before `perform`. */
export interface PlannedWrite {
  readonly kind: 'planned';
  /** The manifest that stands while files are being renamed. */
  readonly announcement: string;
  readonly perform: () => Extract<WriteOutcome, { kind: 'written' }>;
}

/** Plans to write the files of a crate (path within the crate to text) into a directory, or refuses. */
export function planCrate(
  directory: string,
  files: ReadonlyMap<string, string>,
  options: WriteOptions,
): PlannedWrite | Extract<WriteOutcome, { kind: 'refused' }> {
  const out = resolve(directory);
  const fault = directoryFault(out);
  if (fault !== undefined) return { kind: 'refused', conflicts: [{ path: directory, reason: fault }] };
  const manifest = readManifest(out);
  const conflicts = [...files.keys()].flatMap((path) => conflictOf(out, path, manifest, options) ?? []);
  if (conflicts.length > 0) return { kind: 'refused', conflicts };
  const next: Manifest = { version: 1, files: {} };
  for (const [path, text] of files) next.files[path] = [hashOf(text)];
  const between: Manifest = { version: 1, files: { ...manifest.files } };
  for (const [path, hashes] of Object.entries(next.files))
    between.files[path] = [...(manifest.files[path] ?? []), ...hashes];
  const announcement = manifestText(between);
  const perform = () => replaceFiles(out, files, manifest, announcement, manifestText(next));
  return { kind: 'planned', announcement, perform };
}

/** Plans and writes. */
export function writeCrate(directory: string, files: ReadonlyMap<string, string>, options: WriteOptions): WriteOutcome {
  const plan = planCrate(directory, files, options);
  return plan.kind === 'planned' ? plan.perform() : plan;
}

/** What keeps the output from being a directory: the first thing on the way up that exists and is none. */
function directoryFault(out: string): string | undefined {
  let path = out;
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  if (statSync(path).isDirectory()) return undefined;
  return path === out ? 'it is not a directory' : `${path} is not a directory`;
}

function readManifest(out: string): Manifest {
  const path = join(out, MANIFEST);
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // None, or one that nobody can trust: then every file counts as foreign.
    return { version: 1, files: {} };
  }
}

function conflictOf(out: string, path: string, manifest: Manifest, options: WriteOptions): OutputConflict | undefined {
  if (leadsOutside(out, path)) return { path, reason: 'it leads outside of the output directory' };
  const target = join(out, path);
  const stat = lstatSync(target, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (stat.isDirectory()) return { path, reason: 'there is a directory of that name' };
  if (options.force) return undefined;
  const known = manifest.files[path];
  if (known === undefined) return { path, reason: 'it exists and was not written by zig2rust' };
  return known.includes(hashOf(readFileSync(target)))
    ? undefined
    : { path, reason: 'it was edited after zig2rust wrote it' };
}

/** True for a path that leaves the directory by itself, or through a symbolic link on its way. */
function leadsOutside(out: string, path: string): boolean {
  if (isAbsolute(path) || escapes(normalize(path))) return true;
  let existing = dirname(join(out, path));
  while (!existsSync(existing)) existing = dirname(existing);
  const linked = !escapes(relative(out, existing));
  return linked && escapes(relative(realpathSync(out), realpathSync(existing)));
}

function escapes(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
}

function replaceFiles(
  out: string,
  files: ReadonlyMap<string, string>,
  manifest: Manifest,
  announcement: string,
  conclusion: string,
): Extract<WriteOutcome, { kind: 'written' }> {
  const changed = [...files].filter(([path, text]) => !hasText(join(out, path), text));
  const stale = Object.keys(manifest.files).filter((path) => !files.has(path) && isUnedited(out, path, manifest));
  const temporaries: string[] = [];
  const stage = (target: string, text: string, suffix: string) => {
    const temporary = `${target}.${process.pid}${suffix}`;
    mkdirSync(dirname(target), { recursive: true });
    temporaries.push(temporary);
    writeFileSync(temporary, text);
    return () => renameSync(temporary, target);
  };
  try {
    const renames = changed.map(([path, text]) => stage(join(out, path), text, '.tmp'));
    const announce = stage(join(out, MANIFEST), announcement, '.before.tmp');
    const conclude = stage(join(out, MANIFEST), conclusion, '.after.tmp');
    announce();
    for (const rename of renames) rename();
    for (const path of stale) rmSync(join(out, path));
    conclude();
  } finally {
    for (const temporary of temporaries) rmSync(temporary, { force: true });
  }
  return { kind: 'written', written: changed.length, unchanged: files.size - changed.length, removed: stale.length };
}

function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function hasText(target: string, text: string): boolean {
  const stat = lstatSync(target, { throwIfNoEntry: false });
  return stat?.isFile() === true && readFileSync(target, 'utf8') === text;
}

function isUnedited(out: string, path: string, manifest: Manifest): boolean {
  const target = join(out, path);
  if (leadsOutside(out, path) || lstatSync(target, { throwIfNoEntry: false })?.isFile() !== true) return false;
  return manifest.files[path]?.includes(hashOf(readFileSync(target))) === true;
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
