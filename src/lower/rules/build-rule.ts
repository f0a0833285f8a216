/** From the text of one rule to the rule: signatures and templates parsed, names checked against each other. */
import { type Diagnostic, diagnostic } from '../../diagnostics.js';
import type * as ast from '../../parse/syntax/ast.js';
import { conditionNode, isTypeClass } from './conditions.js';
import type { RulePlace } from './load.js';
import { metavariables } from './metavariables.js';
import type {
  CallRule,
  Condition,
  DataRule,
  ResultMode,
  RuleBase,
  Signature,
  SignatureKind,
  SignatureParameter,
  TypeRule,
  ValueRule,
} from './rule.js';
import { type ParseResult, parseExprTemplate, parseTypeTemplate } from './rust-template/parse.js';
import { KEYS_OF_KIND, type RuleText } from './schema.js';
import { parseSignature, ungrouped } from './signature.js';

const KIND_NAMES: { readonly [Kind in SignatureKind]: string } = {
  fn: 'function',
  type: 'type',
  value: 'constant or field',
};

/** Builds a rule; undefined after a fault, which has been reported. */
export function buildRule(text: RuleText, place: RulePlace): DataRule | undefined {
  const signatures = readSignatures(text, place);
  const kind = signatures?.[0]?.kind;
  if (signatures === undefined || kind === undefined) return undefined;
  const faults = [
    ...misplacedKeys(text, kind, place),
    ...mixedKinds(signatures, kind, place),
    ...unknownParameters(text, signatures, place),
  ];
  for (const fault of faults) place.report(fault);
  const conditions = readConditions(text, signatures, place);
  if (faults.length > 0 || conditions === undefined) return undefined;
  const base: RuleBase = {
    id: text.id,
    signatures: signatures.map((signature) => withModes(signature, text.params ?? {})),
    conditions,
    origin: place.origin,
    span: place.document.span(place.path),
  };
  switch (kind) {
    case 'fn':
      return callRule(text, base, place);
    case 'type':
      return typeRule(text, base, place);
    case 'value':
      return valueRule(text, base, place);
  }
}

function readSignatures(text: RuleText, place: RulePlace): readonly Signature[] | undefined {
  const single = typeof text.zig === 'string';
  const texts = typeof text.zig === 'string' ? [text.zig] : text.zig;
  const signatures: Signature[] = [];
  for (const [index, one] of texts.entries()) {
    const parsed = parseSignature(one);
    if ('signature' in parsed) {
      signatures.push(parsed.signature);
      continue;
    }
    const at = single ? [...place.path, 'zig'] : [...place.path, 'zig', index];
    const { start, end, message } = parsed.fault;
    place.report(diagnostic('rule-signature', place.document.textSpan(at, start, end), { message }));
  }
  return signatures.length === texts.length ? signatures : undefined;
}

function misplacedKeys(text: RuleText, kind: SignatureKind, { document, path }: RulePlace): readonly Diagnostic[] {
  const others = Object.entries(KEYS_OF_KIND).flatMap(([of, keys]) => (of === kind ? [] : [...keys]));
  const misplaced = others.filter((key) => text[key] !== undefined);
  return misplaced.map((key) =>
    diagnostic('rule-misplaced-key', document.keySpan(path, key), { key, kind: KIND_NAMES[kind] }),
  );
}

function mixedKinds(signatures: readonly Signature[], kind: SignatureKind, place: RulePlace): readonly Diagnostic[] {
  const other = signatures.find((signature) => signature.kind !== kind);
  if (other === undefined) return [];
  const message = `the alternatives are a ${KIND_NAMES[kind]} and a ${KIND_NAMES[other.kind]}`;
  return [diagnostic('rule-contradiction', place.document.span([...place.path, 'zig']), { message })];
}

function namesOf(signature: Signature): ReadonlySet<string> {
  return new Set([...signature.pathVariables, ...signature.params.map((param) => param.name)]);
}

/** Names under `params`, `when` and `result` that no alternative has. */
function unknownParameters(text: RuleText, signatures: readonly Signature[], place: RulePlace): readonly Diagnostic[] {
  const known = new Set(signatures.flatMap((signature) => [...namesOf(signature)]));
  const missing = (key: 'params' | 'when', names: readonly string[]) =>
    names
      .filter((name) => !known.has(name))
      .map((name) =>
        diagnostic('rule-unknown-parameter', place.document.keySpan([...place.path, key], name), { name }),
      );
  const faults = [
    ...missing('params', Object.keys(text.params ?? {})),
    ...missing('when', Object.keys(text.when ?? {})),
  ];
  const from = typeof text.result === 'object' ? Object.values(text.result)[0] : undefined;
  if (from === undefined || known.has(from)) return faults;
  return [
    ...faults,
    diagnostic('rule-unknown-parameter', place.document.span([...place.path, 'result']), { name: from }),
  ];
}

function readConditions(
  text: RuleText,
  signatures: readonly Signature[],
  place: RulePlace,
): readonly Condition[] | undefined {
  const conditions = Object.entries(text.when ?? {}).map(([variable, words]): Condition => {
    return { variable, anyOf: (Array.isArray(words) ? words : [words]).map(String) };
  });
  const unknown = conditions.flatMap(({ variable, anyOf }) =>
    anyOf
      .filter((word) => !isTypeClass(word) && conditionNode(word) === undefined)
      .map((word) => diagnostic('rule-condition', place.document.span([...place.path, 'when', variable]), { word })),
  );
  for (const fault of unknown) place.report(fault);
  return unknown.length > 0 || signatures.length === 0 ? undefined : conditions;
}

function withModes(signature: Signature, modes: NonNullable<RuleText['params']>): Signature {
  const params = signature.params.map((param): SignatureParameter => {
    return { ...param, mode: modes[param.name] ?? param.mode };
  });
  return { ...signature, params };
}

function callRule(text: RuleText, base: RuleBase, place: RulePlace): CallRule | undefined {
  const template = readTemplate(text, 'rust', parseExprTemplate, base, place, []);
  const lent = text.lent === undefined ? undefined : readTemplate(text, 'lent', parseExprTemplate, base, place, []);
  if (template === undefined || (text.lent !== undefined && lent === undefined)) return undefined;
  if (text.infallible === true && text.errors !== undefined) {
    const message = 'a rule is infallible or has errors, not both';
    place.report(diagnostic('rule-contradiction', place.document.keySpan(place.path, 'errors'), { message }));
    return undefined;
  }
  const unused = unusedParameters(base.signatures, new Set(metavariables(template)));
  for (const name of unused) {
    place.report(diagnostic('rule-unused-parameter', place.document.span([...place.path, 'rust']), { name }));
  }
  const isUnstated = text.result === undefined && reportUnstatedResult(base.signatures, place);
  if (unused.length > 0 || isUnstated) return undefined;
  return {
    ...base,
    kind: 'call',
    template,
    lent,
    errors: text.infallible === true ? [] : text.errors,
    result: resultMode(text.result, base.signatures[0]),
    isRelease: text.release === true,
    unsafe: text.unsafe,
    isConst: text.const === true,
  };
}

function typeRule(text: RuleText, base: RuleBase, place: RulePlace): TypeRule | undefined {
  const template = readTemplate(text, 'rust', parseTypeTemplate, base, place, []);
  const plain = text.plain === undefined ? undefined : readTemplate(text, 'plain', parseTypeTemplate, base, place, []);
  const initial =
    text.initial === undefined ? undefined : readTemplate(text, 'initial', parseExprTemplate, base, place, []);
  if (template === undefined) return undefined;
  if (text.plain !== undefined && plain === undefined) return undefined;
  if (text.initial !== undefined && initial === undefined) return undefined;
  const isOwner = text.owner === true;
  return {
    ...base,
    kind: 'type',
    template,
    initial,
    isOwner,
    plain,
    isAllocator: text.allocator === true,
    keys: text.keys,
  };
}

function valueRule(text: RuleText, base: RuleBase, place: RulePlace): ValueRule | undefined {
  const read = (key: 'rust' | 'length' | 'store' | 'storeLength', extra: readonly string[]) =>
    text[key] === undefined ? undefined : readTemplate(text, key, parseExprTemplate, base, place, extra);
  const template = read('rust', ['self']);
  const length = read('length', ['self']);
  const store = read('store', ['self', 'value']);
  const storeLength = read('storeLength', ['self', 'value']);
  const isBroken =
    (text.length !== undefined && length === undefined) ||
    (text.store !== undefined && store === undefined) ||
    (text.storeLength !== undefined && storeLength === undefined);
  return template === undefined || isBroken
    ? undefined
    : { ...base, kind: 'value', template, length, store, storeLength };
}

/** Parses a template and checks that every alternative binds its names. */
function readTemplate<Node>(
  text: RuleText,
  key: 'rust' | 'lent' | 'plain' | 'initial' | 'length' | 'store' | 'storeLength',
  parse: (template: string) => ParseResult<Node>,
  base: RuleBase,
  place: RulePlace,
  extra: readonly string[],
): Node | undefined {
  const at = [...place.path, key];
  const template = text[key] ?? '';
  const parsed = parse(template);
  if (!parsed.ok) {
    const span = place.document.textSpan(at, parsed.offset, template.length);
    place.report(diagnostic('rule-template', span, { message: parsed.message }));
    return undefined;
  }
  const used = new Set(metavariables(parsed.node));
  let isBound = true;
  for (const signature of base.signatures) {
    const known = new Set([...namesOf(signature), ...extra, ...(signature.kind === 'fn' ? ['Result'] : [])]);
    for (const name of used) {
      if (known.has(name)) continue;
      isBound = false;
      place.report(diagnostic('rule-unbound-name', place.document.span(at), { name, signature: signature.text }));
    }
  }
  return isBound ? parsed.node : undefined;
}

/** Parameters that carry a value at run time and that the template does not mention. */
function unusedParameters(signatures: readonly Signature[], used: ReadonlySet<string>): readonly string[] {
  const carried = signatures.flatMap((signature) =>
    signature.params.filter((param) => !['type', 'drop'].includes(param.mode)).map((param) => param.name),
  );
  return [...new Set(carried)].filter((name) => !used.has(name));
}

/** A pointer or slice comes from somewhere; the representation pass has to know from where. */
function reportUnstatedResult(signatures: readonly Signature[], place: RulePlace): boolean {
  const unstated = signatures.find((signature) => payloadOf(signature.type)?.kind === 'pointerType');
  if (unstated === undefined) return false;
  place.report(diagnostic('rule-result-unstated', place.document.span(place.path), { signature: unstated.text }));
  return true;
}

function resultMode(result: RuleText['result'], signature: Signature | undefined): ResultMode {
  if (result === undefined) return defaultResult(signature);
  if (result === 'value' || result === 'owned') return { kind: result };
  if ('borrows' in result) return { kind: 'borrows', from: result.borrows, isMutable: false };
  if ('borrowsMut' in result) return { kind: 'borrows', from: result.borrowsMut, isMutable: true };
  return { kind: 'element', variable: result.element };
}

/** A result of the path's own type variable is what the receiver holds; everything else points nowhere unless the rule says so. */
function defaultResult(signature: Signature | undefined): ResultMode {
  const payload = payloadOf(signature?.type);
  const name = payload?.kind === 'identifier' ? payload.name.text : undefined;
  const isHeld = name !== undefined && signature?.pathVariables.includes(name) === true;
  return isHeld ? { kind: 'element', variable: name } : { kind: 'value' };
}

function payloadOf(written: ast.Expression | undefined): ast.Expression | undefined {
  const type = ungrouped(written);
  if (type?.kind === 'binary' && type.operator === '!') return payloadOf(type.right);
  if (type?.kind === 'unary' && type.operator === '?') return payloadOf(type.operand);
  return type;
}
