/** A position in the tokens, with what every part of the parser needs: looking ahead, expecting, collecting comments. */
import type { Comment } from '../../../emit/rust-ast.js';
import { TemplateError } from './error.js';
import { type Token, tokenize } from './token.js';

const keywords: ReadonlySet<string> = new Set(
  (
    'as break const continue crate else enum extern false fn for if impl in let loop match mod move mut pub ref return ' +
    'self Self static struct super trait true type unsafe use where while'
  ).split(' '),
);
const endToken: Token = { kind: 'end', text: '', start: 0, end: 0, newlinesBefore: 0 };

/** Comments before a token, as the node that begins there carries them. */
export interface Leading {
  readonly leading: readonly Comment[];
  readonly blankLineBefore: boolean;
  readonly blankLineAfterLeading: boolean;
}

export class Cursor {
  readonly #tokens: readonly Token[];
  /** For every token the comments between it and the one before. */
  readonly #comments: readonly (readonly Token[])[];
  #index = 0;

  constructor(readonly source: string) {
    const tokens: Token[] = [];
    const comments: (readonly Token[])[] = [];
    let waiting: Token[] = [];
    for (const token of tokenize(source)) {
      if (token.kind === 'comment') {
        waiting.push(token);
      } else {
        tokens.push(token);
        comments.push(waiting);
        waiting = [];
      }
    }
    this.#tokens = tokens;
    this.#comments = comments;
  }

  /** The token `ahead` positions from here. */
  peek(ahead = 0): Token {
    return this.#tokens[this.#index + ahead] ?? endToken;
  }

  next(): Token {
    const token = this.peek();
    this.#index += 1;
    return token;
  }

  /** A place to return to. */
  save(): number {
    return this.#index;
  }
  restore(place: number): void {
    this.#index = place;
    this.#splits.length = 0;
  }

  isPunctuation(text: string, ahead = 0): boolean {
    const token = this.#split(ahead);
    return token.kind === 'punctuation' && token.text === text;
  }

  isKeyword(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && token.isRaw !== true && token.text === word;
  }

  /** A name that is no keyword, or a metavariable in the place of one. */
  isName(ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'meta' || (token.kind === 'name' && (token.isRaw === true || !keywords.has(token.text)));
  }

  acceptPunctuation(text: string): boolean {
    if (!this.isPunctuation(text)) return false;
    this.#consume();
    return true;
  }
  acceptKeyword(word: string): boolean {
    if (!this.isKeyword(word)) return false;
    this.next();
    return true;
  }

  expectPunctuation(text: string): void {
    if (!this.acceptPunctuation(text)) this.fail(`expected \`${text}\``);
  }
  expectKeyword(word: string): void {
    if (!this.acceptKeyword(word)) this.fail(`expected \`${word}\``);
  }
  /** A name, `$name` for a metavariable. */
  expectName(): string {
    if (!this.isName()) this.fail('expected a name');
    const token = this.next();
    return token.kind === 'meta' ? `$${token.text}` : token.text;
  }
  expectLifetime(): string {
    if (this.peek().kind !== 'lifetime') this.fail('expected a lifetime');
    return this.next().text;
  }

  /** Takes one half of a doubled operator: `>` of `>>`, `&` of `&&`. */
  acceptHalf(half: string): boolean {
    if (this.acceptPunctuation(half)) return true;
    const token = this.#split(0);
    if (token.kind !== 'punctuation' || !token.text.startsWith(half) || token.text.length === half.length) return false;
    this.#splits[0] = { ...token, text: token.text.slice(half.length), start: token.start + half.length };
    return true;
  }
  expectHalf(half: string): void {
    if (!this.acceptHalf(half)) this.fail(`expected \`${half}\``);
  }

  fail(message: string, at: Token = this.peek()): never {
    const found = at.kind === 'end' ? 'the end' : `\`${this.source.slice(at.start, at.end)}\``;
    throw new TemplateError(`${message}, found ${found}`, at.start);
  }

  /** Comments between the previous token and this one, those at the end of the previous line excepted. */
  leading(): Leading {
    const { comments, first } = this.#commentsBefore();
    const own = comments.filter((comment, index) => !this.#isTrailing(comment, index));
    const firstToken = own[0] ?? first;
    return {
      leading: own.map((comment) => ({
        text: comment.text,
        ...(comment.newlinesBefore > 1 ? { blankLineBefore: true } : {}),
      })),
      blankLineBefore: firstToken.newlinesBefore > 1,
      blankLineAfterLeading: own.length > 0 && first.newlinesBefore > 1,
    };
  }

  /** The comment at the end of the previous token's line. */
  trailing(): string | undefined {
    const [first] = this.#commentsBefore().comments;
    return first !== undefined && this.#isTrailing(first, 0) ? first.text : undefined;
  }

  #isTrailing(comment: Token, index: number): boolean {
    return index === 0 && comment.newlinesBefore === 0 && this.#index > 0;
  }

  #commentsBefore(): { readonly comments: readonly Token[]; readonly first: Token } {
    return { comments: this.#comments[this.#index] ?? [], first: this.peek() };
  }

  /** What is left of a doubled operator after one half was taken. */
  readonly #splits: Token[] = [];

  #split(ahead: number): Token {
    return ahead === 0 ? (this.#splits[0] ?? this.peek()) : this.peek(ahead);
  }
  #consume(): void {
    this.#splits.length = 0;
    this.#index += 1;
  }
}
