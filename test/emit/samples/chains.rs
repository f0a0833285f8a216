fn chains() {
    let a = x.y.z;
    let b = some_receiver.first_method().second_method().third_method();
    let c = some_receiver
        .first_method(argument)
        .second_method(argument)
        .third_method(argument)
        .fourth();
    let d = self.field.other_field.method_with_arguments(
        first_argument,
        second_argument,
        third_argument_long,
    );
    let e = object.method(|argument| {
        first(argument);
        second(argument)
    });
    let f = object
        .first()
        .second(|argument| {
            first(argument);
            second(argument);
            third(argument)
        })
        .third();
    let g = std::iter::repeat(0).take(10).collect::<Vec<u32>>();
    let h = Builder::new()
        .name("something")
        .size(100, 200)
        .with_options(Options { a: 1, b: 2 })
        .build()?;
    let i = (first_operand_is_quite_long + second_operand_is_quite_long_too)
        .pow(2)
        .checked_add(one)
        .unwrap_or(0);
    let j = tuple.0.1.method();
    foo.bar(Some(Struct {
        field_one: value_one,
        field_two: value_two,
        field_three: value_three,
    }))?;
    return some_value
        .method_one()
        .method_two(argument)
        .method_three(argument)
        .method_four(argument)
        .ok();
    let k = unsafe { &*self.pointer }
        .method()
        .another_method_name()
        .yet_another_method_name()
        .and_the_last();
    let l = if condition { a } else { b }.method();
    u.v().w()
}
