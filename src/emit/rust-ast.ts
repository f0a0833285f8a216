/**
 * The Rust AST: what lowering builds and the printer turns into text. Plain readonly data, tagged by `kind`; nothing
 * in it is Rust text except names, number spellings and comments. Parentheses, `r#`, trailing commas, shorthand
 * fields and layout are the printer's business.
 */
export type * from './ast/attribute.js';
export type * from './ast/expr.js';
export type * from './ast/item.js';
export type * from './ast/literal.js';
export type * from './ast/macro.js';
export type * from './ast/path.js';
export type * from './ast/pattern.js';
export type * from './ast/stmt.js';
export type * from './ast/trivia.js';
export type * from './ast/type.js';
