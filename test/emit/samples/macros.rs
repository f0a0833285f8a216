fn macros() {
    println!();
    println!("{} {:?} {name:>8.3}", a, b, name = c);
    println!(
        "a long format string with {} and {} and more text so that it breaks {}",
        first, second, third
    );
    eprintln!(
        "{}",
        some_function_call(with_arguments, and_more_arguments),
        another_function_call(argument)
    );
    write!(f, "{:0width$}", value, width = 4)?;
    assert!(
        condition,
        "message with {} {}",
        some_argument_that_is_long, another_argument_that_is_long
    );
    assert_eq!(
        left_hand_side_of_the_comparison(argument),
        right_hand_side_of_the_comparison(argument)
    );
    assert_eq!(
        some.long().chain(),
        other.long().chain().that_goes_on(),
        "the two differ: {}",
        difference
    );
    let v = vec![1, 2, 3];
    let w = vec![0u8; length * 2];
    let long = vec![
        some_function(argument_one),
        some_function(argument_two),
        some_function(argument_three),
    ];
    let structs = vec![Point { x: 1, y: 2 }, Point { x: 3, y: 4 }];
    let ok = matches!(value, Some(1 | 2) | None);
    let guarded = matches!(value, Some(x) if x > 1);
    let kind = matches!(
        token.kind,
        TokenKind::Identifier | TokenKind::Keyword | TokenKind::Builtin | TokenKind::Number
    );
    todo!("port: this");
    panic!(
        "index {index} is out of range for a slice of length {length} at the position {position} of the file"
    );
    let text = format!(
        "{}{}",
        if a { b } else { c },
        match d {
            1 => 2,
            _ => 3,
        }
    );
    unreachable!()
}
