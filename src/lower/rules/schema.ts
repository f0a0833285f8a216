/**
 * The form of a rule file, as zod schemas: a YAML list of rules. The JSON schema for editors is generated from here
 * (`zig2rust rules schema`); the descriptions are what an editor shows.
 */
import { z } from 'zod';
import { PARAMETER_MODES } from './rule.js';

const template = z.string().min(1);
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is made of lower-case words joined by hyphens')
  .describe('Names the rule, its snapshot, and what `rules test -f` takes.');

const result = z
  .union([
    z.enum(['value', 'owned']),
    z.strictObject({ borrows: z.string() }),
    z.strictObject({ borrowsMut: z.string() }),
    z.strictObject({ element: z.string() }),
  ])
  .describe(
    'What the result points to: nothing new, memory that the caller frees, a parameter, or a type argument held by `self`.',
  );

const word = z.union([z.string(), z.number(), z.boolean()]);
const words = z.union([word, z.array(word).min(1)]);

/** A rule for a declaration; which keys fit depends on whether the signature is a function, a type, or a constant or field. */
export const ruleSchema = z.strictObject({
  id,
  zig: z
    .union([z.string(), z.array(z.string()).min(1)])
    .describe('The signature of the declaration, or one for each version of std.'),
  rust: template.describe('The Rust template. Parameters and type arguments are its metavariables: $name.'),
  lent: template
    .optional()
    .describe(
      'Function whose result is an element that stays where it is: the same as a reference, for elements that own memory.',
    ),
  note: z.string().optional().describe('Why it is so; shown by `rules explain`.'),
  when: z.record(z.string(), words).optional().describe('Types or classes that a metavariable must be of.'),
  params: z
    .record(z.string(), z.enum(PARAMETER_MODES))
    .optional()
    .describe('How arguments are passed, where it is not the default.'),
  result: result.optional(),
  infallible: z.literal(true).optional().describe('The Rust cannot fail: its error set is empty.'),
  errors: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('The errors that the Rust can give, where they are not those declared.'),
  unsafe: z.string().min(1).optional().describe('Why evaluating the template is unsafe.'),
  const: z.literal(true).optional().describe('The template may stand in a Rust constant.'),
  release: z.literal(true).optional().describe('The call only frees what its first argument owns.'),
  owner: z.literal(true).optional().describe('Type: owns memory, is moved and dropped.'),
  plain: template.optional().describe('Type: taken instead where a program copies values of the owner.'),
  initial: template.optional().describe('Type: what `.{}` becomes.'),
  allocator: z.literal(true).optional().describe('Type: its values vanish while no program observes allocation.'),
  keys: z
    .string()
    .optional()
    .describe('Type: the type argument whose values the Rust hashes and compares, as `AutoContext` does.'),
  length: template.optional().describe('Slice field: its `.len`.'),
  store: template.optional().describe('Field: `x.field = $value`.'),
  storeLength: template.optional().describe('Slice field: `x.field.len = $value`.'),
});

/** An error set that the runtime has. */
export const errorSetSchema = z.strictObject({
  id,
  errorSet: z.array(z.string()).min(1).describe('All members of the set.'),
  rust: template.describe('The runtime type: an enum with these variants, a `name()`, and nothing else.'),
  from: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('The ids of the error sets for which the type has a `From`; others get theirs in the crate.'),
  note: z.string().optional(),
});

export const ruleFileSchema = z.array(z.union([ruleSchema, errorSetSchema]));

export type RuleText = z.infer<typeof ruleSchema>;
export type ErrorSetText = z.infer<typeof errorSetSchema>;

/** Keys that only make sense for one kind of signature. */
export const KEYS_OF_KIND = {
  fn: ['lent', 'params', 'result', 'infallible', 'errors', 'unsafe', 'const', 'release'],
  type: ['owner', 'plain', 'initial', 'allocator', 'keys'],
  value: ['length', 'store', 'storeLength'],
} as const satisfies Record<string, readonly (keyof RuleText)[]>;

/** The JSON schema of a rule file. */
export function ruleJsonSchema(): object {
  return { title: 'zig2rust rules', ...z.toJSONSchema(ruleFileSchema) };
}
