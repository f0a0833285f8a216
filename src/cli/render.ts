/** Diagnostics as people read them: what, where, the line itself with a mark under it, and what to do. */
import type { Position, ReportedDiagnostic, Severity } from '../diagnostics.js';
import type { SourceHost } from '../project/source-host.js';
import type { Colors } from './terminal.js';

/** Renders one diagnostic with its source lines. */
export function renderDiagnostic(one: ReportedDiagnostic, host: SourceHost, colors: Colors): string {
  const paint = painter(one.severity, colors);
  const lines = [
    `${paint(`${one.severity}[${one.code}]`)}${colors.bold(`: ${one.message}`)}`,
    ...excerpt(one, host, colors, paint),
  ];
  for (const related of one.related ?? []) {
    lines.push(`${colors.cyan('note')}: ${related.message}`, ...excerpt(related, host, colors, colors.cyan));
  }
  if (one.help !== undefined) lines.push(`  ${colors.blue('=')} help: ${one.help}`);
  return `${lines.join('\n')}\n`;
}

function painter(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, note: colors.cyan }[severity];
}

function excerpt(at: Position, host: SourceHost, colors: Colors, paint: (text: string) => string): string[] {
  const text = host.read(at.file)?.split('\n')[at.line - 1]?.replace(/\r$/, '');
  const place = `${at.file}:${at.line}:${at.column}`;
  if (text === undefined || text === '') return [`  ${colors.blue('-->')} ${place}`];
  const gutter = ' '.repeat(String(at.line).length);
  // Tabs stay tabs, so that the mark stands under the text whatever the width of a tab is.
  const indent = text.slice(0, at.column - 1).replace(/[^\t]/g, ' ');
  const end = at.endLine === at.line ? at.endColumn : text.length + 1;
  const mark = '^'.repeat(Math.max(1, Math.min(end, text.length + 1) - at.column));
  return [
    `${gutter} ${colors.blue('-->')} ${place}`,
    `${gutter} ${colors.blue('|')}`,
    `${colors.blue(`${at.line} |`)} ${text}`,
    `${gutter} ${colors.blue('|')} ${indent}${paint(mark)}`,
  ];
}
