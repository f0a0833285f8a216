/**
 * The base line: every pointer raw, every value `Copy`, nothing erased. It needs no proof, always compiles, and is what each
 * program had if this pass did not exist.
 */
import type { Type } from '../../parse/ir/types.js';
import type { NominalRepr, Representation, SignatureRepr, TypeRepr } from './contract.js';
import { NO_SENTINELS } from './sentinels.js';
import { PLAIN, rawRepr } from './type-repr.js';

const PLAIN_NOMINAL: NominalRepr = { ownership: 'plain', lifetimes: [], isCopy: true };
const NO_LIFETIMES: SignatureRepr = { lifetimes: [] };

/** The representation in which everything is raw and `Copy`. */
export function rawRepresentation(): Representation {
  const memo = new Map<number, TypeRepr>();
  const ofType = (type: Type): TypeRepr => {
    const known = memo.get(type.id);
    if (known !== undefined) return known;
    const repr = rawRepr(type);
    memo.set(type.id, repr);
    return repr;
  };
  return {
    local: (local) => ofType(local.type),
    param: (instance, index) => ofType(parameterType(instance.params, index)),
    result: (instance) => ofType(instance.returnType),
    field: (type, index) => (type.fields?.[index] === undefined ? PLAIN : ofType(type.fields[index].type)),
    global: (decl) => (decl.type === undefined ? PLAIN : ofType(decl.type)),
    expr: (expr) => ofType(expr.type),
    place: (place) => ofType(place.type),
    nominal: () => PLAIN_NOMINAL,
    signature: () => NO_LIFETIMES,
    use: () => 'copy',
    evaluation: () => 'inOrder',
    loopStyle: () => 'index',
    vanishes: () => false,
    isReleaseFunction: () => false,
    standsFor: () => {},
    borrow: () => undefined,
    lends: () => undefined,
    isLent: () => false,
    leaks: () => false,
    refusal: () => undefined,
    binding: () => 'value',
    initialValue: () => undefined,
    stored: () => undefined,
    isErased: () => false,
    erasedParams: new Set(),
    allocation: { isObserved: true, reasons: [] },
    body: (instance) => instance.body,
    init: (decl) => decl.init,
    type: (type) => type,
    sentinels: NO_SENTINELS,
    promoted: new Set(),
    why: () => [],
    diagnostics: [],
  };
}

function parameterType(params: readonly { readonly type: Type }[], index: number): Type {
  const param = params[index];
  if (param === undefined) throw new RangeError(`no parameter ${index}`);
  return param.type;
}
