/** Puts questions to the real compiler, and reads its answers from what `@compileLog` printed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { SourceFile } from '../../../src/parse/syntax/ast.js';
import { toolPath } from '../../../src/project/toolchain.js';
import { withQuestions } from './instrument.js';
import type { Question } from './questions.js';

export interface Answers {
  /** Types by question, one per instance at most. */
  readonly types: ReadonlyMap<number, ReadonlySet<string>>;
  /** Questions that the compiler refuses to be asked. */
  readonly refused: ReadonlySet<number>;
  /** Other complaints: the text of a question is not what we took it for. */
  readonly complaints: readonly string[];
}

/** Asks about all files of a program at once; `directory` is where its instrumented copy is put. */
export function ask(
  root: string,
  questions: ReadonlyMap<SourceFile, ReadonlyMap<number, Question>>,
  directory: string,
): Answers {
  const texts = new Map<string, string>();
  for (const [file, own] of questions) {
    const path = join(directory, relative(dirname(root), file.path));
    const main = file.path === root && hasMain(file) ? '\ncomptime { _ = &main; }\n' : '';
    const text = withQuestions(file.text, own) + main;
    texts.set(path, text);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return readAnswers(compile(join(directory, relative(dirname(root), root))), texts);
}

/** Tests do not refer to `main`. */
function hasMain(file: SourceFile): boolean {
  return file.root.members.some((member) => member.kind === 'fnDecl' && member.proto.name?.text === 'main');
}

/** Nothing is made, for the target that semantic analysis has in mind. */
const FLAGS = ['--test-no-exec', '-fno-emit-bin', '-lc', '-target', 'x86_64-linux-gnu', '-mcpu', 'baseline'];

function compile(root: string): string {
  const zig = toolPath('zig');
  if (zig === undefined) throw new Error('zig is missing');
  try {
    execFileSync(zig, ['test', root, ...FLAGS], {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 300_000,
      maxBuffer: 2 ** 30,
    });
    return '';
  } catch (error) {
    return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  }
}

const LOGGED = /^@as\(comptime_int, (\d+)\), @as\(type, (.*)\)$/;
const COMPLAINT = /^(.+?):(\d+):(\d+): error: (.*)$/;

function readAnswers(output: string, texts: ReadonlyMap<string, string>): Answers {
  const types = new Map<number, Set<string>>();
  const refused = new Set<number>();
  const complaints: string[] = [];
  for (const line of output.split('\n')) {
    const logged = LOGGED.exec(line);
    if (logged !== null) {
      const number = Number(logged[1]);
      types.set(number, (types.get(number) ?? new Set()).add(logged[2] ?? ''));
      continue;
    }
    const complaint = COMPLAINT.exec(line);
    if (complaint === null || complaint[4] === 'found compile log statement') continue;
    const number = questionAt(texts, complaint[1] ?? '', Number(complaint[2]));
    if (number === undefined) complaints.push(line);
    else refused.add(number);
  }
  return { types, refused, complaints };
}

/** The question in whose text a line lies. */
function questionAt(texts: ReadonlyMap<string, string>, path: string, line: number): number | undefined {
  const lines = [...texts].find(([one]) => one.endsWith(path) || path.endsWith(one))?.[1].split('\n') ?? [];
  for (let at = line - 1; at >= 0; at--) {
    const found = /^@compileLog\((\d+), @TypeOf\($/.exec(lines[at] ?? '');
    if (found !== null) return Number(found[1]);
    if (lines[at] === '));') return undefined;
  }
  return undefined;
}
