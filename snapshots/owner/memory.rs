//! Memory with an owner: results that the caller frees, structs that free what they hold, lists, `create` and `destroy`.

#![allow(
    dead_code,
    clippy::should_implement_trait,
    clippy::while_let_on_iterator,
    clippy::wrong_self_convention
)]

mod rt;
pub mod zig_std;

use crate::rt::range;
use crate::zig_std::mem;

fn repeat(text: &[u8], times: usize) -> Vec<u8> {
    let mut result = vec![0u8; text.len() * times];
    for i in 0..times {
        range::copy(&mut result[i * text.len()..][..text.len()], text);
    }
    result
}

struct Person {
    name: Vec<u8>,
    age: u8,
}

impl Person {
    fn init(name: &[u8], age: u8) -> Person {
        Person {
            name: name.to_vec(),
            age,
        }
    }
}

struct Words<'a> {
    list: Vec<&'a [u8]>,
}

impl<'a> Words<'a> {
    fn split(text: &'a [u8]) -> Words<'a> {
        let mut words: Words<'_> = Words { list: Vec::new() };
        let mut it = mem::tokenize_scalar_u8(text, b' ');
        while let Some(word) = it.next() {
            words.list.push(word);
        }
        words
    }
}

struct Tree {
    value: i32,
    left: Option<Box<Tree>>,
    right: Option<Box<Tree>>,
}

impl Tree {
    fn insert(&mut self, value: i32) {
        let side: &mut Option<Box<Tree>> = if value < self.value {
            &mut self.left
        } else {
            &mut self.right
        };
        if let Some(ref mut child) = *side {
            child.insert(value);
            return;
        }
        let child = Box::new(Tree {
            value,
            left: None,
            right: None,
        });
        *side = Some(child);
    }

    fn sum(&self) -> i32 {
        let mut total = self.value;
        if let Some(ref left) = self.left {
            total += left.sum();
        }
        if let Some(ref right) = self.right {
            total += right.sum();
        }
        total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owned() {
        let text = repeat(b"ab", 3);
        assert_eq!(b"ababab", &text[..]);
        let person: Person = Person::init(b"Ada", 36);
        assert_eq!(b"Ada", &person.name[..]);
        let words = Words::split(b"to be or not");
        assert_eq!(4, words.list.len());
        let mut tree = Box::new(Tree {
            value: 5,
            left: None,
            right: None,
        });
        tree.insert(3i32);
        tree.insert(8i32);
        assert_eq!(16i32, tree.sum());
    }
}
