/**
 * Reads rule files: text → YAML with positions → the form that `schema.ts` states → rules, with a diagnostic at its place for
 * whatever is wrong. A rule with a fault is left out; the others are loaded.
 */
import type { ZodError, z } from 'zod';
import { type Diagnostic, diagnostic, type Span } from '../../diagnostics.js';
import { buildRule } from './build-rule.js';
import type { DataRule, ErrorSetRule } from './rule.js';
import { type RuleDocument, type RulePath, readDocument } from './rule-document.js';
import { parseTypeTemplate } from './rust-template/parse.js';
import { type ErrorSetText, errorSetSchema, type RuleText, ruleSchema } from './schema.js';

/** A rule file's text; who calls has read it. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
  readonly origin: 'builtin' | 'project';
}

export interface LoadedRules {
  readonly rules: readonly DataRule[];
  readonly errorSets: readonly ErrorSetRule[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a rule stands while it is being read. */
export interface RulePlace {
  readonly document: RuleDocument;
  readonly path: RulePath;
  readonly origin: RuleFile['origin'];
  report(diagnostic: Diagnostic): void;
}

/** Loads rules from files. Ids are unique among the files of one origin; a project may redefine a built-in one. */
export function loadRules(files: readonly RuleFile[]): LoadedRules {
  const rules: DataRule[] = [];
  const errorSets: ErrorSetRule[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, Span>();
  for (const file of files) {
    const read = readFile(file);
    diagnostics.push(...read.diagnostics);
    for (const { rule, idSpan } of read.entries) {
      const duplicate = duplicateOf(rule, idSpan, seen);
      if (duplicate !== undefined) diagnostics.push(duplicate);
      else if (rule.kind === 'errorSet') errorSets.push(rule);
      else rules.push(rule);
    }
  }
  return { rules: withoutOverridden(rules), errorSets, diagnostics };
}

interface ReadFile {
  readonly entries: readonly { readonly rule: DataRule | ErrorSetRule; readonly idSpan: Span }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What each file said: the built-in ones are the same for every program of a process, and reading them takes a quarter of a second. */
const readFiles = new WeakMap<RuleFile, ReadFile>();

function readFile(file: RuleFile): ReadFile {
  const known = readFiles.get(file);
  if (known !== undefined) return known;
  const document = readDocument(file.path, file.text);
  const diagnostics = [...document.diagnostics];
  const entries = [...entriesOf(document, diagnostics)].flatMap(([path, entry]) => {
    const place: RulePlace = { document, path, origin: file.origin, report: (one) => diagnostics.push(one) };
    const rule = readEntry(entry, place);
    return rule === undefined ? [] : [{ rule, idSpan: document.span([...path, 'id']) }];
  });
  const read = { entries, diagnostics };
  readFiles.set(file, read);
  return read;
}

function* entriesOf(document: RuleDocument, diagnostics: Diagnostic[]): Generator<[RulePath, unknown]> {
  if (document.value === undefined || document.value === null) return;
  if (!Array.isArray(document.value)) {
    diagnostics.push(diagnostic('rule-shape', document.span([]), { message: 'a rule file is a list of rules' }));
    return;
  }
  for (const [index, entry] of document.value.entries()) yield [[index], entry];
}

function readEntry(entry: unknown, place: RulePlace): DataRule | ErrorSetRule | undefined {
  const isErrorSet = typeof entry === 'object' && entry !== null && 'errorSet' in entry;
  if (isErrorSet) {
    const parsed = checked(errorSetSchema, entry, place);
    return parsed === undefined ? undefined : errorSetRule(parsed, place);
  }
  const parsed = checked(ruleSchema, entry, place);
  return parsed === undefined ? undefined : buildRule(parsed, place);
}

function checked<Text extends RuleText | ErrorSetText>(
  schema: z.ZodType<Text>,
  entry: unknown,
  place: RulePlace,
): Text | undefined {
  const parsed = schema.safeParse(entry);
  if (parsed.success) return parsed.data;
  for (const one of faultsOf(parsed.error, place)) place.report(one);
  return undefined;
}

function faultsOf(error: ZodError, { document, path }: RulePlace): readonly Diagnostic[] {
  return error.issues.flatMap((issue) => {
    const at = [...path, ...issue.path.map((step) => (typeof step === 'symbol' ? step.toString() : step))];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => diagnostic('rule-unknown-key', document.keySpan(at, key), { key }));
    }
    const where = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    return [diagnostic('rule-shape', document.span(at), { message: `${where}${issue.message}` })];
  });
}

function errorSetRule(text: ErrorSetText, place: RulePlace): ErrorSetRule | undefined {
  const template = parseTypeTemplate(text.rust);
  if (!template.ok) {
    const span = place.document.textSpan([...place.path, 'rust'], template.offset, text.rust.length);
    place.report(diagnostic('rule-template', span, { message: template.message }));
    return undefined;
  }
  const names = [...new Set(text.errorSet)].sort();
  return {
    kind: 'errorSet',
    id: text.id,
    names,
    template: template.node,
    from: text.from ?? [],
    origin: place.origin,
    span: place.document.span(place.path),
  };
}

function duplicateOf(rule: DataRule | ErrorSetRule, idSpan: Span, seen: Map<string, Span>): Diagnostic | undefined {
  const key = `${rule.origin} ${rule.id}`;
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, rule.span);
    return undefined;
  }
  return diagnostic('rule-duplicate-id', idSpan, { id: rule.id }, [{ span: first, message: 'the first one' }]);
}

/** A project's rule takes the place of the built-in one with its id. */
function withoutOverridden(rules: readonly DataRule[]): readonly DataRule[] {
  const redefined = new Set(rules.filter((rule) => rule.origin === 'project').map((rule) => rule.id));
  return rules.filter((rule) => rule.origin === 'project' || !redefined.has(rule.id));
}
