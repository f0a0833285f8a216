/** Leaving constructs: `return`, `break` and `continue` as Rust writes them, through the clean-ups of `defer` on the way. */
import * as rust from '../emit/build.js';
import type { Expr, Type as RustType } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { ExitKey, Scope } from './context.js';
import type { DeferFrame, Frame, TargetFrame } from './frames.js';

/** The clean-up that an exit has to go through first; undefined if none lies before `target`. */
function cleanupBefore(scope: Scope, target: TargetFrame | undefined): DeferFrame | undefined {
  for (let frame: Frame | undefined = scope.frames; frame !== undefined && frame !== target; frame = frame.outer) {
    if (frame.kind === 'defer') return frame;
  }
  return undefined;
}

/** Whether `?` and `return` would skip a clean-up. */
export function hasCleanup(scope: Scope): boolean {
  return cleanupBefore(scope, undefined) !== undefined;
}

function throughCleanup(
  frame: DeferFrame,
  key: ExitKey,
  value: Expr | undefined,
  type: RustType | undefined,
  scope: Scope,
): Expr {
  const exits = scope.body.facts.exits.get(frame.statement) ?? new Map<ExitKey, RustType | undefined>();
  exits.set(key, exits.get(key) ?? type);
  scope.body.facts.exits.set(frame.statement, exits);
  frame.used = true;
  return rust.breakWith(frame.encode({ key, value }), frame.name);
}

/** Leaves the function with a value; none for `()`. */
export function leaveFunction(value: Expr | undefined, type: RustType | undefined, scope: Scope): Expr {
  const cleanup = cleanupBefore(scope, undefined);
  return cleanup === undefined ? rust.return_(value) : throughCleanup(cleanup, 'return', value, type, scope);
}

/** The frame of a label. */
export function frameOf(label: ir.Label, scope: Scope): TargetFrame | undefined {
  for (let frame = scope.frames; frame !== undefined; frame = frame.outer) {
    if (frame.kind === 'target' && frame.label === label) return frame;
  }
  return undefined;
}

/** An unlabelled `break` or `continue` means the innermost loop, and may not stand in a labelled block. */
function isInnermost(frame: TargetFrame, scope: Scope): boolean {
  return scope.frames === frame && frame.isLoop && frame.onContinue.kind !== 'leaveBody';
}

/** Leaves a loop or block with a value. */
export function leaveTarget(
  frame: TargetFrame,
  value: Expr | undefined,
  type: RustType | undefined,
  scope: Scope,
): Expr {
  const cleanup = cleanupBefore(scope, frame);
  if (cleanup !== undefined) return throughCleanup(cleanup, `break ${frame.label.id}`, value, type, scope);
  if (isInnermost(frame, scope) && value === undefined) return rust.break_();
  frame.used = true;
  return rust.breakWith(value, frame.name);
}

/** Goes on with the next iteration. */
export function continueTarget(frame: TargetFrame, scope: Scope): Expr {
  const cleanup = cleanupBefore(scope, frame);
  if (cleanup !== undefined) return throughCleanup(cleanup, `continue ${frame.label.id}`, undefined, undefined, scope);
  const { onContinue } = frame;
  if (onContinue.kind === 'leaveBody') {
    onContinue.used = true;
    return rust.break_(onContinue.name);
  }
  if (onContinue.kind !== 'continue') {
    if (onContinue.kind === 'state' && isInnermost(frame, scope)) return rust.continue_();
    frame.used = true;
    return rust.continue_(frame.name);
  }
  if (scope.frames === frame) return rust.continue_();
  onContinue.used = true;
  return rust.continue_(onContinue.name);
}

/** Repeats an exit outside the clean-up that it went through. */
export function leaveAgain(key: ExitKey, value: Expr | undefined, type: RustType | undefined, scope: Scope): Expr {
  if (key === 'return') return leaveFunction(value, type, scope);
  const [kind, id] = key.split(' ');
  for (let frame = scope.frames; frame !== undefined; frame = frame.outer) {
    if (frame.kind !== 'target' || frame.label.id !== Number(id)) continue;
    return kind === 'break' ? leaveTarget(frame, value, type, scope) : continueTarget(frame, scope);
  }
  throw new Error(`no target for ${key}`);
}
