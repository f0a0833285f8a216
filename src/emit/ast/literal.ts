export type IntegerSuffix =
  | 'u8'
  | 'u16'
  | 'u32'
  | 'u64'
  | 'u128'
  | 'usize'
  | 'i8'
  | 'i16'
  | 'i32'
  | 'i64'
  | 'i128'
  | 'isize';
export type FloatSuffix = 'f32' | 'f64';

/**
 * An integer literal. Lowering always states the suffix; the pass in `emit/literals.ts` removes it where rustc finds
 * the same type without it, unless `keepSuffix` says that the author's spelling must stay.
 * `value` is never negative (`-1` is a unary minus).
 */
export interface IntegerLiteral {
  readonly kind: 'int';
  readonly value: bigint;
  readonly suffix?: IntegerSuffix | FloatSuffix | undefined;
  /** The digits as they were written, underscores and radix prefix included; must denote `value`. */
  readonly spelling?: string | undefined;
  readonly keepSuffix?: boolean | undefined;
}

/** A float literal; `spelling` is its Rust text without suffix (`1.0`, `1e10`, `0.5`). */
export interface FloatLiteral {
  readonly kind: 'float';
  readonly spelling: string;
  readonly suffix?: FloatSuffix | undefined;
  readonly keepSuffix?: boolean | undefined;
}

export type Literal =
  | IntegerLiteral
  | FloatLiteral
  | { readonly kind: 'bool'; readonly value: boolean }
  /** A code point. */
  | { readonly kind: 'char'; readonly value: number }
  | { readonly kind: 'byte'; readonly value: number }
  | { readonly kind: 'str'; readonly value: string; readonly raw?: boolean | undefined }
  | { readonly kind: 'byteStr'; readonly value: Uint8Array; readonly raw?: boolean | undefined }
  /** Without its final NUL. */
  | { readonly kind: 'cStr'; readonly value: Uint8Array };

export type LiteralKind = Literal['kind'];
