/**
 * Types as the Rust has them: error sets without what cannot occur, error unions that cannot fail as their payload, arrays with the
 * sentinel that lies behind them as an element.
 */
import type { ErrorSetType, Type } from '../../parse/ir/types.js';
import type { Pool } from '../../parse/sema/pool.js';
import { NO_SENTINELS, type Sentinels, terminatedArray } from './sentinels.js';

/**
 * The mapping of types. `removed` are the error names that no run of the program can produce. Nominal types stay themselves: their
 * fields are mapped where they are looked at. Idempotent, and the identity on types that hold neither an error union nor a sentinel.
 */
export function createNarrow(
  pool: Pool,
  removed: ReadonlySet<string>,
  sentinels: Sentinels = NO_SENTINELS,
): (type: Type) => Type {
  // By identity: types that lowering makes for itself are in no pool and have no id of their own.
  const known = new Map<Type, Type>();
  const narrow = (type: Type): Type => {
    let result = known.get(type);
    if (result === undefined) {
      // A type that contains itself does so through a nominal type, which is not entered.
      result = compute(type);
      known.set(type, result);
      known.set(result, result);
    }
    return result;
  };
  const narrowSet = (set: ErrorSetType): ErrorSetType => {
    const solved = set.kind === 'inferredErrorSet' ? (set.owner.inferredErrors ?? set) : set;
    if (solved.kind !== 'errorSet') return solved;
    const names = solved.names.filter((name) => !removed.has(name));
    return names.length === solved.names.length ? solved : pool.errorSet(names);
  };
  const compute = (type: Type): Type => {
    switch (type.kind) {
      case 'errorSet':
      case 'inferredErrorSet':
        return narrowSet(type);
      case 'errorUnion': {
        const errorSet = narrowSet(type.errorSet);
        const payload = narrow(type.payload);
        if (errorSet.kind === 'errorSet' && errorSet.names.length === 0) return payload;
        return errorSet === type.errorSet && payload === type.payload ? type : pool.errorUnion(errorSet, payload);
      }
      case 'pointer': {
        const child = narrow(type.child);
        return child === type.child ? type : pool.pointer(child, type);
      }
      case 'optional': {
        const child = narrow(type.child);
        return child === type.child ? type : pool.optional(child);
      }
      case 'array': {
        const child = narrow(type.child);
        const terminated = terminatedArray(type);
        if (terminated !== undefined && sentinels.isStored(terminated)) return pool.array(child, type.length + 1);
        return child === type.child ? type : pool.array(child, type.length, type.sentinel, type.lengthParam);
      }
      case 'tuple': {
        const elements = type.elements.map((element) => ({ ...element, type: narrow(element.type) }));
        return elements.every((element, index) => element.type === type.elements[index]?.type)
          ? type
          : pool.tuple(elements);
      }
      case 'fn': {
        const params = type.params.map((param) => ({
          ...param,
          type: param.type === undefined ? undefined : narrow(param.type),
        }));
        const returnType = type.returnType === undefined ? undefined : narrow(type.returnType);
        const isSame =
          returnType === type.returnType && params.every((param, index) => param.type === type.params[index]?.type);
        return isSame ? type : pool.fn(params, returnType, type.callconv, type.varargs);
      }
      default:
        return type;
    }
  };
  return narrow;
}
