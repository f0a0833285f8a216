/** Makes a TypeScript rule; its signatures are checked when the module is loaded. */
import type { CodeRule } from './define.js';
import type { ParameterMode, ResultMode, Signature } from './rule.js';
import { parseSignature } from './signature.js';

export interface CodeRuleText {
  readonly id: string;
  readonly zig: string | readonly string[];
  readonly params?: Readonly<Record<string, ParameterMode>>;
  /** Types or classes (`conditions.ts`) that metavariables must be of. */
  readonly when?: Readonly<Record<string, string>>;
  /** The error set after porting; `[]`: it cannot fail. */
  readonly errors?: readonly string[];
  readonly result?: ResultMode;
  /** The call only frees what its argument owns. */
  readonly isRelease?: boolean;
  readonly isExchange?: boolean;
  readonly uses?: CodeRule['uses'];
  readonly methods?: CodeRule['methods'];
  readonly standsFor?: CodeRule['standsFor'];
  readonly apply: CodeRule['apply'];
}

/** Defines a rule in TypeScript. Throws where a signature is not Zig: the rule's author sees it at once. */
export function defineRule(text: CodeRuleText): CodeRule {
  const texts = typeof text.zig === 'string' ? [text.zig] : text.zig;
  return {
    kind: 'code',
    id: text.id,
    signatures: texts.map((one) => signatureOf(text, one)),
    conditions: Object.entries(text.when ?? {}).map(([variable, word]) => ({ variable, anyOf: [word] })),
    errors: text.errors,
    result: text.result ?? { kind: 'value' },
    isRelease: text.isRelease ?? false,
    ...(text.isExchange === undefined ? {} : { isExchange: text.isExchange }),
    uses: text.uses,
    methods: text.methods,
    standsFor: text.standsFor,
    origin: 'builtin',
    span: { file: `rule ${text.id}`, start: 0, end: 0 },
    apply: text.apply,
  };
}

function signatureOf(text: CodeRuleText, one: string): Signature {
  const parsed = parseSignature(one);
  if ('fault' in parsed) throw new Error(`rule ${text.id}: ${one}: ${parsed.fault.message}`);
  const { signature } = parsed;
  const params = signature.params.map((param) => ({ ...param, mode: text.params?.[param.name] ?? param.mode }));
  return { ...signature, params };
}
