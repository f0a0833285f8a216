//! `@sin`, `@cos` and `@tan` with the bits of Zig's runtime library (those of the platform may differ in the last one).
//!
//! `trig_reduce` brings the argument into [-pi/4, pi/4], where a polynomial gives the result. `f16` goes through `f32`.
//!
//! Source: lib/compiler_rt (`sin`, `cos`, `tan`, `trig`), which are ports of
//! musl's (MIT licence), in turn FreeBSD's (Copyright 1993 Sun Microsystems; freely usable with this notice).

use super::trig_reduce::{high_word, reduce, reduce_f32};

// ---- polynomials ---------------------------------------------------------------------------------------------------

static SIN: [f64; 6] = [
    f64::from_bits(0xbfc5_5555_5555_5549), // -0.16666666666666632
    f64::from_bits(0x3f81_1111_1110_f8a6), // 0.00833333333332249
    f64::from_bits(0xbf2a_01a0_19c1_61d5), // -0.0001984126982985795
    f64::from_bits(0x3ec7_1de3_57b1_fe7d), // 2.7557313707070068e-06
    f64::from_bits(0xbe5a_e5e6_8a2b_9ceb), // -2.5050760253406863e-08
    f64::from_bits(0x3de5_d93a_5acf_d57c), // 1.58969099521155e-10
];

static COS: [f64; 6] = [
    f64::from_bits(0x3fa5_5555_5555_554c), // 0.0416666666666666
    f64::from_bits(0xbf56_c16c_16c1_5177), // -0.001388888888887411
    f64::from_bits(0x3efa_01a0_19cb_1590), // 2.480158728947673e-05
    f64::from_bits(0xbe92_7e4f_809c_52ad), // -2.7557314351390663e-07
    f64::from_bits(0x3e21_ee9e_bdb4_b1c4), // 2.087572321298175e-09
    f64::from_bits(0xbda8_fae9_be88_38d4), // -1.1359647557788195e-11
];

static TAN: [f64; 13] = [
    f64::from_bits(0x3fd5_5555_5555_5563), // 0.3333333333333341
    f64::from_bits(0x3fc1_1111_1110_fe7a), // 0.13333333333320124
    f64::from_bits(0x3fab_a1ba_1bb3_41fe), // 0.05396825397622605
    f64::from_bits(0x3f96_64f4_8406_d637), // 0.021869488294859542
    f64::from_bits(0x3f82_26e3_e96e_8493), // 0.0088632398235993
    f64::from_bits(0x3f6d_6d22_c956_0328), // 0.0035920791075913124
    f64::from_bits(0x3f57_dbc8_fee0_8315), // 0.0014562094543252903
    f64::from_bits(0x3f43_44d8_f2f2_6501), // 0.0005880412408202641
    f64::from_bits(0x3f30_26f7_1a8d_1068), // 0.0002464631348184699
    f64::from_bits(0x3f14_7e88_a037_92a6), // 7.817944429395571e-05
    f64::from_bits(0x3f12_b80f_32f0_a7e9), // 7.140724913826082e-05
    f64::from_bits(0xbef3_75cb_db60_5373), // -1.8558637485527546e-05
    f64::from_bits(0x3efb_2a70_74bf_7ad4), // 2.590730518636337e-05
];

/// The cosine of `x + y`, `y` being small.
fn cos_kernel(x: f64, y: f64) -> f64 {
    let z = x * x;
    let zs = z * z;
    let low = z * (COS[0] + z * (COS[1] + z * COS[2]));
    let r = low + zs * zs * (COS[3] + z * (COS[4] + z * COS[5]));
    let hz = 0.5 * z;
    let w = 1.0 - hz;
    w + (((1.0 - w) - hz) + (z * r - x * y))
}

/// The sine of `x + y`, `y` being small; it may be 0 and still changes the order of operations.
fn sin_kernel(x: f64, y: Option<f64>) -> f64 {
    let z = x * x;
    let w = z * z;
    let r = SIN[1] + z * (SIN[2] + z * SIN[3]) + z * w * (SIN[4] + z * SIN[5]);
    let v = z * x;
    match y {
        None => x + v * (SIN[0] + z * r),
        Some(y) => x - ((z * (0.5 * y - v * r) - y) - v * SIN[0]),
    }
}

/// The tangent of `x + y`, or in odd quadrants -1 over it.
fn tan_kernel(x: f64, y: f64, odd: bool) -> f64 {
    const PIO4_HIGH: f64 = f64::from_bits(0x3fe9_21fb_5444_2d18); // 0.7853981633974483
    const PIO4_LOW: f64 = f64::from_bits(0x3c81_a626_3314_5c07); // 3.061616997868383e-17
    let (mut x, mut y) = (x, y);
    let negative = x.is_sign_negative();
    let big = high_word(x) >= 0x3fe5_9428;
    if big {
        if negative {
            (x, y) = (-x, -y);
        }
        x = (PIO4_HIGH - x) + (PIO4_LOW - y);
        y = 0.0;
    }
    let z = x * x;
    let w = z * z;
    let t = &TAN;
    let r = t[1] + w * (t[3] + w * (t[5] + w * (t[7] + w * (t[9] + w * t[11]))));
    let v = z * (t[2] + w * (t[4] + w * (t[6] + w * (t[8] + w * (t[10] + w * t[12])))));
    let s = z * x;
    let r = y + z * (s * (r + v) + y) + s * t[0];
    let w = x + r;
    if big {
        let s = if odd { -1.0 } else { 1.0 };
        let v = s - 2.0 * (x + (r - w * w / (w + s)));
        return if negative { -v } else { v };
    }
    if !odd {
        return w;
    }
    let upper = |x: f64| f64::from_bits(x.to_bits() & 0xffff_ffff_0000_0000);
    let w0 = upper(w);
    let v = r - (w0 - x);
    let a = -1.0 / w;
    let a0 = upper(a);
    a0 + a * (1.0 + a0 * w0 + a0 * v)
}

static COS_F32: [f64; 4] = [
    f64::from_bits(0xbfdf_ffff_fd0c_5e81), // -0.499999997251031
    f64::from_bits(0x3fa5_5553_e105_3a42), // 0.04166662332373906
    f64::from_bits(0xbf56_c087_e80f_1e27), // -0.001388676377460993
    f64::from_bits(0x3ef9_9342_e0ee_5069), // 2.439044879627741e-05
];

static SIN_F32: [f64; 4] = [
    f64::from_bits(0xbfc5_5555_54cb_ac77), // -0.16666666641626524
    f64::from_bits(0x3f81_1110_896e_fbb2), // 0.008333329385889463
    f64::from_bits(0xbf2a_00f9_e2ca_e774), // -0.00019839334836096632
    f64::from_bits(0x3ec6_cd87_8c3b_46a7), // 2.718311493989822e-06
];

static TAN_F32: [f64; 6] = [
    f64::from_bits(0x3fd5_554d_3418_c99f), // 0.3333313950307914
    f64::from_bits(0x3fc1_12fd_3899_9f72), // 0.13339200271297674
    f64::from_bits(0x3fab_54c9_1d86_5afe), // 0.05338123784456704
    f64::from_bits(0x3f99_1df3_908c_33ce), // 0.024528318116654728
    f64::from_bits(0x3f68_5dad_fcec_f44e), // 0.002974357433599673
    f64::from_bits(0x3f83_62b9_bf97_1bcd), // 0.009465647849436732
];

fn cos_kernel_f32(x: f64) -> f32 {
    let z = x * x;
    let w = z * z;
    let r = COS_F32[2] + z * COS_F32[3];
    (((1.0 + z * COS_F32[0]) + w * COS_F32[1]) + (w * z) * r) as f32
}

fn sin_kernel_f32(x: f64) -> f32 {
    let z = x * x;
    let w = z * z;
    let r = SIN_F32[2] + z * SIN_F32[3];
    let s = z * x;
    ((x + s * (SIN_F32[0] + z * SIN_F32[1])) + s * w * r) as f32
}

fn tan_kernel_f32(x: f64, odd: bool) -> f32 {
    let z = x * x;
    let t = &TAN_F32;
    let r = t[4] + z * t[5];
    let w = z * z;
    let s = z * x;
    let u = t[0] + z * t[1];
    let result = (x + s * u) + (s * w) * (t[2] + z * t[3] + w * r);
    (if odd { -1.0 / result } else { result }) as f32
}

// ---- functions -----------------------------------------------------------------------------------------------------

/// Of an infinity nan, with the sign that x86 gives it.
fn invalid(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    -f64::NAN
}

/// `@sin` of `f64`.
#[must_use]
pub fn sin(x: f64) -> f64 {
    let word = high_word(x);
    if word <= 0x3fe9_21fb {
        return if word < 0x3e50_0000 {
            x
        } else {
            sin_kernel(x, None)
        };
    }
    if !x.is_finite() {
        return invalid(x);
    }
    let (n, head, tail) = reduce(x);
    match n & 3 {
        0 => sin_kernel(head, Some(tail)),
        1 => cos_kernel(head, tail),
        2 => -sin_kernel(head, Some(tail)),
        _ => -cos_kernel(head, tail),
    }
}

/// `@cos` of `f64`.
#[must_use]
pub fn cos(x: f64) -> f64 {
    let word = high_word(x);
    if word <= 0x3fe9_21fb {
        return if word < 0x3e46_a09e {
            1.0
        } else {
            cos_kernel(x, 0.0)
        };
    }
    if !x.is_finite() {
        return invalid(x);
    }
    let (n, head, tail) = reduce(x);
    match n & 3 {
        0 => cos_kernel(head, tail),
        1 => -sin_kernel(head, Some(tail)),
        2 => -cos_kernel(head, tail),
        _ => sin_kernel(head, Some(tail)),
    }
}

/// `@tan` of `f64`.
#[must_use]
pub fn tan(x: f64) -> f64 {
    let word = high_word(x);
    if word <= 0x3fe9_21fb {
        return if word < 0x3e40_0000 {
            x
        } else {
            tan_kernel(x, 0.0, false)
        };
    }
    if !x.is_finite() {
        return invalid(x);
    }
    let (n, head, tail) = reduce(x);
    tan_kernel(head, tail, n & 1 == 1)
}

fn is_tiny_f32(x: f32) -> bool {
    x.to_bits() & 0x7fff_ffff < 0x3980_0000
}

/// `@sin` of `f32`.
#[must_use]
pub fn sin_f32(x: f32) -> f32 {
    if is_tiny_f32(x) {
        return x;
    }
    if !x.is_finite() {
        return invalid(x.into()) as f32;
    }
    let (n, y) = reduce_f32(x);
    match n & 3 {
        0 => sin_kernel_f32(y),
        1 => cos_kernel_f32(y),
        2 => sin_kernel_f32(-y),
        _ => -cos_kernel_f32(y),
    }
}

/// `@cos` of `f32`.
#[must_use]
pub fn cos_f32(x: f32) -> f32 {
    if is_tiny_f32(x) {
        return 1.0;
    }
    if !x.is_finite() {
        return invalid(x.into()) as f32;
    }
    let (n, y) = reduce_f32(x);
    match n & 3 {
        0 => cos_kernel_f32(y),
        1 => sin_kernel_f32(-y),
        2 => -cos_kernel_f32(y),
        _ => sin_kernel_f32(y),
    }
}

/// `@tan` of `f32`.
#[must_use]
pub fn tan_f32(x: f32) -> f32 {
    if is_tiny_f32(x) {
        return x;
    }
    if !x.is_finite() {
        return invalid(x.into()) as f32;
    }
    let (n, y) = reduce_f32(x);
    tan_kernel_f32(y, n & 1 == 1)
}
