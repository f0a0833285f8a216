import { expect, test } from 'vitest';
import { renderDiagnostic } from '../../src/cli/render.js';
import { colorsOf, startProgress, type Terminal } from '../../src/cli/terminal.js';
import { diagnostic, lineIndex, report } from '../../src/diagnostics.js';
import { memoryHost } from '../../src/project/source-host.js';

function recording(interactive: boolean): { readonly terminal: Terminal; readonly written: () => string } {
  let text = '';
  const err = (more: string) => {
    text += more;
  };
  return { terminal: { out() {}, err, interactive, colors: false }, written: () => text };
}

test('in a pipe progress is one line per item', () => {
  const { terminal, written } = recording(false);
  const progress = startProgress(terminal, 2);
  progress.step('a.zig');
  progress.step('b.zig');
  progress.end();
  expect(written()).toBe('[1/2] a.zig\n[2/2] b.zig\n');
});

test('on a terminal it is one line that is rewritten, and gone at the end', () => {
  const { terminal, written } = recording(true);
  const progress = startProgress(terminal, 2);
  progress.step('a.zig');
  progress.end();
  expect(written()).toBe('\r\u001b[2K[1/2] a.zig\r\u001b[2K');
});

test('for a single item there is none', () => {
  const { terminal, written } = recording(false);
  startProgress(terminal, 1).step('a.zig');
  expect(written()).toBe('');
});

test('the mark stands under the text, also behind tabs and over several lines', () => {
  const text = 'fn f() void {\n\tconst x = @import(\n"y");\n}\n';
  const start = text.indexOf('@import');
  const span = { file: 'main.zig', start, end: text.indexOf(';') };
  const related = [{ span: { file: 'main.zig', start: 3, end: 4 }, message: 'in this function' }];
  const one = report(diagnostic('missing-import', span, { path: 'y' }, related), () => lineIndex(text));
  const colors = colorsOf(recording(false).terminal);
  expect(renderDiagnostic(one, memoryHost(new Map([['main.zig', text]])), colors)).toBe(
    [
      'error[Z2R0001]: there is no file for @import("y")',
      '  --> main.zig:2:12',
      '  |',
      '2 | \tconst x = @import(',
      '  | \t          ^^^^^^^^',
      'note: in this function',
      '  --> main.zig:1:4',
      '  |',
      '1 | fn f() void {',
      '  |    ^',
      "  = help: name the module's root file with --module y=path/to/root.zig",
      '',
    ].join('\n'),
  );
});
