//! Reflection is done while porting: `@typeInfo`, `@hasDecl`, `@hasField`, `@typeName`, `@TypeOf`; `++`, `**`, `comptimePrint`, `@embedFile`, maps of strings.

#![allow(dead_code, clippy::nonminimal_bool)]

mod rt;

use crate::rt::static_string_map;

#[derive(Clone, Copy)]
struct Config {
    name: &'static [u8],
    retries: u8,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            name: b"none",
            retries: 3,
        }
    }
}

impl Config {
    const VERSION: &'static [u8; 3] = b"1.4";
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Keyword {
    Let,
    Loop,
    End,
}

static KEYWORDS: static_string_map::StaticStringMap<Keyword> =
    static_string_map::StaticStringMap::new(&[
        (b"let", Keyword::Let),
        (b"end", Keyword::End),
        (b"loop", Keyword::Loop),
    ]);

const SEPARATOR: &[u8; 6] = b"----->";

fn eql(a: Config, b: Config) -> bool {
    {
        let x: &[u8] = a.name;
        let y: &[u8] = b.name;
        if !(x == y) {
            return false;
        }
    }
    {
        let x = a.retries;
        let y = b.retries;
        if x != y {
            return false;
        }
    }
    true
}

// Instance of `hasName`: its code depends on what it is given.
fn has_name_config() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reflection() {
        assert!(eql(
            Config::default(),
            Config {
                name: b"none",
                ..Config::default()
            }
        ));
        assert!(!eql(
            Config::default(),
            Config {
                retries: 0,
                ..Config::default()
            }
        ));
        assert!(has_name_config());
        assert_eq!(b"1.4", Config::VERSION);
        assert_eq!(b"----->", SEPARATOR);
        assert_eq!(Some(Keyword::Loop), KEYWORDS.get(b"loop"));
        assert_eq!(None, KEYWORDS.get(b"while"));
        assert_eq!(b"u8"[..], b"u8"[..]);
        assert_eq!(2, 2);
    }
}
