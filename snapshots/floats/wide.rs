//! `f80` and `f128`, which Rust does not have.

#![allow(dead_code)]

fn precise(_value: ()) {
    // TODO(port): values of type f128
    // {
    //     return value / 3;
    // }
    todo!("port: values of type f128");
}

fn extended(_value: ()) {
    // TODO(port): values of type f80
    // {
    //     return value * 2;
    // }
    todo!("port: values of type f80");
}
