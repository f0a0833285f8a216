/** Metavariables of a template: `$name` as an expression, type, pattern or statement, and as a name inside a path. */

/** The names of all metavariables under a node, in the order of the text, with repetitions. */
export function metavariables(node: unknown): readonly string[] {
  const found: string[] = [];
  collect(node, found);
  return found;
}

function collect(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const element of node) collect(element, found);
    return;
  }
  if (!isRecord(node)) return;
  if (node.kind === 'meta' && typeof node.name === 'string') {
    found.push(bareName(node.name));
    return;
  }
  for (const value of Object.values(node)) {
    if (typeof value === 'object' && value !== null) collect(value, found);
    else if (typeof value === 'string' && isMetaName(value)) found.push(bareName(value));
  }
}

/** Whether a name in a template is a metavariable. */
export function isMetaName(name: string): boolean {
  return /^\$[A-Za-z_]\w*$/.test(name);
}

export function bareName(name: string): string {
  return name.startsWith('$') ? name.slice(1) : name;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
