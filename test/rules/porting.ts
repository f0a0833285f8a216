/**
 * Applies rules to the calls of a Zig text, with a lowering that knows only what such texts hold: locals, literals, slices and calls.
 * What real lowering makes of rules is proved by the snapshots; this proves what the rules themselves decide.
 */
import { join } from 'node:path';
import * as build from '../../src/emit/build.js';
import { printExpr, printType } from '../../src/emit/print.js';
import type * as rust from '../../src/emit/rust-ast.js';
import { applyRule } from '../../src/lower/rules/apply.js';
import { ruleSetOf } from '../../src/lower/rules/builtin-rules.js';
import type { ArgumentRequest, RuleHost } from '../../src/lower/rules/define.js';
import { bytesOf } from '../../src/lower/rules/format/bytes.js';
import type { TraceEvent } from '../../src/lower/rules/match.js';
import type { RuleSet } from '../../src/lower/rules/rule-set.js';
import type * as ir from '../../src/parse/ir/ir.js';
import type { FnInstance, Program } from '../../src/parse/ir/program.js';
import type { Type } from '../../src/parse/ir/types.js';
import type { Value } from '../../src/parse/ir/values.js';
import { walkBlock } from '../../src/parse/ir/walk.js';
import { analyseProgram } from '../../src/parse/sema/analyse.js';
import { readRuleFiles } from '../../src/project/rule-files.js';
import { fileSystemHost, memoryHost } from '../../src/project/source-host.js';
import { findZigLib } from '../../src/project/zig-lib.js';

export interface Analysed {
  readonly program: Program;
  readonly rules: RuleSet;
  readonly trace: readonly TraceEvent[];
}

const ROOT = '/rules-test/main.zig';

/** Analyses a Zig text with the built-in rules, or with others. */
export function analyse(text: string, files = readRuleFiles([])): Analysed {
  const zigLibDir = findZigLib(undefined);
  if (zigLibDir === undefined) throw new Error('there is no Zig library to test against');
  const host = memoryHost(new Map([[ROOT, text]]), fileSystemHost());
  const trace: TraceEvent[] = [];
  let rules: RuleSet | undefined;
  const analysed = analyseProgram(host, ROOT, {
    zigLibDir,
    rules: (compilation) => {
      const sources = {
        source: (path: string) => compilation.files.get(path)?.source,
        isReached: (path: string) => compilation.files.has(path),
        modules: new Map([['std', join(zigLibDir, 'std', 'std.zig')]]),
      };
      const made = ruleSetOf(files, sources, (event) => trace.push(event)).rules;
      rules = made;
      return {
        cut: (instance) => made.cutAtSignature(instance)?.rule,
        methodsOf: (instance, args) => made.methodsOf(instance, args),
        standsFor: (instance, args) => made.standsFor(instance, args),
        replacesType: (container) => made.isInsideMapped(container),
        valueType: (decl) => made.valueRule(decl)?.signature.type,
      };
    },
  });
  if (analysed === undefined || rules === undefined) throw new Error('the text was not analysed');
  const { program } = analysed;
  if (program.diagnostics.length > 0) throw new Error(JSON.stringify(program.diagnostics.map((one) => one.args)));
  return { program, rules, trace };
}

/** The Rust of every call in the text that a rule maps, in order; calls inside of mapped calls come with them. */
export function portedCalls(body: string, declarations = ''): readonly string[] {
  const analysed = analyse(`const std = @import("std");\n${declarations}\ntest "body" {\n${body}\n}\n`);
  const calls: ir.CallExpr[] = [];
  for (const fn of analysed.program.functions) {
    if (fn.container.file.origin !== 'user' || fn.body === undefined) continue;
    walkBlock(fn.body, (node) => {
      if (node.sort !== 'expr' || node.expr.kind !== 'call') return undefined;
      if (instanceOf(node.expr) === undefined || ruleOf(node.expr, analysed) === undefined) return undefined;
      calls.push(node.expr);
      return false;
    });
  }
  return calls.map((call) => port(call, analysed));
}

function instanceOf(call: ir.CallExpr): FnInstance | undefined {
  return call.callee.kind === 'instance' ? call.callee.instance : undefined;
}

function ruleOf(call: ir.CallExpr, { rules }: Analysed) {
  const instance = instanceOf(call);
  return instance === undefined ? undefined : rules.cutAtSignature(instance);
}

function port(call: ir.CallExpr, analysed: Analysed): string {
  const match = ruleOf(call, analysed);
  if (match === undefined) throw new Error('no rule maps the call');
  const applied = applyRule(match, call, fakeHost(analysed));
  if ('refused' in applied) return `refused: ${applied.refused}`;
  const { statements, expr } = applied;
  return printExpr(statements.length === 0 ? expr : build.blockExpr({ statements, tail: expr }));
}

function fakeHost(analysed: Analysed): RuleHost {
  const taken = new Map<string, number>();
  const host: RuleHost = {
    lowerArguments: (requests) => ({ statements: [], exprs: requests.map((request) => lower(request, analysed)) }),
    program: analysed.program,
    rustType,
    constant: (value, type) => constant(value, type),
    undefinedValue: () => build.path('UNDEFINED'),
    undefinedPointee: () => build.path('UNDEFINED'),
    errorType: () => build.typePath('E'),
    runtimePath: (module, item) => [module, item],
    sameAddress: (a, b) => build.call(build.path('core', 'ptr', 'eq'), [a, b]),
    requireEquality: () => {},
    requirePrint: () => true,
    heldAs: () => 'owned',
    elementHeldAs: () => undefined,
    isSentinelStored: () => false,
    adaptResult: (expr) => expr,
    lends: () => undefined,
    isCopied: () => true,
    isPointeeCopied: () => true,
    takesReference: () => false,
    functionPath: (instance) => build.path(instance.decl.name),
    terminatedBytes: (pointer) => pointer,
    tagName: (value) => build.method(value, 'name'),
    intFromEnum: (value) => build.method(value, 'to_int'),
    display: () => undefined,
    initialValue: () => undefined,
    seenType: (type) => type,
    isFirst: () => false,
    enumFromName: () => build.path('E', 'from_name'),
    temporary: (hint) => {
      const count = (taken.get(hint) ?? 0) + 1;
      taken.set(hint, count);
      return count === 1 ? hint : `${hint}_${count}`;
    },
  };
  return host;
}

function lower({ expr, mode, as }: ArgumentRequest, analysed: Analysed): rust.Expr | undefined {
  if (mode === 'drop' || mode === 'type') return undefined;
  if (expr.value !== undefined && isLiteral(expr.value)) return constant(expr.value, as ?? expr.type);
  switch (expr.kind) {
    case 'coerce':
      return lower({ expr: expr.operand, mode }, analysed);
    case 'load':
      return place(expr.place, analysed);
    case 'addressOf':
      return addressOf(expr, mode, analysed);
    case 'call':
      return callOf(expr, analysed);
    default:
      return build.path(`<${expr.kind}>`);
  }
}

/** An array that decays to a slice stays a reference; a pointer to one that is only looked through is its place. */
function addressOf(expr: ir.AddressOf, mode: string, analysed: Analysed): rust.Expr {
  const target = place(expr.place, analysed);
  if (expr.place.type.kind === 'array') return mode === 'write' ? build.refMut(target) : build.refTo(target);
  return mode === 'read' || mode === 'write' ? target : build.refMut(target);
}

function callOf(expr: ir.CallExpr, analysed: Analysed): rust.Expr {
  const instance = instanceOf(expr);
  if (ruleOf(expr, analysed) !== undefined) return build.path(`{${port(expr, analysed)}}`);
  return build.call(build.path(instance?.decl.name ?? 'pointer'), []);
}

function place(one: ir.Place, analysed: Analysed): rust.Expr {
  switch (one.kind) {
    case 'local':
      return build.path(one.local.name);
    case 'global':
      return build.path(one.decl.name);
    case 'fieldPlace':
      return build.field(place(one.base, analysed), one.name);
    case 'deref':
      return build.deref(lower({ expr: one.pointer, mode: 'value' }, analysed) ?? build.unit);
    default:
      return build.path(`<${one.kind}>`);
  }
}

function isLiteral(value: Value): boolean {
  return ['int', 'float', 'bool', 'enumLiteral', 'enum', 'error'].includes(value.kind) || bytesOf(value) !== undefined;
}

function constant(value: Value, type: Type): rust.Expr {
  const bytes = bytesOf(value);
  if (bytes !== undefined) return build.byteStr(bytes);
  switch (value.kind) {
    case 'int':
      return build.int(BigInt(value.int), type.kind === 'int' ? (type.name as rust.IntegerSuffix) : undefined);
    case 'float':
      return build.float(Number.isInteger(value.float) ? value.float.toFixed(1) : String(value.float), 'f64');
    case 'bool':
      return build.bool(value.bool);
    case 'error':
      return build.path('E', value.name);
    case 'enum':
    case 'enumLiteral':
      return build.path('TAG');
    default:
      return build.path(`<${value.kind}>`);
  }
}

function rustType(type: Type): rust.Type {
  if (type.kind === 'int' || type.kind === 'float') return build.typePath(type.name);
  if (type.kind === 'bool') return build.boolType;
  return build.typePath(`Of${type.kind}`);
}

/** A type as a rule's template prints it; for failure messages of tests. */
export function printed(type: rust.Type): string {
  return printType(type);
}
