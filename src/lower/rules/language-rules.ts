/**
 * The catalogue of porting rules of the language: `rules/language/<section>.yaml`. What such a rule means is written in `src/lower`; its
 * entry says which Zig becomes which Rust, where that is lowered, which snapshots show it, and, where the obvious Rust would be wrong,
 * which tests prove that ours is not. test/rules/language.test.ts holds every entry to what is there.
 */
import { parse } from 'yaml';
import { z } from 'zod';

const paths = z.array(z.string().min(1)).min(1);

/** An entry. `zig` and `rust` are in words and code, for people: nothing matches by them. */
export const languageRuleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is made of lower-case words joined by hyphens'),
  zig: z.string().min(1).describe('The idiom of Zig.'),
  rust: z.string().min(1).describe('What it becomes.'),
  lowered: paths.describe('The files that do it, from the root of the package.'),
  snapshots: paths.describe('Names below snapshots/ that show it.'),
  pitfall: z
    .strictObject({
      obvious: z
        .string()
        .min(1)
        .describe('What the obvious Rust would get wrong; test/pitfalls/ID.rs is a program in it.'),
      fails: z
        .enum(['compile', 'behaviour', 'memory'])
        .describe('How that program fails: rustc rejects it, it does something else, or AddressSanitizer reports it.'),
      tests: paths.describe('`file: name` of the tests that fail with the obvious Rust.'),
    })
    .optional(),
  open: z.string().min(1).optional().describe('What of it is not ported, and is reported instead.'),
});

export type LanguageRule = z.infer<typeof languageRuleSchema> & { readonly section: string };

/** The rules of one file of the catalogue. Throws zod's error where the file does not have the form. */
export function readLanguageRules(section: string, text: string): readonly LanguageRule[] {
  return z
    .array(languageRuleSchema)
    .parse(parse(text))
    .map((rule) => ({ ...rule, section }));
}
