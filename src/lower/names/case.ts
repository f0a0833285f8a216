/** Re-casing Zig's names to Rust's conventions. A run of capitals is one word: `toAPI` is `to_api`, `HTTPServer` is `http_server`. */

/** The words of a name, in their own spelling; what no Rust identifier can hold separates words. */
export function wordsOf(name: string): readonly string[] {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((part) => part.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u))
    .filter((word) => word !== '');
}

function identifier(text: string, fallback: string): string {
  if (text === '') return fallback;
  return /^\p{N}/u.test(text) ? `${fallback}${text}` : text;
}

/** `fooBar` to `foo_bar`; underscores at the ends stay, a name without letters or digits becomes `_` and its code points. */
export function snakeCase(name: string): string {
  const lead = /^_+/.exec(name)?.[0] ?? '';
  const joined = wordsOf(name)
    .map((word) => word.toLowerCase())
    .join('_');
  if (joined === '') return spelledOut(name);
  return identifier(lead + joined + (/(?<!^)_+$/.exec(name)?.[0] ?? ''), '_');
}

/** A word behind others in a snake_case name, where it may start with a digit: `4` of `squares_4`. */
export function snakeCaseEnding(word: string): string {
  const words = wordsOf(word);
  return words.length === 0 ? spelledOut(word) : words.map((one) => one.toLowerCase()).join('_');
}

/** `fooBar` to `FOO_BAR`. */
export function screamingSnakeCase(name: string): string {
  const words = wordsOf(name);
  return words.length === 0
    ? spelledOut(name).toUpperCase()
    : identifier(words.map((word) => word.toUpperCase()).join('_'), 'N');
}

/** `foo_bar` and `fooBar` to `FooBar`; a name that is PascalCase already stays as it is. */
export function pascalCase(name: string): string {
  if (/^\p{Lu}[\p{L}\p{N}]*$/u.test(name)) return name;
  const words = wordsOf(name);
  if (words.length === 0) return `N${spelledOut(name).replaceAll('_', '')}`;
  const joined = words.map((word) => (word[0] ?? '').toUpperCase() + word.slice(1)).reduce(joinPascal, '');
  return identifier(joined, 'N');
}

/** Digits that would run together keep an underscore: `v1_2` is `V1_2`. */
function joinPascal(left: string, right: string): string {
  return /\p{N}$/u.test(left) && /^\p{N}/u.test(right) ? `${left}_${right}` : left + right;
}

/** A name of symbols only, as its code points. */
function spelledOut(name: string): string {
  const codes = [...name].filter((symbol) => symbol !== '_').map((symbol) => (symbol.codePointAt(0) ?? 0).toString(16));
  return codes.length === 0 ? '_' : `_${codes.join('_')}`;
}
