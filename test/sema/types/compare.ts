/** The types of many expressions of a file, ours against the compiler's. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineIndex } from '../../../src/diagnostics.js';
import type { SourceFile } from '../../../src/parse/syntax/ast.js';
import { type Agreement, agreement, normalised } from './agree.js';
import { type Answers, ask } from './ask.js';
import { observeTypes } from './observations.js';
import { type Question, questionsOf } from './questions.js';

export interface Disagreement {
  readonly place: string;
  readonly text: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

export interface TypeComparison {
  /** Expressions that could be asked about, and those that were. */
  readonly askable: number;
  readonly asked: number;
  /** Of those asked, the ones that both sides analysed, and how their types agree. */
  readonly compared: number;
  readonly agreements: ReadonlyMap<NonNullable<Agreement>, number>;
  readonly disagreements: readonly Disagreement[];
  /** Expressions that the compiler refuses to type where the question stands. */
  readonly refused: number;
  readonly complaints: readonly string[];
}

interface Numbered {
  readonly file: SourceFile;
  readonly question: Question;
}
type Asked = Map<number, Numbered>;

/** Compares up to `limit` expressions of a program, spread evenly over it. */
export function compareTypes(root: string, limit: number): TypeComparison {
  const observed = observeTypes(root);
  const all = [...questionsOf(observed)].flatMap(([file, questions]) =>
    questions.map((question): Numbered => ({ file, question })),
  );
  const step = Math.max(1, all.length / limit);
  const asked: Asked = new Map();
  for (let at = 0; at < all.length; at += step) asked.set(Math.floor(at), all[Math.floor(at)] as Numbered);
  const total = asked.size;
  const { types, complaints } = answersTo(root, asked, observed.files);
  const agreements = new Map<NonNullable<Agreement>, number>();
  const disagreements: Disagreement[] = [];
  for (const [number, one] of asked) {
    const theirs = types.get(number);
    if (theirs === undefined) continue;
    const how = agreement(one.question.expected, theirs, observed);
    if (how === undefined) disagreements.push(disagreement(one, theirs));
    else agreements.set(how, (agreements.get(how) ?? 0) + 1);
  }
  const compared = [...asked.keys()].filter((number) => types.has(number)).length;
  const refused = total - asked.size;
  return { askable: all.length, asked: total, compared, agreements, disagreements, refused, complaints };
}

const MOST_ROUNDS = 20;
/** Of too many answers at once the compiler prints nothing at all. */
const MOST_AT_ONCE = 1500;

/** The answers to all questions; those that the compiler refuses are taken out of `asked`. */
function answersTo(root: string, asked: Asked, files: readonly SourceFile[]): Pick<Answers, 'types' | 'complaints'> {
  const types = new Map<number, ReadonlySet<string>>();
  const complaints = new Set<string>();
  const all = [...asked];
  for (let at = 0; at < all.length; at += MOST_AT_ONCE) {
    const answers = answersAtOnce(root, new Map(all.slice(at, at + MOST_AT_ONCE)), files);
    for (const number of answers.refused) asked.delete(number);
    for (const [number, names] of answers.types) types.set(number, names);
    for (const complaint of answers.complaints) complaints.add(complaint);
  }
  return { types, complaints: [...complaints] };
}

/** What the compiler refuses hides what follows it: those questions are left out, and the rest is asked again. */
function answersAtOnce(root: string, questions: Asked, files: readonly SourceFile[]): Answers {
  const directory = mkdtempSync(join(tmpdir(), 'zig2rust-types-'));
  const refused = new Set<number>();
  for (let round = 1; ; round++) {
    const answers = ask(root, byFile(questions, files), directory);
    for (const number of answers.refused) {
      questions.delete(number);
      refused.add(number);
    }
    if (answers.refused.size === 0 || round === MOST_ROUNDS) return { ...answers, refused };
  }
}

function byFile(asked: Asked, all: readonly SourceFile[]): ReadonlyMap<SourceFile, ReadonlyMap<number, Question>> {
  const files = new Map(all.map((file) => [file, new Map<number, Question>()]));
  for (const [number, { file, question }] of asked) {
    files.get(file)?.set(number, question);
  }
  return files;
}

function disagreement({ file, question }: Numbered, theirs: ReadonlySet<string>): Disagreement {
  const { line, column } = lineIndex(file.text).locate(question.node.start);
  return {
    place: `${file.path}:${line}:${column}`,
    text: file.text.slice(question.node.start, question.node.end),
    ours: normalised(question.expected),
    theirs: normalised(theirs),
  };
}
