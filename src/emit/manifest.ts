/** `Cargo.toml` of an emitted crate. */
import type { Edition } from './layout/context.js';

/**
 * The manifest. Overflow is checked in every profile, as in Zig's safe modes; a panic aborts, as Zig's does (the test
 * and bench profiles always unwind). The empty `[workspace]` keeps Cargo from looking for one further up.
 */
export function writeManifest(name: string, edition: Edition): string {
  const profiles = (['dev', 'release', 'test', 'bench'] as const).map(writeProfile);
  return [
    '[package]',
    `name = "${packageName(name)}"`,
    'version = "0.1.0"',
    `edition = "${edition}"`,
    '',
    '[workspace]',
    '',
    profiles.join('\n\n'),
    '',
  ].join('\n');
}

function writeProfile(profile: 'dev' | 'release' | 'test' | 'bench'): string {
  const lines = [`[profile.${profile}]`, 'overflow-checks = true'];
  if (profile === 'dev' || profile === 'release') lines.push('panic = "abort"');
  return lines.join('\n');
}

/** Names that Cargo refuses or that would hide a crate of Rust's own. */
const reservedNames: ReadonlySet<string> = new Set([
  'alloc',
  'core',
  'proc_macro',
  'std',
  'test',
  'build',
  'deps',
  'examples',
  'incremental',
  'abstract',
  'as',
  'async',
  'await',
  'become',
  'box',
  'break',
  'const',
  'continue',
  'crate',
  'do',
  'dyn',
  'else',
  'enum',
  'extern',
  'false',
  'final',
  'fn',
  'for',
  'gen',
  'if',
  'impl',
  'in',
  'let',
  'loop',
  'macro',
  'match',
  'mod',
  'move',
  'mut',
  'override',
  'priv',
  'pub',
  'ref',
  'return',
  'self',
  'static',
  'struct',
  'super',
  'trait',
  'true',
  'try',
  'type',
  'typeof',
  'unsafe',
  'unsized',
  'use',
  'virtual',
  'where',
  'while',
  'yield',
]);

/** The nearest name that Cargo takes. */
export function packageName(name: string): string {
  const legal = name.replace(/[^A-Za-z0-9_-]+/g, '_').replace(/^[-_]+|[-_]+$/g, '');
  const started = /^[A-Za-z_]/.test(legal) ? legal : `zig_${legal}`.replace(/_$/, '');
  return reservedNames.has(started) ? `${started}_crate` : started;
}
