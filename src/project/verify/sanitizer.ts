/**
 * AddressSanitizer on Rust's side of a comparison: the emitted crate is built with the nightly compiler, which instruments every access,
 * and a run that reads or writes memory that is not its own ends with a report. It sees what lies outside of its object, what is no
 * longer alive, and copies that overlap; it cannot see that two references alias.
 */

/** The compiler's own target, named: only then are build scripts and macros left alone. */
const TARGETS: Readonly<Record<string, string>> = {
  'linux-x64': 'x86_64-unknown-linux-gnu',
  'linux-arm64': 'aarch64-unknown-linux-gnu',
  'darwin-x64': 'x86_64-apple-darwin',
  'darwin-arm64': 'aarch64-apple-darwin',
};

/** The target to build for; undefined where there is no sanitizer for this machine. */
export function sanitizerTarget(): string | undefined {
  return TARGETS[`${process.platform}-${process.arch}`];
}

/** Flags of rustc, after those of an ordinary build: positions are wanted in the reports. */
export function sanitizerFlags(): readonly string[] {
  return ['-Zsanitizer=address', '-C', 'debuginfo=line-tables-only'];
}

/** What a sanitized program runs with. Zig's tests may leak on purpose; a pointer to a local of a finished call is a fault. */
export const SANITIZER_ENVIRONMENT: Readonly<Record<string, string>> = {
  ASAN_OPTIONS: 'detect_leaks=0:detect_stack_use_after_return=1',
};

/** The first line of a report. */
const REPORT = /^==\d+==ERROR: (AddressSanitizer: [\w-]+)/m;
/** The innermost frame that is the crate's own. */
const OWN_FRAME = / in (?:<?ported::)(\S+) .*?\/(src\/[^\s:]+):(\d+)/;

/** What the sanitizer reported, and where: `AddressSanitizer: heap-buffer-overflow in tests::x (src/lib.rs:12)`. */
export function sanitizerFinding(stderr: string): string | undefined {
  const report = REPORT.exec(stderr);
  if (report === null) return undefined;
  const frame = OWN_FRAME.exec(stderr.slice(report.index));
  const place = frame === null ? '' : ` in ${frame[1] ?? ''} (${frame[2] ?? ''}:${frame[3] ?? ''})`;
  return `${report[1] ?? ''}${place}`;
}
