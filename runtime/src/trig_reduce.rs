//! Reduction of an angle to [-pi/4, pi/4] and its quadrant, for `trig`.
//!
//! Small multiples of pi/2 are subtracted in parts; for great numbers the product with 2/pi is computed only where its bits
//! matter (Payne and Hanek). For `f64` the remainder is a sum of two numbers.
//!
//! Source: lib/compiler_rt (`rem_pio2`, `rem_pio2f`, `rem_pio2_large`), which are ports of musl's (MIT licence), in turn
//! FreeBSD's (Copyright 1993 Sun Microsystems; freely usable with this notice).

/// 1.5 / epsilon: adding and subtracting it rounds to an integer.
const TO_INT: f64 = f64::from_bits(0x4338_0000_0000_0000); // 6755399441055744.0
const PIO4: f64 = f64::from_bits(0x3fe9_21fb_5444_2d18); // 0.7853981633974483
const INVERSE_PIO2: f64 = f64::from_bits(0x3fe4_5f30_6dc9_c883); // 0.6366197723675814

// pi/2 in three parts of 33 bits, each with what is left after it.
const PIO2_1: f64 = f64::from_bits(0x3ff9_21fb_5440_0000); // 1.5707963267341256
const PIO2_1T: f64 = f64::from_bits(0x3dd0_b461_1a62_6331); // 6.077100506506192e-11
const PIO2_2: f64 = f64::from_bits(0x3dd0_b461_1a60_0000); // 6.077100506303966e-11
const PIO2_2T: f64 = f64::from_bits(0x3ba3_198a_2e03_7073); // 2.0222662487959506e-21
const PIO2_3: f64 = f64::from_bits(0x3ba3_198a_2e00_0000); // 2.0222662487111665e-21
const PIO2_3T: f64 = f64::from_bits(0x397b_839a_2520_49c1); // 8.4784276603689e-32

/// The upper 32 bits without the sign.
#[must_use]
pub fn high_word(x: f64) -> u32 {
    (x.to_bits() >> 32) as u32 & 0x7fff_ffff
}

fn exponent(x: f64) -> i32 {
    (x.to_bits() >> 52) as i32 & 0x7ff
}

/// `x` minus `n` times pi/2, where one step is precise enough.
fn subtract(x: f64, n: f64) -> (f64, f64) {
    let z = x - n * PIO2_1;
    let head = z - n * PIO2_1T;
    (head, (z - head) - n * PIO2_1T)
}

/// The number of the quadrant and the remainder, as head and tail. `x` is finite and greater than pi/4.
#[must_use]
pub fn reduce(x: f64) -> (i32, f64, f64) {
    let word = high_word(x);
    let near_multiple = match word {
        0..=0x400f_6a7a => word & 0xf_ffff == 0x9_21fb,
        _ => word == 0x4012_d97c || word == 0x4019_21fb,
    };
    let quadrant = match word {
        _ if near_multiple => 0,
        0..=0x4002_d97c => 1,
        0x4002_d97d..=0x400f_6a7a => 2,
        0x400f_6a7b..=0x4015_fdbc => 3,
        0x4015_fdbd..=0x401c_463b => 4,
        _ => 0,
    };
    if quadrant != 0 {
        let quadrant = if x < 0.0 { -quadrant } else { quadrant };
        let (head, tail) = subtract(x, f64::from(quadrant));
        return (quadrant, head, tail);
    }
    if word < 0x4139_21fb {
        return reduce_medium(x);
    }
    reduce_large(x)
}

/// Up to 2^20 * pi/2, in as many steps as the cancellation needs.
fn reduce_medium(x: f64) -> (i32, f64, f64) {
    let mut n = x * INVERSE_PIO2 + TO_INT - TO_INT;
    let mut r = x - n * PIO2_1;
    let mut w = n * PIO2_1T;
    if r - w < -PIO4 || r - w > PIO4 {
        n += if r - w < 0.0 { -1.0 } else { 1.0 };
        r = x - n * PIO2_1;
        w = n * PIO2_1T;
    }
    let mut head = r - w;
    for (part, rest, lost) in [(PIO2_2, PIO2_2T, 16), (PIO2_3, PIO2_3T, 49)] {
        if exponent(x) - exponent(head) <= lost {
            break;
        }
        let before = r;
        w = n * part;
        r = before - w;
        w = n * rest - ((before - r) - w);
        head = r - w;
    }
    (n as i32, head, (r - head) - w)
}

/// Any finite number.
fn reduce_large(x: f64) -> (i32, f64, f64) {
    let bits = (x.to_bits() & (u64::MAX >> 12)) | ((0x3ff + 23) << 52);
    let mut z = f64::from_bits(bits);
    let mut pieces = [0.0; 3];
    for piece in &mut pieces[..2] {
        *piece = z.trunc();
        z = (z - *piece) * TWO_POW_24;
    }
    pieces[2] = z;
    let count = pieces.iter().rposition(|piece| *piece != 0.0);
    let pieces = &pieces[..=count.unwrap_or(0)];
    let (n, is_complement, products) =
        multiply_by_inverse(pieces, exponent(x) - (0x3ff + 23), 4, &TWO_OVER_PI);
    let (head, tail) = head_and_tail(&products, is_complement);
    if x < 0.0 {
        (-n, -head, -tail)
    } else {
        (n, head, tail)
    }
}

const TWO_POW_24: f64 = f64::from_bits(0x4170_0000_0000_0000); // 16777216.0
const TWO_POW_MINUS_24: f64 = f64::from_bits(0x3e70_0000_0000_0000); // 5.960464477539063e-08

/// 2/pi in pieces of 24 bits.
#[rustfmt::skip]
static TWO_OVER_PI: [i32; 66] = [
    0x00a2_f983, 0x006e_4e44, 0x0015_29fc, 0x0027_57d1, 0x00f5_34dd, 0x00c0_db62, 0x0095_993c, 0x0043_9041, 0x00fe_5163,
    0x00ab_debb, 0x00c5_61b7, 0x0024_6e3a, 0x0042_4dd2, 0x00e0_0649, 0x002e_ea09, 0x00d1_921c, 0x00fe_1deb, 0x001c_b129,
    0x00a7_3ee8, 0x0082_35f5, 0x002e_bb44, 0x0084_e99c, 0x0070_26b4, 0x005f_7e41, 0x0039_91d6, 0x0039_8353, 0x0039_f49c,
    0x0084_5f8b, 0x00bd_f928, 0x003b_1ff8, 0x0097_ffde, 0x0005_980f, 0x00ef_2f11, 0x008b_5a0a, 0x006d_1f6d, 0x0036_7ecf,
    0x0027_cb09, 0x00b7_4f46, 0x003f_669e, 0x005f_ea2d, 0x0075_27ba, 0x00c7_ebe5, 0x00f1_7b3d, 0x0007_39f7, 0x008a_5292,
    0x00ea_6bfb, 0x005f_b11f, 0x008d_5d08, 0x0056_0330, 0x0046_fc7b, 0x006b_abf0, 0x00cf_bc20, 0x009a_f436, 0x001d_a9e3,
    0x0091_615e, 0x00e6_1b08, 0x0065_9985, 0x005f_14a0, 0x0068_408d, 0x00ff_d880, 0x004d_7327, 0x0031_0606, 0x0015_56ca,
    0x0073_a8c9, 0x0060_e27b, 0x00c0_8c6b,
];

/// pi/2 in pieces of 24 bits.
static PIO2_PIECES: [f64; 8] = [
    f64::from_bits(0x3ff9_21fb_4000_0000), // 1.570796251296997
    f64::from_bits(0x3e74_442d_0000_0000), // 7.549789415861596e-08
    f64::from_bits(0x3cf8_4698_8000_0000), // 5.390302529957765e-15
    f64::from_bits(0x3b78_cc51_6000_0000), // 3.282003415807913e-22
    f64::from_bits(0x39f0_1b83_8000_0000), // 1.270655753080676e-29
    f64::from_bits(0x387a_2520_4000_0000), // 1.2293330898111133e-36
    f64::from_bits(0x36e3_8222_8000_0000), // 2.7337005381646456e-44
    f64::from_bits(0x3569_f31d_0000_0000), // 2.1674168387780482e-51
];

/// `x * 2^n` for the small exponents that occur here.
fn scale(x: f64, n: i32) -> f64 {
    x * f64::from_bits(((1023 + n) as u64) << 52)
}

/// The product of the pieces with 2/pi is an integer modulo 8 and a fraction, of which only the bits that matter are
/// computed. `x` are pieces of 24 bits, the first one times `2^e0`; `terms` is 3 for `f32`, 4
/// for `f64` and `f80`, 6 for `f128`; `inverse` is 2/pi. Gives whether the products are to be negated, too.
pub fn multiply_by_inverse(
    x: &[f64],
    e0: i32,
    terms: usize,
    inverse: &[i32],
) -> (i32, bool, Vec<f64>) {
    let last = x.len() - 1;
    let skipped = ((e0 - 3).div_euclid(24)).max(0);
    let mut q0 = e0 - 24 * (skipped + 1);
    let skipped = skipped as usize;
    let factor = |i: usize| match (skipped + i).checked_sub(last) {
        Some(j) => f64::from(inverse[j]),
        None => 0.0,
    };
    let product = |i: usize| (0..=last).fold(0.0, |sum, j| sum + x[j] * factor(last + i - j));
    let mut q: Vec<f64> = (0..=terms).map(product).collect();
    loop {
        let (mut digits, z) = distill(&q);
        let (n, is_complement, z) = split_integer(&mut digits, scale(z, q0), q0);
        if z == 0.0 && digits[terms..].iter().all(|digit| *digit == 0) {
            // Everything cancelled: more pieces of 2/pi are needed.
            let more = (1..=terms).find(|k| digits[terms - k] != 0);
            q.extend((q.len()..q.len() + more.unwrap_or(terms)).map(product));
            continue;
        }
        q0 = append(&mut digits, z, q0);
        return (n, is_complement, multiply_by_pio2(&digits, q0, terms));
    }
}

/// Takes the integer modulo 8 off the number `z` plus the digits below it. When the fraction that is left is 1/2 or more,
/// it is replaced by its complement. Gives the integer, whether that happened, and what is left of `z`.
fn split_integer(digits: &mut [i32], z: f64, q0: i32) -> (i32, bool, f64) {
    let last = digits.len() - 1;
    let mut z = z - 8.0 * (z * 0.125).floor();
    let mut n = z as i32;
    z -= f64::from(n);
    let is_half = if q0 > 0 {
        // The integer reaches into the highest digit.
        let carry = digits[last] >> (24 - q0);
        n += carry;
        digits[last] -= carry << (24 - q0);
        digits[last] >> (23 - q0) > 0
    } else if q0 == 0 {
        digits[last] >> 23 > 0
    } else {
        z >= 0.5
    };
    if !is_half {
        return (n & 7, false, z);
    }
    let borrowed = complement(digits);
    if q0 > 0 {
        digits[last] &= 0x7f_ffff >> (q0 - 1);
    } else if q0 < 0 {
        z = 1.0 - z;
        if borrowed {
            z -= scale(1.0, q0);
        }
    }
    ((n + 1) & 7, true, z)
}

/// Appends `z` to the digits, or drops the highest ones that are 0; gives the exponent of the highest one then.
fn append(digits: &mut Vec<i32>, z: f64, q0: i32) -> i32 {
    if z == 0.0 {
        let zeros = digits.iter().rev().take_while(|digit| **digit == 0);
        let zeros = zeros.count();
        digits.truncate(digits.len() - zeros);
        return q0 - 24 * (zeros as i32 + 1);
    }
    let z = scale(z, -q0);
    if z < TWO_POW_24 {
        digits.push(z as i32);
        return q0;
    }
    let high = (TWO_POW_MINUS_24 * z).trunc();
    digits.push((z - TWO_POW_24 * high) as i32);
    digits.push(high as i32);
    q0 + 24
}

/// The sum of `q` as digits of 24 bits, lowest first, and what is above them.
fn distill(q: &[f64]) -> (Vec<i32>, f64) {
    let mut z = q[q.len() - 1];
    let mut digits = Vec::with_capacity(q.len() + 2);
    for next in q[..q.len() - 1].iter().rev() {
        let high = (TWO_POW_MINUS_24 * z).trunc();
        digits.push((z - TWO_POW_24 * high) as i32);
        z = next + high;
    }
    (digits, z)
}

/// 1 minus the fraction; whether it was not 0.
fn complement(digits: &mut [i32]) -> bool {
    let mut borrowed = false;
    for digit in digits {
        if borrowed {
            *digit = 0xff_ffff - *digit;
        } else if *digit != 0 {
            borrowed = true;
            *digit = 0x100_0000 - *digit;
        }
    }
    borrowed
}

/// The fraction times pi/2, as products to be added.
fn multiply_by_pio2(digits: &[i32], q0: i32, terms: usize) -> Vec<f64> {
    let mut unit = scale(1.0, q0);
    let mut parts = vec![0.0; digits.len()];
    for (part, digit) in parts.iter_mut().zip(digits).rev() {
        *part = unit * f64::from(*digit);
        unit *= TWO_POW_MINUS_24;
    }
    let last = digits.len() - 1;
    let product = |i: usize| {
        let sum = |sum, k: usize| sum + PIO2_PIECES[k] * parts[i + k];
        (0..=terms.min(last - i)).fold(0.0, sum)
    };
    (0..=last).rev().map(product).collect()
}

/// The sum of products as head and tail.
#[must_use]
pub fn head_and_tail(products: &[f64], is_complement: bool) -> (f64, f64) {
    let head = products.iter().rev().fold(0.0, |sum, part| sum + part);
    let tail = products[1..]
        .iter()
        .fold(products[0] - head, |sum, part| sum + part);
    if is_complement {
        (-head, -tail)
    } else {
        (head, tail)
    }
}

/// The quadrant and the remainder of an `f32` greater than 9/4 pi.
fn reduce_great_f32(x: f32) -> (i32, f64) {
    const PIO4_F32: f64 = f64::from_bits(0x3fe9_21fb_6000_0000); // 0.7853981852531433

    // pi/2 in a part of 25 bits and the rest.
    const PIO2_25: f64 = f64::from_bits(0x3ff9_21fb_5000_0000); // 1.5707963109016418
    const PIO2_25T: f64 = f64::from_bits(0x3e51_10b4_611a_6263); // 1.5893254773528196e-08
    let bits = x.to_bits() & 0x7fff_ffff;
    if bits < 0x4dc9_0fdb {
        let mut n = f64::from(x) * INVERSE_PIO2 + TO_INT - TO_INT;
        let remainder = |n: f64| f64::from(x) - n * PIO2_25 - n * PIO2_25T;
        if remainder(n) < -PIO4_F32 {
            n -= 1.0;
        } else if remainder(n) > PIO4_F32 {
            n += 1.0;
        }
        return (n as i32, remainder(n));
    }
    let e0 = (bits >> 23) - (0x7f + 23);
    let piece = f64::from(f32::from_bits(bits - (e0 << 23)));
    let (n, is_complement, products) = multiply_by_inverse(&[piece], e0 as i32, 3, &TWO_OVER_PI);
    let (head, _) = head_and_tail(&products, is_complement);
    if x < 0.0 {
        return (-n, -head);
    }
    (n, head)
}

/// Multiples of pi/2.
static HALF_PIS: [f64; 5] = [
    0.0,
    f64::from_bits(0x3ff9_21fb_5444_2d18), // 1.5707963267948966
    f64::from_bits(0x4009_21fb_5444_2d18), // 3.141592653589793
    f64::from_bits(0x4012_d97c_7f33_21d2), // 4.71238898038469
    f64::from_bits(0x4019_21fb_5444_2d18), // 6.283185307179586
];

/// The quadrant and the remainder of an `f32`; up to 9/4 pi by a single subtraction.
#[must_use]
pub fn reduce_f32(x: f32) -> (i32, f64) {
    let quadrant = match x.to_bits() & 0x7fff_ffff {
        0..=0x3f49_0fda => 0,
        0x3f49_0fdb..=0x4016_cbe3 => 1,
        0x4016_cbe4..=0x407b_53d1 => 2,
        0x407b_53d2..=0x40af_eddf => 3,
        0x40af_ede0..=0x40e2_31d5 => 4,
        _ => return reduce_great_f32(x),
    };
    let multiple = HALF_PIS[quadrant as usize];
    if x < 0.0 {
        (-quadrant, f64::from(x) + multiple)
    } else {
        (quadrant, f64::from(x) - multiple)
    }
}
