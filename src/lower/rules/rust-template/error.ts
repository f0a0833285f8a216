/** Rust text that is not Rust, or not what was expected at its place. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  constructor(
    message: string,
    /** Offset in the template's text, in UTF-16 units. */
    readonly offset: number,
  ) {
    super(message);
  }
}
