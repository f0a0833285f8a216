/** Reads rule files from disk: the package's own `rules/`, and the directories of a project. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LanguageRule, readLanguageRules } from '../lower/rules/language-rules.js';
import type { RuleFile } from '../lower/rules/load.js';

/** The package's `rules/`; this file is `src/project/…` in the sources and `dist/project/…` when built. */
export const BUILTIN_RULES_DIRECTORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'rules');

/** The catalogue of rules whose meaning is written in `src/lower`; no rule file that anything is matched by. */
const LANGUAGE_DIRECTORY = join(BUILTIN_RULES_DIRECTORY, 'language');

let builtin: readonly RuleFile[] | undefined;

/** The built-in rule files; read once per process. */
export function builtinRuleFiles(): readonly RuleFile[] {
  builtin ??= ruleFilesIn(BUILTIN_RULES_DIRECTORY, 'builtin').filter(
    ({ path }) => dirname(path) !== LANGUAGE_DIRECTORY,
  );
  return builtin;
}

/** The catalogue of the language's rules, in the order of its files. */
export function languageRules(): readonly LanguageRule[] {
  return ruleFilesIn(LANGUAGE_DIRECTORY, 'builtin').flatMap(({ path, text }) =>
    readLanguageRules(basename(path, '.yaml'), text),
  );
}

/** All rule files of a run: built-in ones, then those of the project's directories. Throws where a directory cannot be read. */
export function readRuleFiles(projectDirectories: readonly string[]): readonly RuleFile[] {
  return [...builtinRuleFiles(), ...projectDirectories.flatMap((directory) => ruleFilesIn(directory, 'project'))];
}

function ruleFilesIn(directory: string, origin: RuleFile['origin']): readonly RuleFile[] {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.yaml') || name.endsWith('.yml'))
    .sort()
    .map((name) => {
      const path = join(directory, name);
      return { path, text: readFileSync(path, 'utf8'), origin };
    });
}
