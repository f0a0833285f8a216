fn patterns(value: Value) {
    let (a, mut b, ref c, ref mut d) = tuple;
    let [first, .., last] = array;
    let [head, rest @ ..] = slice else { return };
    let Point {
        x,
        y: Some(y @ 1..=9),
    } = point
    else {
        return;
    };
    let &(mut e, f) = reference;
    let (Ok(value) | Err(value)) = result;
    match value {
        -1 | 1.5 | 'c' | "text" | b"bytes" | true => {}
        i32::MIN..=-1 => {}
        ..0 => {}
        10.. => {}
        Shape::Circle { radius } | Shape::Sphere { radius } => {}
        Expression::Binary {
            operator: Operator::Add,
            left: Some(left),
            right: Some(right),
            position: _,
        } => {}
        [] => {}
        [only] => {}
        (a, b, ..) => {}
        &Some(ref x) => {}
        crate::module::CONSTANT | self::OTHER => {}
        number @ (1 | 2) => {}
        _ => {}
    }
    let closure = |&(a, b): &(u8, u8), Point { x, .. }| a + b + x;
}
