/** The values of literal tokens. */
import type { FloatSuffix, IntegerSuffix, Literal } from '../../../emit/rust-ast.js';
import { TemplateError } from './error.js';
import type { Token } from './token.js';

const literalKinds: ReadonlySet<string> = new Set([
  'int',
  'float',
  'char',
  'byte',
  'str',
  'rawStr',
  'byteStr',
  'rawByteStr',
  'cStr',
]);

export function isLiteralToken(token: Token): boolean {
  return (
    literalKinds.has(token.kind) ||
    (token.kind === 'name' && token.isRaw !== true && (token.text === 'true' || token.text === 'false'))
  );
}

/** The literal of a token for which `isLiteralToken` holds. */
export function literalOf(token: Token): Literal {
  switch (token.kind) {
    case 'int':
      return integer(token);
    case 'float': {
      const suffix = /f(?:32|64)$/.exec(token.text)?.[0] as FloatSuffix | undefined;
      return {
        kind: 'float',
        spelling: token.text.slice(0, token.text.length - (suffix?.length ?? 0)),
        suffix,
        keepSuffix: true,
      };
    }
    case 'char':
      return { kind: 'char', value: unescaped(token).codePointAt(0) ?? 0 };
    case 'byte':
      return { kind: 'byte', value: unescaped(token).codePointAt(0) ?? 0 };
    case 'str':
      return { kind: 'str', value: unescaped(token) };
    case 'rawStr':
      return { kind: 'str', value: token.text, raw: true };
    case 'byteStr':
      return { kind: 'byteStr', value: bytes(unescaped(token)) };
    case 'rawByteStr':
      return { kind: 'byteStr', value: bytes(token.text), raw: true };
    case 'cStr':
      return { kind: 'cStr', value: cBytes(token) };
    default:
      return { kind: 'bool', value: token.text === 'true' };
  }
}

/** Suffixes in a template are the rule author's choice and stay. */
function integer(token: Token): Literal {
  const suffix = /^0x/.test(token.text)
    ? /[ui](?:8|16|32|64|128|size)$/.exec(token.text)?.[0]
    : /[uif](?:8|16|32|64|128|size)$/.exec(token.text)?.[0];
  const spelling = token.text.slice(0, token.text.length - (suffix?.length ?? 0));
  const value = BigInt(spelling.replaceAll('_', ''));
  return { kind: 'int', value, suffix: suffix as IntegerSuffix | FloatSuffix | undefined, spelling, keepSuffix: true };
}

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

function unescaped(token: Token): string {
  const pattern = /\\(?:u\{([0-9a-fA-F_]+)\}|x([0-9a-fA-F]{2})|\n\s*|([\s\S]))/g;
  return token.text.replace(pattern, (whole: string, unicode?: string, hex?: string, simple?: string) => {
    if (unicode !== undefined) return String.fromCodePoint(Number.parseInt(unicode.replaceAll('_', ''), 16));
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (simple === undefined) return '';
    const character = simpleEscapes[simple];
    if (character === undefined) throw new TemplateError(`unknown escape ${whole}`, token.start);
    return character;
  });
}

/** One byte for each character: byte strings hold ASCII and `\x` escapes. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function cBytes(token: Token): Uint8Array {
  return /\\x/.test(token.text) ? bytes(unescaped(token)) : new TextEncoder().encode(unescaped(token));
}
