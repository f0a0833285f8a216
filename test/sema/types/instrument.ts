/** Writes questions into the text of a file: `@compileLog(7, @TypeOf(e));` at the anchor of each. */
import type * as ast from '../../../src/parse/syntax/ast.js';
import { type Anchor, endsWithBlock } from './anchors.js';
import type { Question } from './questions.js';

interface Insertion {
  readonly offset: number;
  /** Of what begins at one offset the outer goes first, of what ends there the inner. */
  readonly rank: number;
  readonly text: string;
  /** Characters of the original that are left out. */
  readonly skip?: number;
}

/** A question about a call that runs at comptime runs it once more. */
const QUOTA = '\n@setEvalBranchQuota(1_000_000_000);';

/** The text with the questions in it; each is known by its number. */
export function withQuestions(text: string, questions: ReadonlyMap<number, Question>): string {
  const byAnchor = new Map<ast.Node, { readonly anchor: Anchor; log: string }>();
  for (const [number, { node, anchor }] of questions) {
    const at = byAnchor.get(anchor.node) ?? { anchor, log: QUOTA };
    at.log += `\n@compileLog(${number}, @TypeOf(\n${text.slice(node.start, node.end)}\n));\n`;
    byAnchor.set(anchor.node, at);
  }
  const anchors = [...byAnchor.values()].map((one) => one.anchor);
  const insertions = [...byAnchor.values()].flatMap(({ anchor, log }, index) =>
    insertionsOf(text, anchor, log, index, endsInBlock(anchor, anchors)),
  );
  insertions.sort((a, b) => a.offset - b.offset || a.rank - b.rank);
  let result = '';
  let done = 0;
  for (const { offset, text: inserted, skip } of insertions) {
    result += text.slice(done, offset) + inserted;
    done = Math.max(done, offset + (skip ?? 0));
  }
  return result + text.slice(done);
}

/** Whether a branch that is a statement ends with a block, or with a branch that becomes one. */
function endsInBlock({ node }: Anchor, anchors: readonly Anchor[]): boolean {
  if (endsWithBlock(node)) return true;
  return anchors.some(
    (inner) =>
      inner.kind === 'branch' &&
      inner.gives === 'statement' &&
      inner.node.end === node.end &&
      inner.node.start > node.start,
  );
}

function insertionsOf(
  text: string,
  anchor: Anchor,
  log: string,
  index: number,
  isClosed: boolean,
): readonly Insertion[] {
  const { start, end } = anchor.node;
  switch (anchor.kind) {
    case 'statement':
      return [{ offset: start, rank: 0, text: log }];
    case 'member':
      return [atEnd(text, anchor.node, log)];
    case 'branch': {
      const label = `question_${index}`;
      const open = anchor.gives === 'value' ? `${label}: {${log} break :${label} ` : `{${log}`;
      const close = anchor.gives === 'statement' && isClosed ? '\n}' : ';\n}';
      // A block that is a statement has no semicolon behind it.
      const skip = anchor.gives === 'statement' && text[end] === ';' ? 1 : 0;
      return [
        { offset: start, rank: start - end, text: open },
        { offset: end, rank: end - start - text.length, text: close, skip },
      ];
    }
  }
}

/** Behind the last member: what precedes a member may be its documentation, and fields stand together. */
function atEnd(text: string, container: ast.ContainerDecl | ast.Root, log: string): Insertion {
  const last = container.members.at(-1);
  const end = container.kind === 'root' ? container.end : container.end - 1;
  const behind = last === undefined ? '' : text.slice(last.end, end).replace(/\/\/.*$/gm, '');
  const comma = last?.kind === 'containerField' && !behind.includes(',') ? ',' : '';
  return { offset: end, rank: 0, text: `${comma}\ncomptime {${log}}\n` };
}
