//! `rt::io` and `rt::reader` against `tests/zig/io.zig`, and what reaches a file.

mod common;

use common::{Expected, SplitMix};
use std::fmt::Write as _;
use zig2rust_runtime::fmt::{Bytes, HexBytes};
use zig2rust_runtime::io::*;
use zig2rust_runtime::reader::*;

fn fixed_writer(expected: &mut Expected) {
    let mut random = SplitMix::new(1);
    for _ in 0..500 {
        let mut log = String::new();
        let mut buffer = [0u8; 24];
        let mut w = Writer::fixed(&mut buffer[..(random.next() % 24) as usize]);
        for _ in 0..4 {
            let n = (random.next() % 9) as usize;
            let result = match random.next() % 5 {
                0 => w.write_all(&b"abcdefghi"[..n]),
                1 => w.write_byte(b'x'),
                2 => w.splat_byte_all(b'-', n),
                3 => write!(w, "<{}|{}>", n, Bytes(b"\xff\xc3z")),
                _ => w.splat_bytes_all(b"ab", n),
            };
            if let Err(error) = result {
                write!(log, " !{}", error.name()).unwrap();
            }
            write!(log, " {}:{}", w.end(), HexBytes(w.buffered())).unwrap();
        }
        expected.row(log.as_bytes());
    }
    expected.finish("fixed writer");
}

fn other_writers() -> String {
    let mut buffer = [0u8; 10];
    let mut discarding = Discarding::new(&mut buffer);
    write!(discarding.writer, "{} some longer text", 12345).unwrap();
    let mut out = discarding.full_count().to_string();
    discarding.writer.write_all(b"abc").unwrap();
    write!(out, " {}", discarding.full_count()).unwrap();
    let mut allocating = Allocating::new();
    write!(allocating.writer, "{} {}", 5, Bytes(b"\xfe!")).unwrap();
    allocating.writer.splat_byte_all(b'z', 3).unwrap();
    write!(out, " {}", HexBytes(allocating.written())).unwrap();
    allocating.clear_retaining_capacity();
    for n in [0, 1, 127, 128, 300, 1 << 40] {
        allocating.writer.write_uleb128(n).unwrap();
    }
    for n in [0, -1, 63, 64, -64, -65, 1 << 40] {
        allocating.writer.write_sleb128(n).unwrap();
    }
    write!(out, " {}", HexBytes(allocating.written())).unwrap();
    let mut small = [0u8; 6];
    let fits = buf_print(&mut small, format_args!("{}-{}", 12, 34)).unwrap();
    write!(out, " {}", Bytes(fits)).unwrap();
    let error = buf_print(&mut small, format_args!("{}-{}", 123, 4567)).unwrap_err();
    write!(out, " {} {}", error.name(), Bytes(&small)).unwrap();
    write!(out, " {}", count(format_args!("{} {}", 1000, "abc"))).unwrap();
    out
}

fn shown<T, E>(
    result: Result<T, E>,
    show: impl Fn(T) -> String,
    name: impl Fn(E) -> &'static str,
) -> String {
    result.map_or_else(|error| format!(" !{}", name(error)), show)
}

fn hex(bytes: impl AsRef<[u8]>) -> String {
    HexBytes(bytes.as_ref()).to_string()
}

fn text<T: ToString>(value: T) -> String {
    value.to_string()
}

fn reader_row(r: &mut Reader<'_>, random: &mut SplitMix) -> String {
    let n = (random.next() % 14) as usize;
    let mut space = [0u8; 40];
    let mut sink = Allocating::new();
    let log = match random.next() % 16 {
        0 => shown(r.take_byte(), text, ReadError::name),
        1 => shown(r.take(n), hex, ReadError::name),
        2 => shown(r.peek(n), hex, ReadError::name),
        3 => shown(r.take_delimiter_exclusive(b'\n'), hex, DelimiterError::name),
        4 => shown(r.take_delimiter_inclusive(b'\n'), hex, DelimiterError::name),
        5 => shown(
            r.take_delimiter(b'\n'),
            |s| s.map_or("null".to_owned(), hex),
            TooLongError::name,
        ),
        6 => shown(r.peek_delimiter_exclusive(b'b'), hex, DelimiterError::name),
        7 => {
            let count = r.read_slice_short(&mut space[..3 * n]);
            shown(count, |count| hex(&space[..count]), ShortError::name)
        }
        8 => {
            let done = r.read_slice_all(&mut space[..n]);
            shown(done, |()| hex(&space[..n]), ReadError::name)
        }
        9 => shown(r.discard_short(2 * n), text, ShortError::name),
        10 => shown(
            r.stream_delimiter_ending(&mut sink.writer, b'c'),
            text,
            StreamRemainingError::name,
        ),
        11 => shown(
            r.stream_delimiter(&mut sink.writer, b'\n'),
            text,
            StreamError::name,
        ),
        12 => shown(r.discard_delimiter_inclusive(b'\n'), text, ReadError::name),
        13 => shown(
            r.take_array().map(u32::from_le_bytes),
            text,
            ReadError::name,
        ),
        14 => shown(
            r.stream_exact(&mut sink.writer, n),
            |()| String::new(),
            StreamError::name,
        ),
        _ => shown(r.peek_byte(), text, ReadError::name),
    };
    format!("{log} {}", hex(sink.written()))
}

fn temporary(name: &str) -> std::path::PathBuf {
    std::env::temp_dir().join(format!("zig2rust-{}-{name}", std::process::id()))
}

fn readers(expected: &mut Expected) {
    let mut random = SplitMix::new(2);
    let letter = |random: &mut SplitMix| match (random.next() % 12) as u8 {
        0 | 1 => b'\n',
        letter => b'a' + letter - 2,
    };
    let input: Vec<u8> = (0..900).map(|_| letter(&mut random)).collect();
    let path = temporary("reader");
    std::fs::write(&path, &input).unwrap();
    for round in 0..60 {
        let mut buffer = [0u8; 16];
        let mut file = FileReader::file(std::fs::File::open(&path).unwrap(), &mut buffer);
        let mut fixed = Reader::fixed(&input);
        for _ in 0..200 {
            let r = if round % 2 == 0 {
                &mut fixed
            } else {
                &mut file.interface
            };
            expected.row(reader_row(r, &mut random).as_bytes());
        }
    }
    std::fs::remove_file(&path).unwrap();
    expected.finish("readers");
}

#[test]
fn writers_and_readers_equal_zig() {
    let mut expected = Expected::load("io", 5);
    fixed_writer(&mut expected);
    assert_eq!(other_writers(), expected.line());
    readers(&mut expected);
    expected.end();
}

#[test]
fn what_is_not_flushed_is_lost() {
    let path = temporary("writer");
    let mut buffer = [0u8; 8];
    let mut file = FileWriter::file(std::fs::File::create(&path).unwrap(), &mut buffer);
    let w = &mut file.interface;
    w.write_all(b"12345").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"");
    w.print(format_args!("{}", Bytes(b"\xffabc"))).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"12345\xffabc");
    w.write_all(b"xyz").unwrap();
    w.flush().unwrap();
    w.write_all(b"lost").unwrap();
    assert_eq!(w.buffered(), b"lost");
    assert_eq!(std::fs::read(&path).unwrap(), b"12345\xffabcxyz");
    std::fs::remove_file(&path).unwrap();
}

#[test]
fn format_methods() {
    let method = |w: &mut Writer<'_>| write!(w, "<{}>", Bytes(b"\xc3"));
    assert_eq!(
        format_bytes(format_args!("{}!", ByMethod(method))),
        b"<\xc3>!"
    );
    let failing = |_: &mut Writer<'_>| Err(WriteError::WriteFailed);
    let mut allocating = Allocating::new();
    assert!(write!(allocating.writer, "{}", ByMethod(failing)).is_err());
}

#[test]
fn writable_slices() {
    let mut buffer = [0u8; 4];
    let mut fixed = Writer::fixed(&mut buffer);
    fixed.writable_slice(3).unwrap().copy_from_slice(b"abc");
    assert_eq!(fixed.writable_slice(2), Err(WriteError::WriteFailed));
    fixed.undo(1);
    assert_eq!(
        (fixed.buffered(), fixed.unused_capacity_len()),
        (b"ab".as_slice(), 2)
    );
    let mut allocating = Allocating::with_capacity(1);
    allocating
        .writer
        .writable_slice(3)
        .unwrap()
        .copy_from_slice(b"xyz");
    allocating.shrink_retaining_capacity(2);
    assert_eq!(allocating.take(), b"xy");
    assert_eq!(
        Writer::failing().write_byte(1),
        Err(WriteError::WriteFailed)
    );
}

#[test]
fn remaining() {
    let mut r = Reader::fixed(b"hello world");
    r.toss(6);
    assert_eq!(r.alloc_remaining(5).unwrap(), b"world");
    assert_eq!(r.alloc_remaining(5).unwrap(), b"");
    assert_eq!(
        Reader::fixed(b"hello").alloc_remaining(4),
        Err(TooLongError::StreamTooLong)
    );
    assert_eq!(Reader::fixed(b"hello").discard_remaining(), Ok(5));
}
