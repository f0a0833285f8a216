/** Rule templates: parsed to Rust AST once, when a rule is read. */
import type * as rust from '../../emit/rust-ast.js';

/** A fault in a template: offsets in its text. */
export interface TemplateFault {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export type ParsedTemplate<Node> = { readonly node: Node } | { readonly fault: TemplateFault };

export function parseExprTemplate(text: string): ParsedTemplate<rust.Expr> {
  return { fault: { message: 'templates are not read yet', start: 0, end: text.length } };
}

export function parseTypeTemplate(text: string): ParsedTemplate<rust.Type> {
  return { fault: { message: 'templates are not read yet', start: 0, end: text.length } };
}
