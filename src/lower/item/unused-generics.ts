/**
 * Generic functions that nothing calls. Zig does not look into them, and without arguments their types are not known: there is nothing
 * to port, and nothing to guess. Each is reported and leaves its Zig where it stood.
 */
import { type Diagnostic, diagnostic } from '../../diagnostics.js';
import type { Comment, Item } from '../../emit/rust-ast.js';
import type { ContainerInstance, Decl, Program, ProgramFile } from '../../parse/ir/program.js';
import type { LoweredMarker } from '../context.js';
import type { Entry } from './module.js';

/** Long bodies are cut: the Zig file has the rest. */
const MOST_LINES = 40;

/** The project's own generic functions without a call. */
export function unusedGenerics({ files, types, generics }: Program): readonly Decl[] {
  // What holds for all arguments needs none to be ported.
  const ported = new Set(
    generics.map(({ template }) => (template.kind === 'fn' ? template.instance.decl : template.decl)),
  );
  const containers = [...files.map((file) => file.container), ...types.map((type) => type.container)];
  const found = new Map<unknown, Decl>();
  const used = new Set<unknown>();
  for (const container of containers) {
    if (container.file.origin !== 'user') continue;
    for (const decl of container.decls.values()) {
      if (isUnused(decl, container) && !ported.has(decl)) found.set(decl.node, decl);
      else used.add(decl.node);
    }
  }
  // Another instance of its container may have it.
  return [...found.values()].filter((decl) => !used.has(decl.node));
}

function isUnused(decl: Decl, container: ContainerInstance): boolean {
  const isOwn = decl.kind === 'fn' && decl.container === container && decl.node.kind === 'fnDecl';
  return isOwn && decl.node.body !== undefined && decl.instances.length === 0 && !decl.isInvoked;
}

/** What such a function is reported as. One that others may want to call is left to do; a private one is as dead as it is in Zig. */
export function reportUnused(decl: Decl): {
  readonly marker: LoweredMarker | undefined;
  readonly diagnostic: Diagnostic;
} {
  const span = { file: decl.container.file.path, start: decl.node.start, end: decl.node.end };
  const marker = { span, function: decl.qualifiedName, reason: 'a generic function that nothing calls' };
  return {
    marker: decl.isPub ? marker : undefined,
    diagnostic: diagnostic('unused-generic', span, { name: decl.name }),
  };
}

/** The Zig of the unused generics of a file, as comments where they stood. */
export function unusedEntries(unused: readonly Decl[], file: ProgramFile): readonly Entry[] {
  return unused
    .filter((decl) => decl.container.file === file)
    .map((decl) => ({ anchor: decl.node.start, rank: 0, items: [asComments(decl, file)] }));
}

function asComments(decl: Decl, file: ProgramFile): Item {
  const lines = file.source.text.slice(decl.node.start, decl.node.end).split('\n');
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
  const leading: readonly Comment[] = [
    { text: ' TODO(port): nothing calls this generic function, so that its types are not known' },
    ...shown.map((line) => ({ text: ` ${line.trimEnd()}` })),
  ];
  return {
    kind: 'comment',
    leading,
    blankLineBefore: true,
    origin: { file: file.path, offset: decl.node.start },
  };
}
