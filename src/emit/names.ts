import type { Edition } from './layout/context.js';

/** Keywords that `r#` makes usable as names. */
const keywords: ReadonlySet<string> = new Set(
  (
    'as break const continue else enum extern false fn for if impl in let loop match mod move mut pub ref return static ' +
    'struct trait true type unsafe use where while async await dyn abstract become box do final macro override priv ' +
    'typeof unsized virtual yield try'
  ).split(' '),
);

/** Whether the name needs `r#`. `self`, `super`, `crate` and `Self` cannot have it and are paths. */
export function isKeyword(name: string, edition: Edition): boolean {
  return keywords.has(name) || (name === 'gen' && edition === '2024');
}

/** The name as it is written. */
export function writeName(name: string, edition: Edition): string {
  return isKeyword(name, edition) ? `r#${name}` : name;
}
