/** What is said more shortly: each rewrite once, and what must stay as it is. */
import { expect, test } from 'vitest';
import { printModule } from '../../src/emit/print.js';
import { simplify } from '../../src/emit/simplify.js';
import { parseModuleText } from '../../src/lower/rules/rust-template/index.js';

function simplified(statement: string): string {
  const parsed = parseModuleText(`fn f() { ${statement} }`);
  if (!parsed.ok) throw new Error(`${parsed.message} at ${parsed.offset} in ${statement}`);
  const { text } = printModule(simplify(parsed.node), { edition: '2024' });
  return text.replace(/\s+/g, ' ').replace(/^fn f\(\) \{ (.*) \} $/, '$1');
}

test.each([
  ['an empty block as an argument', 'f({});', 'f(());'],
  ['references that are compared', '_ = &x == &y;', '_ = x == y;'],
  ['a reference to a literal', '_ = x == &[1];', '_ = *x == [1];'],
  ['an empty literal', '_ = x != &[];', '_ = !x.is_empty();'],
  ['nothing', '_ = x != None;', '_ = x.is_some();'],
  ['null', '_ = x == ptr::null_mut();', '_ = x.is_null();'],
  ['a negated question', '_ = !x.is_ok();', '_ = x.is_err();'],
  ['a negated question without an opposite', '_ = !x.is_empty();', '_ = !x.is_empty();'],
  ['a borrow that the call makes', '(&mut x[0]).fill(1);', 'x[0].fill(1);'],
  ['a borrow that the call takes', '(&mut x).take(1);', '(&mut x).take(1);'],
  ['a reference that is read', '_ = *&x;', '_ = x;'],
  ['what a reference leads to', 'f(&*x.as_ref().unwrap());', 'f(x.as_ref().unwrap());'],
  ['text that ends in zero', 'f(b"ab\\0".as_ptr());', 'f(c"ab".as_ptr().cast::<u8>());'],
  ['text with another zero', 'f(b"a\\0b\\0".as_ptr());', 'f(b"a\\0b\\0".as_ptr());'],
  ['what was just wrapped', '_ = Some(x).unwrap();', '_ = x;'],
  ['an iterator that is made anyway', '_ = x.zip(y.into_iter());', '_ = x.zip(y);'],
  ['a match that chooses nothing', 'f(match x { _ => 1, });', 'f(1);'],
  ['a match on a call', 'f(match x() { _ => 1, });', 'f(match x() { _ => 1, });'],
  ['a default that is a literal', 'f(match x { Some(v) => v, None => 3, });', 'f(x.unwrap_or(3));'],
  ['the default of a result', 'f(match x { Ok(v) => v, Err(_) => 3, });', 'f(x.unwrap_or(3));'],
  [
    'a default that is computed',
    'f(match x { Some(v) => v, None => g(), });',
    'f(match x { Some(v) => v, None => g(), });',
  ],
  ['a condition that looks no further', 'if let Some(_) = x {}', 'if x.is_some() {}'],
  ['a condition that binds', 'if let Some(v) = x {}', 'if let Some(v) = x {}'],
  ['leaving with nothing', 'let Some(v) = x else { return None; };', 'let v = x?;'],
  ['leaving with something', 'let Some(v) = x else { return 1; };', 'let Some(v) = x else { return 1; };'],
])('%s', (_title, before, after) => {
  expect(simplified(before)).toBe(after);
});
