/**
 * One table of what a safety trap says in either language. Texts differ (and the runtime's panics carry Zig's own), so traps are
 * compared by class: both sides must stop, and for the same reason. A message that no class knows is its own class: what a
 * program passes to `@panic` must come out word for word.
 */

interface TrapClass {
  readonly zig: readonly RegExp[];
  readonly rust: readonly RegExp[];
}

const TRAPS = {
  overflow: {
    zig: [/^integer overflow$/],
    rust: [/^attempt to (?:add|subtract|multiply|negate|divide|calculate the remainder) with overflow$/],
  },
  cast: {
    zig: [/^integer does not fit in destination type$/, /^integer part of floating point value out of bounds$/],
    rust: [/TryFromIntError/, /CharTryFromError/],
  },
  shift: {
    zig: [/^shift amount is greater than the type size$/, /^(?:left|right) shift overflowed bits$/],
    rust: [/^attempt to shift (?:left|right) with overflow$/],
  },
  'out of bounds': {
    zig: [/^index out of bounds/],
    rust: [/^index out of bounds/, /^range (?:start|end) index \d+ out of range/],
  },
  'slice order': {
    zig: [/^start index .*is larger than end index/],
    rust: [/^slice index starts at \d+ but ends at \d+/, /^range start index \d+ out of range/],
  },
  'null unwrap': {
    zig: [/^attempt to use null value$/],
    rust: [/^called `Option::(?:unwrap|expect)\(\)` on a `None` value/],
  },
  'error unwrap': {
    zig: [/^attempt to unwrap error/],
    rust: [
      /^called `Result::unwrap\(\)` on an `Err` value/,
      /^internal error: entered unreachable code: attempt to unwrap error/,
    ],
  },
  unreachable: {
    zig: [/^reached unreachable code$/],
    rust: [
      /^internal error: entered unreachable code/,
      /^assertion failed: /,
      /^assertion `left (?:==|!=) right` failed/,
    ],
  },
  'division by zero': {
    zig: [/^division by zero$/],
    rust: [/^attempt to divide by zero$/, /^attempt to calculate the remainder with a divisor of zero$/],
  },
  'inexact division': { zig: [/^exact division produced remainder$/], rust: [] },
  'union field': { zig: [/^access of (?:inactive union field|union field)/], rust: [] },
  'enum value': { zig: [/^invalid enum value$/, /^switch on corrupt value$/], rust: [] },
  sentinel: { zig: [/^sentinel mismatch/], rust: [] },
  alignment: { zig: [/^incorrect alignment$/], rust: [/^misaligned pointer dereference/] },
  'null cast': { zig: [/^cast causes pointer to be null$/], rust: [/^null pointer dereference/] },
  'unequal lengths': {
    zig: [
      /^for loop over objects with non-equal lengths$/,
      /^source and destination (?:arguments )?have non-equal lengths$/,
    ],
    rust: [/^copy_from_slice: source slice length/, /^source slice length \(\d+\) does not match destination/],
  },
  'slice cast': { zig: [/^slice length .*does not divide exactly/], rust: [] },
  'error code': { zig: [/^invalid error code$/], rust: [] },
  'memory alias': { zig: [/^@memcpy arguments alias$/], rust: [] },
  'noreturn returned': { zig: [/^'noreturn' function returned$/], rust: [] },
} as const satisfies Record<string, TrapClass>;

/**
 * The classes of a panic message of either language; the message itself where no class knows it. One of Rust's may stand for two of Zig's:
 * a part that starts past the end is out of bounds, or is upside down when its end is the end of the slice.
 */
export function trapClasses(message: string): readonly string[] {
  const known = Object.entries<TrapClass>(TRAPS).filter(([, { zig, rust }]) =>
    [...zig, ...rust].some((pattern) => pattern.test(message)),
  );
  return known.length === 0 ? [message] : known.map(([name]) => name);
}

/** Whether two programs, one of either language, stopped for the same reason; undefined is one that did not panic. */
export function isSameTrap(zig: string | undefined, rust: string | undefined): boolean {
  if (zig === undefined || rust === undefined) return zig === rust;
  const classes = trapClasses(rust);
  return trapClasses(zig).some((one) => classes.includes(one));
}

/** Whether a panic is how a test of Rust ends with an error of Zig's; `expect` and its like are assertions here. */
export function isErrorOfTest(error: string, rust: string): boolean {
  if (rust === `called \`Result::unwrap()\` on an \`Err\` value: ${error}`) return true;
  return /^Test(?:Unexpected|Expected)/.test(error) && /^assertion (?:failed|`left)/.test(rust);
}

/** What a program wrote to standard error, cut at its panic. */
export interface ErrorOutput {
  /** What the program itself wrote. */
  readonly text: string;
  /** The panic's message, where it panicked. */
  readonly trap: string | undefined;
}

/** Zig: `thread 123 panic: message`, then a stack trace. */
export function readZigStderr(stderr: string): ErrorOutput {
  const panic = /^(?:thread \d+ )?panic: (.*)$/m.exec(stderr);
  if (panic !== null) return { text: stderr.slice(0, panic.index), trap: panic[1] ?? '' };
  return { text: withoutErrorTrace(stderr), trap: undefined };
}

/** Rust: `thread 'main' (123) panicked at file:1:2:`, the message on the lines that follow, then a note. */
export function readRustStderr(stderr: string): ErrorOutput {
  const panic = /^\n?thread '[^']*' (?:\(\d+\) )?panicked at .*:\d+:\d+:$/m.exec(stderr);
  if (panic === null) return { text: stderr, trap: undefined };
  const rest = stderr.slice(panic.index + panic[0].length + 1);
  const end = rest.search(/^(?:note: run with|stack backtrace:)/m);
  return { text: stderr.slice(0, panic.index), trap: (end < 0 ? rest : rest.slice(0, end)).trimEnd() };
}

/** An error that leaves `main` prints `error: Name` and a trace of the returns it took; the trace is Zig's own business. */
function withoutErrorTrace(stderr: string): string {
  const error = /^error: \w+\n/m.exec(stderr);
  if (error === null) return stderr;
  const afterError = error.index + error[0].length;
  return /^\S+:\d+:\d+: 0x[0-9a-f]+ in /.test(stderr.slice(afterError)) ? stderr.slice(0, afterError) : stderr;
}
