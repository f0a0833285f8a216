fn arithmetic(a: u32, b: u32, flags: u8) -> u32 {
    let c = (a + b) * 2 - a / (b % 3);
    let d = a << 3 | b >> 1 & 0xff ^ !a;
    let e = -(a as i32) + (b as i32 - 1).abs();
    let f = (a as usize) < 10 && (b as u64) << 2 == 4;
    let g = !(a == b) || a != b && flags & 1 != 0;
    let h = a.wrapping_add(b).wrapping_mul(3).rotate_left(7);
    let very_long_condition_name =
        first_operand_of_the_sum + second_operand_of_the_sum * third_operand_of_all - fourth_one;
    let another = is_enabled && has_permission
        || is_administrator && !is_locked
        || was_created_before_the_migration;
    *pointer = 5;
    total += value as u64 * 1_000_000;
    x = y = 3;
    let negative = -1.5e3_f64;
    let r = &mut *p;
    let raw = &raw const self.value;
    let nested = &&x;
    matrix[row * width + column][0] = values[index..index + 4][2];
    let range = 0..=n;
    let open = ..n;
    let full = &bytes[..];
    let (first, second) = (1, (2.0, 'c'));
    let single = (1,);
    let unit = ();
    let byte = b'\'';
    let text = "tab\tnewline\nquote\"backslash\\ unicode \u{200b}é";
    let c_text = c"hello";
    let array = [0u8; 16];
    let big = [
        some_function_name(argument_one),
        some_function_name(argument_two),
        some_function_name(argument_three),
    ];
    c
}

fn calls() -> Result<(), Error> {
    short(1, 2);
    some_function_with_a_long_name(
        first_argument_value,
        second_argument_value,
        third_argument_value,
    );
    some_function(
        nested_function(deeply_nested_function(
            argument_number_one,
            argument_number_two,
        )),
        other,
    );
    let value = self
        .items
        .iter()
        .filter(|item| item.is_valid())
        .map(|item| item.value)
        .sum::<u32>();
    let found = map.get(&key).ok_or_else(|| Error::Missing(key.clone()))?;
    let result = reader.read_line(&mut line)?.trim().parse::<f64>()?;
    foo(|x| x + 1);
    foo(|x| {
        let y = x;
        y + 1
    });
    foo(a, |x, y: u32| -> u32 { x + y });
    items.sort_by(|left, right| {
        left.key
            .cmp(&right.key)
            .then_with(|| left.value.cmp(&right.value))
    });
    items
        .iter()
        .for_each(move |item| if item.ok { done(item) } else { failed(item) });
    let boxed = Box::new(Node {
        value: 1,
        next: None,
    });
    let point = Point { x: 1, y };
    let config = Config {
        name: "default".to_owned(),
        verbose: true,
        ..Config::default()
    };
    let empty = Empty {};
    (self.callback)(1, 2);
    table[0](3);
    unsafe { *pointer.add(1) = 4 };
    let converted = u8::try_from(value).unwrap();
    let qualified = <Vec<u8> as Into<Box<[u8]>>>::into(bytes);
    let sized = core::mem::size_of::<[u32; 4]>();
    let constant = const { 1 + 1 };
    std::process::exit(if failed { 1 } else { 0 });
    Ok(())
}

fn strings() {
    let message = concat(
        "a very long string literal that goes on and on until it is far beyond the page's edge, really",
    );
    call_with_bytes(
        b"a very long byte string literal that goes on and on until it is far beyond the page's edge",
        1,
    );
    self.writer.write_all(
        b"a very long byte string literal that goes on and on until it is far beyond the page",
    )?;
}
