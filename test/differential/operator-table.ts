/**
 * Every operator on integers over widths and edge values. A model in bigints says which operands an operator is defined for: one program
 * per width prints all results, and a program per width and operator tries operands that trap.
 */
import type { SuiteProgram } from '../support/program-suite.js';

interface IntType {
  readonly name: string;
  readonly signed: boolean;
  readonly bits: number;
}

const type = (name: string): IntType => ({ name, signed: name.startsWith('i'), bits: Number(name.slice(1)) });
const TYPES = [
  'u1',
  'u3',
  'i3',
  'i7',
  'u8',
  'i8',
  'u21',
  'i32',
  'i33',
  'u64',
  'i64',
  'u65',
  'i127',
  'u128',
  'i128',
].map(type);

const minOf = ({ signed, bits }: IntType): bigint => (signed ? -(1n << BigInt(bits - 1)) : 0n);
const maxOf = ({ signed, bits }: IntType): bigint => (1n << BigInt(signed ? bits - 1 : bits)) - 1n;
const fits = (value: bigint, of: IntType): boolean => value >= minOf(of) && value <= maxOf(of);
/** Unsigned types that hold amounts of a shift. */
const amountType = ({ bits }: IntType): string => `u${Math.ceil(Math.log2(bits))}`;

function edges(of: IntType): readonly bigint[] {
  const [min, max] = [minOf(of), maxOf(of)];
  const wanted = [min, min + 1n, -2n, -1n, 0n, 1n, 2n, max / 2n, max - 1n, max];
  return [...new Set(wanted)].filter((value) => fits(value, of));
}

interface Operator {
  readonly text: string;
  /** Whether the operands have a result. */
  readonly isDefined: (a: bigint, b: bigint, of: IntType) => boolean;
  readonly isShift?: boolean;
  /** Not for these types: Zig rejects it. */
  readonly except?: (of: IntType) => boolean;
}

const always = (): boolean => true;
const ALWAYS: readonly Operator[] = [
  ...[
    'a +% b',
    'a -% b',
    'a *% b',
    'a +| b',
    'a -| b',
    'a *| b',
    'a & b',
    'a | b',
    'a ^ b',
    '~a',
    '@min(a, b)',
    '@max(a, b)',
  ],
  ...[
    '@addWithOverflow(a, b)[0]',
    '@addWithOverflow(a, b)[1]',
    '@subWithOverflow(a, b)[0]',
    '@subWithOverflow(a, b)[1]',
  ],
  ...[
    '@mulWithOverflow(a, b)[0]',
    '@mulWithOverflow(a, b)[1]',
    '@popCount(a)',
    '@clz(a)',
    '@ctz(a)',
    '@bitReverse(a)',
    '@abs(a)',
  ],
].map((text) => ({ text, isDefined: always }));

const quotient: Operator['isDefined'] = (a, b, of) => b !== 0n && fits(a / b, of);
const remainder: Operator['isDefined'] = (_, b) => b !== 0n;
/** The remainder of `minInt` by -1 is 0, but on native widths Zig's code stops the machine instead: not compared. */
const isComparable = ([a, b]: Pair, of: IntType, { text }: Operator): boolean =>
  !(/@rem|@mod/.test(text) && b === -1n && a === minOf(of));
const inWidth: Operator['isDefined'] = (_, amount, of) => amount < BigInt(of.bits);
const unsignedOnly = (of: IntType): boolean => of.signed;

const CHECKED: readonly Operator[] = [
  { text: 'a + b', isDefined: (a, b, of) => fits(a + b, of) },
  { text: 'a - b', isDefined: (a, b, of) => fits(a - b, of) },
  { text: 'a * b', isDefined: (a, b, of) => fits(a * b, of) },
  { text: '-a', isDefined: (a, _, of) => fits(-a, of), except: (of) => !of.signed },
  { text: 'a / b', isDefined: quotient, except: unsignedOnly },
  { text: 'a % b', isDefined: remainder, except: unsignedOnly },
  { text: '@divTrunc(a, b)', isDefined: quotient },
  { text: '@divFloor(a, b)', isDefined: quotient },
  { text: '@divExact(a, b)', isDefined: (a, b, of) => quotient(a, b, of) && a % b === 0n },
  { text: '@rem(a, b)', isDefined: remainder },
  { text: '@mod(a, b)', isDefined: remainder },
  { text: 'a << b', isDefined: inWidth, isShift: true },
  { text: 'a >> b', isDefined: inWidth, isShift: true },
  { text: 'a <<| b', isDefined: always, isShift: true },
  { text: '@shlExact(a, b)', isDefined: (a, b, of) => inWidth(a, b, of) && fits(a << b, of), isShift: true },
  { text: '@shrExact(a, b)', isDefined: (a, b, of) => inWidth(a, b, of) && (a >> b) << b === a, isShift: true },
];

type Pair = readonly [a: bigint, b: bigint];

function pairsOf(of: IntType, operator: Operator): readonly Pair[] {
  const { isShift } = operator;
  const most = (1n << BigInt(Math.ceil(Math.log2(of.bits)))) - 1n;
  const amounts = [0n, 1n, BigInt(of.bits - 1), BigInt(of.bits), most].filter(
    (amount) => amount >= 0n && amount <= most,
  );
  const seconds = isShift === true ? [...new Set(amounts)] : edges(of);
  const all = edges(of).flatMap((a) => seconds.map((b): Pair => [a, b]));
  return all.filter((pair) => isComparable(pair, of, operator));
}

const HEADER = 'const std = @import("std");\nconst print = std.debug.print;\n';

/** A loop over the pairs, which the compiler does not see through: they come from a variable. */
function table(of: IntType, operator: Operator, pairs: readonly Pair[], at: number): string {
  const second = operator.isShift === true ? amountType(of) : of.name;
  const list = (values: readonly bigint[]) => values.join(', ');
  const [as, bs] = [`as${at}`, `bs${at}`];
  return `    var ${as} = [_]${of.name}{ ${list(pairs.map(([a]) => a))} };
    var ${bs} = [_]${second}{ ${list(pairs.map(([, b]) => b))} };
    _ = .{ &${as}, &${bs} };
    print("${operator.text}\\n", .{});
    for (${as}, ${bs}) |a, b| print("{d} {d}: {d}\\n", .{ a, b, ${operator.text} });
`;
}

export interface OperatorProgram extends SuiteProgram {
  readonly traps: boolean;
}

function programsOf(of: IntType): readonly OperatorProgram[] {
  const operators = [...ALWAYS, ...CHECKED].filter(({ except }) => except?.(of) !== true);
  const defined = operators.map((operator, at) => {
    const pairs = pairsOf(of, operator).filter(([a, b]) => operator.isDefined(a, b, of));
    return pairs.length === 0 ? '' : table(of, operator, pairs, at);
  });
  const results = { name: of.name, text: `${HEADER}pub fn run() void {\n${defined.join('')}}\n`, traps: false };
  const trapping = operators.flatMap((operator) => {
    const pairs = pairsOf(of, operator).filter(([a, b]) => !operator.isDefined(a, b, of));
    return pairs.slice(0, 1).map((pair) => ({
      name: `${of.name}: ${operator.text} of ${pair.join(' and ')}`,
      text: `${HEADER}pub fn run() void {\n${table(of, operator, [pair], 0)}}\n`,
      traps: true,
    }));
  });
  return [results, ...trapping];
}

export const OPERATOR_PROGRAMS: readonly OperatorProgram[] = TYPES.flatMap(programsOf);
