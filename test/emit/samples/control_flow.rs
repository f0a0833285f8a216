fn branches(n: u32) -> u32 {
    if n == 0 {
        return 1;
    } else if n == 1 {
        // nothing here
    } else {
    }
    let x = if n > 3 { 1 } else { 2 };
    let y = if some_condition(n) && another_condition(n) {
        a_long_result_name
    } else {
        another_long_result
    };
    if let Some(value) = lookup(n) {
        println!("{value}");
    }
    while let Some(top) = stack.pop() {
        if top == n {
            break;
        }
        continue;
    }
    'outer: for (index, item) in items.iter().enumerate() {
        for j in 0..n {
            if j == index {
                continue 'outer;
            }
        }
    }
    let found = 'search: {
        for item in &items {
            if item.ok {
                break 'search Some(item);
            }
        }
        None
    };
    let value = loop {
        counter += 1;
        if counter == 10 {
            break counter * 2;
        }
    };
    let Some(token) = tokens.next() else { return 0 };
    let Some(other) = tokens.next() else {
        return Err(Error::UnexpectedEndOfInput);
    };
    let Ok(parsed) = some_parser_with_a_long_name.parse_the_next_declaration(&mut tokens, options)
    else {
        return 0;
    };
    while unsafe { *pointer } != 0 {}
    match (Point { x: 1, y: 2 }) {
        Point { x, .. } => x,
    };
    if (Point { x: 1, y: 2 }) == point {}
    for x in (Range { start: 0, end: 3 }) {}
    match n {
        0 => 1,
        1 | 2 | 3 => {
            let a = n;
            a * 2
        }
        4..=9 => compute(n),
        b'a'..=b'z'
        | b'A'..=b'Z'
        | b'0'..=b'9'
        | b'_'
        | b'$'
        | b'-'
        | b'.'
        | b'/'
        | b'~'
        | b'+'
        | b'*' => letter,
        value
            if value > 100
                && is_interesting(value)
                && !is_boring(value)
                && another_long_check(value) =>
        {
            value
        }
        Kind::Named {
            a,
            b: Some(ref inner),
            ..
        } => *inner,

        // the last one
        SomeEnum::AVeryLongVariantName(first_payload_name, second_payload_name) => {
            some_function(first_payload_name, second_payload_name)
        }
        Tuple(x, _) if x => return x,
        _ => unreachable!(),
    }
}

fn blocks() {
    {
        let scoped = 1;
    }
    unsafe {
        first();
        second();
    }
    let value = unsafe { *pointer };
    let other = {
        let a = 1;
        a + 1
    };
    match value {
        Some(v) => v,
        None => return,
    };
    (match a {
        X => 1,
        _ => 2,
    }) + 1;
    match a {
        X => b,
        _ => c,
    }
    .method();
    if a { b } else { c }
}
