//! `rt::fmt`, `rt::fmt_any`, `rt::fmt_float` against `tests/zig/fmt.zig`.

mod common;

use common::{Expected, SplitMix};
use std::fmt::{Arguments, Display, Formatter, Result};
use zig2rust_runtime::fmt::*;
use zig2rust_runtime::fmt_any::*;
use zig2rust_runtime::int::OddInt;
use zig2rust_runtime::raw_bytes;

fn zig_bytes(args: Arguments<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    raw_bytes::decode::<()>(&args.to_string(), |piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })
    .unwrap();
    bytes
}

struct Point {
    x: i32,
    y: f32,
    label: &'static [u8],
}

impl ZigFmt for Point {
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> Result {
        struct_(f, depth)
            .field("x", &self.x)
            .field("y", &self.y)
            .field("label", &self.label)
            .finish()
    }
}

struct Deep<'a> {
    next: Option<&'a Deep<'a>>,
    value: u8,
}

impl ZigFmt for Deep<'_> {
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> Result {
        struct_(f, depth)
            .field("next", &self.next)
            .field("value", &self.value)
            .finish()
    }
}

enum Color {
    Red,
    Blue,
}

impl ZigFmt for Color {
    fn fmt_any(&self, f: &mut Formatter<'_>, _depth: usize) -> Result {
        enum_(
            f,
            match self {
                Color::Red => "red",
                Color::Blue => "blue",
            },
        )
    }
}

struct Open(u8);

impl ZigFmt for Open {
    fn fmt_any(&self, f: &mut Formatter<'_>, _depth: usize) -> Result {
        enum_open(f, (self.0 == 0).then_some("a"), self.0)
    }
}

struct Pair {
    x: i8,
    y: i8,
}

impl ZigFmt for Pair {
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> Result {
        struct_(f, depth)
            .field("x", &self.x)
            .field("y", &self.y)
            .finish()
    }
}

enum Shape {
    Circle(u32),
    None,
    Pair(Pair),
}

impl ZigFmt for Shape {
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> Result {
        match self {
            Shape::Circle(payload) => union_(f, depth, "circle", payload),
            Shape::None => union_(f, depth, "none", &()),
            Shape::Pair(payload) => union_(f, depth, "pair", payload),
        }
    }
}

struct Foo;

impl ZigFmt for Foo {
    fn fmt_any(&self, f: &mut Formatter<'_>, _depth: usize) -> Result {
        error_(f, "Foo")
    }
}

struct Empty;

impl ZigFmt for Empty {
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> Result {
        struct_(f, depth).finish()
    }
}

struct Flag {
    a: bool,
}

impl ZigFmt for Flag {
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> Result {
        struct_(f, depth).field("a", &self.a).finish()
    }
}

#[rustfmt::skip]
fn literal(expected: &mut Expected) {
    let mut line = |args: Arguments<'_>| {
        let text: String = zig_bytes(args).iter().map(|byte| char::from(*byte)).collect();
        assert_eq!(text, expected.line());
    };
    let point = Point { x: -1, y: 2.5, label: b"hi" };
    let d1 = Deep { next: None, value: 1 };
    let d2 = Deep { next: Some(&d1), value: 2 };
    let d3 = Deep { next: Some(&d2), value: 3 };
    let d4 = Deep { next: Some(&d3), value: 4 };
    let none: Option<u32> = None;
    let (red, blue) = (Color::Red, Color::Blue);
    line(format_args!("{}|{:5}|{:<5}|{:^6}|{:0>6}|{:0>5}|{:*^7}|{}", Dec(3i8), Dec(3i8), Dec(-3i8), Dec(3u8), Dec(-3i16), Dec(3u8), Dec(42i32), Dec(7i32)));
    line(format_args!("{}|{}|{}|{}|{:0>4}|{:6}|{:<6}|{:0>10}|", Hex(-128i8), HexUpper(0xabcdefu128), Bin(5u8), Oct(-8i16), Hex(10u8), Hex(10i8), HexUpper(255u8), Bin(-5i8)));
    line(format_args!("{}|{:>6}|{:^7}|{:*<5}|{:3}|{:.2}|", Bytes(b"abc"), Bytes(b"ab"), Bytes(b"cde"), Bytes(b"z"), Bytes("\u{e9}".as_bytes()), Bytes(b"long")));
    line(format_args!("{}|{}|{}|{}|{}|", HexBytes(b"hi\xff"), HexBytesUpper(b"hi\xff"), Base64(b"hello"), Base64(b""), Base64(b"abc")));
    line(format_args!("{}|{:5}|{:<3}|{}|{}|{}|", Char(b'x'), Char(b'a'), Char(b'b'), Unicode(0x1F600), Unicode(0xd800), Unicode(0x10ff90)));
    line(format_args!("{}|{:6}|{}|{}|{}|{:6}|", Opt(none), Opt(none.map(Dec)), Any(&none), Opt(Some(Hex(255u8))), Opt(Some(Bytes(b"opt"))), Any(&none)));
    line(format_args!("{}|{}|{}|{}|{}|{}|{:>5}|", Res(Err::<Dec<u32>, _>("Foo")), Any(&Err::<u32, _>(Foo)), Res(Ok(Dec(5))), Res(Ok(Dec(5))), Any(&Foo), Text("Foo"), Text("Foo")));
    line(format_args!("{}|{}|{}|{:>6}|{}|{}|{}|", Any(&red), Any(&blue), Text("red"), Text("red"), Any(&Open(7)), Any(&Open(0)), Dec(1)));
    line(format_args!("{}|{}|{}|{}|", Any(&Shape::Circle(5)), Any(&Shape::None), Any(&Shape::Pair(Pair { x: 1, y: -1 })), Text("circle")));
    line(format_args!("{}|{}|{:>6}|{:<6}|{}|{}|", Any(&true), Any(&()), Any(&false), Any(&true), Any(&Empty), Any(&Empty)));
    line(format_args!("{}|{:4}|{:.1}|", Any(&point), Any(&point), Any(&point)));
    line(format_args!("{}|{}|", Any(&d4), Any(&&d4)));
    line(format_args!("{}|{}|{}|{}|", Any(&[1u8, 2]), Any(&[[1u8, 2], [3, 4]]), Any(&[0u8; 0]), Any(&[[[[1u8]]]])));
    line(format_args!("{}|{:4}|{}|", Any(&(1u8, b"ab", Flag { a: true })), Any(&(1u8, 2i8)), Any(&(1u8, (1u8, (1u8, (1u8,)))))));
    line(format_args!("{}|{:3}|{}|{:.1}|", Each(&[1i8, -1], Dec), Each(&[1u8, 2], Dec), Each(&[15u8, 255], Hex), Each(&[1f32, -1.0], Dec)));
    line(format_args!("{}|{}|{:8}|{}|{}|{}|{}|{}|{:.2}|", Dec(f64::NAN), Dec(-f64::NAN), Dec(f32::NEG_INFINITY), Hex(f32::INFINITY), HexUpper(f64::NAN), Dec(-0.0f64), Sci(0f64), Hex(-0.0f32), Dec(0f64)));
    line(format_args!("{:.400}|{}|{}|{}|{:.300}", Dec(1.5f64), Dec(f64::MAX), Dec(f64::from_bits(1)), Sci(f32::MAX), Dec(f64::MAX)));
    line(format_args!("{:.0}|{:.0}|{:.3}|{:.2}|{:.20}|", Hex(0f64), Hex(1.5f64), Hex(0f64), Hex(1.9999f64), Hex(1.1f32)));
    for n in [0, 5, 511, 512, 999, 1000, 1023, 1024, 1536, 123456789, u64::MAX] {
        line(format_args!("{}|{}|{:.2}|{:.1}|{:>12}|{:_<12}|", ByteSize(n), ByteSizeBinary(n), ByteSize(n), ByteSizeBinary(n), ByteSize(n), ByteSizeBinary(n)));
    }
    let durations = [0, 1, 999, 1000, 1500, 61_000_000_000, -3_661_000_000_001, 90_000_000_000_000_000, 1_001_000];
    let text: String = durations.map(|n| format!("{}|", Duration(n))).concat();
    line(format_args!("{text}"));
    line(format_args!("{}|{}|{}", Bytes(b"\xff\x80ok\xc3"), Char(0xfe), Bytes("\u{10ff90}".as_bytes())));
}

fn floats<F: Number + Copy>(
    expected: &mut Expected,
    name: &str,
    bits: u64,
    random_bits: fn(u64) -> F,
    narrow: fn(f64, f64) -> F,
) {
    let mut random = SplitMix::new(bits);
    for i in 0..20000u32 {
        let raw = random.next();
        let denominator = 10f64.powi((random.next() % 7) as i32);
        let numerator = (random.next() % 10_000_000) as f64;
        let exponent = (random.next() % 120) as i32;
        let x = match i % 4 {
            0 => random_bits(raw),
            1 => narrow(numerator, denominator),
            2 => narrow(2f64.powi(exponent - 60), 1.0),
            _ => narrow(numerator, 2f64.powi(exponent % 12)),
        };
        let p = (random.next() % 9) as usize;
        expected.row(&zig_bytes(format_args!(
            "{} {:.p$} {} {:.p$} {} {:.p$}",
            Dec(x),
            Dec(x),
            Sci(x),
            Sci(x),
            Hex(x),
            HexUpper(x),
        )));
    }
    expected.finish(name);
}

fn ints<T: OddInt + Number + ZigFmt + Display>(expected: &mut Expected, name: &str) {
    let mut random = SplitMix::new(u64::from(T::NATIVE_BITS));
    for _ in 0..2000 {
        let raw = random.wide() & (u128::MAX >> (128 - T::NATIVE_BITS));
        let x = T::from_bits(raw >> (random.next() % u64::from(T::NATIVE_BITS)));
        let w = (random.next() % 20) as usize;
        expected.row(&zig_bytes(format_args!(
            "{} {} {} {} {} {:w$}|{:0>w$}|{:<w$}|{:^w$}|",
            x,
            Hex(x),
            HexUpper(x),
            Oct(x),
            Bin(x),
            Dec(x),
            Hex(x),
            Dec(x),
            Any(&x),
        )));
    }
    expected.finish(name);
}

#[test]
fn prints_what_zig_prints() {
    let mut expected = Expected::load("fmt", 10);
    literal(&mut expected);
    floats::<f32>(
        &mut expected,
        "f32",
        32,
        |raw| f32::from_bits(raw as u32),
        |n, d| n as f32 / d as f32,
    );
    floats::<f64>(&mut expected, "f64", 64, f64::from_bits, |n, d| n / d);
    expected.show(3);
    ints::<u8>(&mut expected, "u8");
    ints::<i8>(&mut expected, "i8");
    ints::<u32>(&mut expected, "u32");
    ints::<i32>(&mut expected, "i32");
    ints::<u64>(&mut expected, "u64");
    ints::<i64>(&mut expected, "i64");
    ints::<u128>(&mut expected, "u128");
    ints::<i128>(&mut expected, "i128");
    expected.end();
}

/// Any bytes survive the way through `core::fmt`.
#[test]
fn raw_bytes_round_trip() {
    let mut random = SplitMix::new(7);
    for round in 0..2000 {
        let mut bytes: Vec<u8> = (0..round % 40).map(|_| random.next() as u8).collect();
        if round % 3 == 0 {
            bytes.extend_from_slice("\u{10ff80}é\u{10ffff}\u{10ff7f}".as_bytes());
        }
        assert_eq!(zig_bytes(format_args!("{}", Bytes(&bytes))), bytes);
    }
    assert_eq!(Bytes("é 🎉".as_bytes()).to_string(), "é 🎉");
}
