//! `rt::parse` against `tests/zig/parse.zig`.

mod common;

use common::{Expected, SplitMix};
use std::fmt::{Display, Write as _};
use zig2rust_runtime::parse::{self, ParseIntError};

fn random_text(random: &mut SplitMix, alphabet: &[u8]) -> Vec<u8> {
    let length = random.next() % 24;
    (0..length)
        .map(|_| alphabet[(random.next() % alphabet.len() as u64) as usize])
        .collect()
}

fn show<T: Display>(line: &mut String, result: Result<T, ParseIntError>) {
    match result {
        Ok(number) => write!(line, " {number}").unwrap(),
        Err(error) => write!(line, " {}", error.name()).unwrap(),
    }
}

fn integers(expected: &mut Expected) {
    let mut random = SplitMix::new(1);
    for i in 0..40000 {
        let alphabet: &[u8] = if i % 2 == 0 {
            b"0123456789"
        } else {
            b"+-_01279afxbozZ"
        };
        let whole = random_text(&mut random, alphabet);
        let text = &whole[..whole.len().min(1 + i % 12)];
        let base = [10, 0, 16, 2, 36][i % 5];
        let mut line = String::from_utf8(text.to_vec()).unwrap();
        show(&mut line, parse::int::<u8>(text, base));
        show(&mut line, parse::int::<i8>(text, base));
        show(&mut line, parse::int::<i16>(text, base));
        show(&mut line, parse::int::<u32>(text, base));
        show(&mut line, parse::int::<i64>(text, base));
        show(&mut line, parse::int::<u128>(text, base));
        show(&mut line, parse::unsigned::<u64>(text, base));
        expected.row(line.as_bytes());
    }
    expected.finish("integers");
}

fn float_row(expected: &mut Expected, text: &[u8]) {
    let mut line = String::from_utf8(text.to_vec()).unwrap();
    match parse::float::<f32>(text) {
        Some(x) if x.is_nan() => line.push_str(" nan"),
        Some(x) => write!(line, " {:x}", x.to_bits()).unwrap(),
        None => line.push_str(" InvalidCharacter"),
    }
    match parse::float::<f64>(text) {
        Some(x) if x.is_nan() => line.push_str(" nan"),
        Some(x) => write!(line, " {:x}", x.to_bits()).unwrap(),
        None => line.push_str(" InvalidCharacter"),
    }
    expected.row(line.as_bytes());
}

fn floats(expected: &mut Expected) {
    let mut random = SplitMix::new(2);
    for i in 0..40000 {
        let alphabet: &[u8] = match i % 4 {
            0 => b"0123456789.",
            1 => b"0123456789.e-_",
            2 => b"0123456789abcdefp.-_",
            _ => b"0123456789ABCDEF.",
        };
        let rest = random_text(&mut random, alphabet);
        let prefix: &[u8] = match i % 8 {
            2 | 3 => b"0x",
            6 => b"-0X",
            7 => b"0x0.000",
            _ if i % 3 == 0 => b"-",
            _ => b"",
        };
        float_row(expected, &[prefix, &rest[..rest.len().min(21)]].concat());
    }
    for text in [
        "inf",
        "-Infinity",
        "+nan",
        "infx",
        "",
        "-",
        "+-1",
        "1e400",
        "1e-400",
        "0x1p-1074",
        "0x1p-1075",
        "0x1.8p-1075",
        "0x1p1024",
        "0x.p1",
        "1e",
        "1_0e1_0",
        "0x1p-149",
        "3.4028236e38",
        "0x1.fffffep127",
    ] {
        float_row(expected, text.as_bytes());
    }
    expected.finish("floats");
}

#[test]
fn parses_what_zig_parses() {
    let mut expected = Expected::load("parse", 4);
    integers(&mut expected);
    floats(&mut expected);
    expected.end();
}
