/**
 * `npm run docs`: fills the generated parts of README.md from the snapshots. A part is delimited by `<!-- snapshot: article/matrix -->` and
 * `<!-- end -->`; between them stand the Zig of that snapshot and the Rust it becomes. test/docs.test.ts fails when they are not current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const PART = /<!-- snapshot: (\S+) -->\n[\s\S]*?<!-- end -->/g;

/** The header that every crate has says nothing about the example. */
function withoutLintHeader(rust: string): string {
  return rust.replace(/^#!\[allow\([^)]*\)\]\n+/, '');
}

/** The text of README.md with every generated part made anew. */
export function currentReadme(): string {
  return readFileSync(new URL('README.md', root), 'utf8').replace(PART, (_part, name: string) => {
    const read = (ending: string) => readFileSync(new URL(`snapshots/${name}.${ending}`, root), 'utf8').trimEnd();
    const fence = (language: string) =>
      `\`\`\`${language}\n${language === 'zig' ? read('zig') : withoutLintHeader(read('rs'))}\n\`\`\``;
    return `<!-- snapshot: ${name} -->\n${fence('zig')}\n\nbecomes\n\n${fence('rust')}\n<!-- end -->`;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('README.md', root), currentReadme());
