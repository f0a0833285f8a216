/** Syntax trees by host: whatever looks at a file of a project shares one parse of it. */
import type { SourceFile } from '../parse/syntax/ast.js';
import { parseSource } from '../parse/syntax/parse.js';
import type { SourceHost } from './source-host.js';

const parsedBy = new WeakMap<SourceHost, Map<string, SourceFile>>();

/** A file of a project, parsed on the first call for it; a host gives one text per path. */
export function parsedSource(host: SourceHost, path: string, text: string): SourceFile {
  const parsed = parsedBy.get(host) ?? new Map<string, SourceFile>();
  parsedBy.set(host, parsed);
  const source = parsed.get(path) ?? parseSource(path, text);
  parsed.set(path, source);
  return source;
}
