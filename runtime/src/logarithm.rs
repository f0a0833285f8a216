//! `@log`, `@log2` and `@log10` with the bits of Zig's runtime library (those of the platform may differ in the last one).
//! `f16` goes through `f32`.
//!
//! Source: lib/compiler_rt (`log`, `log2`, `log10`), which are ports of musl's (MIT licence).

/// What the logarithms give for 0, negative numbers, infinity and nan.
fn log_of_special(x: f64) -> f64 {
    if x == 0.0 {
        f64::NEG_INFINITY
    } else if x > 0.0 || x.is_nan() {
        x
    } else {
        -f64::NAN
    }
}

static LOG_NEAR_1: [f64; 11] = [
    f64::from_bits(0xbfe0_0000_0000_0000), // -0.5
    f64::from_bits(0x3fd5_5555_5555_5577), // 0.3333333333333352
    f64::from_bits(0xbfcf_ffff_ffff_fdcb), // -0.24999999999998432
    f64::from_bits(0x3fc9_9999_9995_dd0c), // 0.19999999999320328
    f64::from_bits(0xbfc5_5555_5567_45a7), // -0.16666666669929706
    f64::from_bits(0x3fc2_4924_a344_de30), // 0.14285715076560868
    f64::from_bits(0xbfbf_ffff_a442_3d65), // -0.12499997863982555
    f64::from_bits(0x3fbc_7184_282a_d6ca), // 0.11110712032936046
    f64::from_bits(0xbfb9_99eb_43b0_68ff), // -0.10000486757818193
    f64::from_bits(0x3fb7_8182_f7af_d085), // 0.09181994006195467
    f64::from_bits(0xbfb5_5213_75d1_45cd), // -0.08328363062289341
];

static LOG: [f64; 5] = [
    f64::from_bits(0xbfe0_0000_0000_0001), // -0.5000000000000001
    f64::from_bits(0x3fd5_5555_5551_305b), // 0.33333333331825593
    f64::from_bits(0xbfcf_ffff_ffeb_4590), // -0.2499999999622955
    f64::from_bits(0x3fc9_99b3_24f1_0111), // 0.20000304511814496
    f64::from_bits(0xbfc5_5575_e506_c89f), // -0.16667054827627667
];

/// `@log` of `f64`.
#[must_use]
pub fn ln(x: f64) -> f64 {
    const LN2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fefa_3800); // 0.6931471805598903
    const LN2_LOW: f64 = f64::from_bits(0x3d2e_f357_93c7_6730); // 5.497923018708371e-14
    const SPLIT: f64 = f64::from_bits(0x41a0_0000_0000_0000); // 134217728.0
    const NEAR_LOW: f64 = f64::from_bits(0x3fee_0000_0000_0000); // 0.9375
    const NEAR_HIGH: f64 = f64::from_bits(0x3ff1_0900_0000_0000); // 1.064697265625
    const TWO_POW_52: f64 = f64::from_bits(0x4330_0000_0000_0000); // 4503599627370496.0
    if x == 1.0 {
        return 0.0;
    }
    if (NEAR_LOW..NEAR_HIGH).contains(&x) {
        let p = &LOG_NEAR_1;
        let r = x - 1.0;
        let r2 = r * r;
        let r3 = r * r2;
        let third = p[7] + r * p[8] + r2 * p[9] + r3 * p[10];
        let second = p[4] + r * p[5] + r2 * p[6] + r3 * third;
        let y = r3 * (p[1] + r * p[2] + r2 * p[3] + r3 * second);
        let w = r * SPLIT;
        let r_high = r + w - w;
        let r_low = r - r_high;
        let w = r_high * r_high * p[0];
        let high = r + w;
        let low = r - high + w + p[0] * r_low * (r_high + r);
        return y + low + high;
    }
    if x <= 0.0 || !x.is_finite() {
        return log_of_special(x);
    }
    let mut bits = x.to_bits().cast_signed();
    if bits >> 52 == 0 {
        bits = (x * TWO_POW_52).to_bits().cast_signed() - (52 << 52);
    }
    // x is z * 2^k; the table has 1/c and log(c) for a c near z.
    let offset = bits - 0x3fe6_0000_0000_0000;
    let entry = 2 * (offset >> 45 & 0x7f) as usize;
    let k = offset >> 52;
    let z = f64::from_bits((bits - (k << 52)).cast_unsigned());
    let inverse = f64::from_bits(LOG_TABLE[entry]);
    let log_of_c = f64::from_bits(LOG_TABLE[entry + 1]);
    let c_high = f64::from_bits(LOG_CENTER_TABLE[entry]);
    let c_low = f64::from_bits(LOG_CENTER_TABLE[entry + 1]);
    let r = (z - c_high - c_low) * inverse;
    let w = k as f64 * LN2_HIGH + log_of_c;
    let high = w + r;
    let low = w - high + r + k as f64 * LN2_LOW;
    let r2 = r * r;
    let polynomial = LOG[1] + r * LOG[2] + r2 * (LOG[3] + r * LOG[4]);
    low + r2 * LOG[0] + r * r2 * polynomial + high
}

/// A number as `2^k * (1 + f)` with `1 + f` in [sqrt(2)/2, sqrt(2)], and the polynomial part of `log(1 + f)`.
struct Reduced<F> {
    k: F,
    f: F,
    /// `f * f / 2`.
    half_square: F,
    /// `s * (half_square + R)`: log(1 + f) is f - half_square + this.
    rest: F,
}

static LG: [f64; 7] = [
    f64::from_bits(0x3fe5_5555_5555_5593), // 0.6666666666666735
    f64::from_bits(0x3fd9_9999_9997_fa04), // 0.3999999999940942
    f64::from_bits(0x3fd2_4924_9422_9359), // 0.2857142874366239
    f64::from_bits(0x3fcc_71c5_1d8e_78af), // 0.22222198432149784
    f64::from_bits(0x3fc7_4664_96cb_03de), // 0.1818357216161805
    f64::from_bits(0x3fc3_9a09_d078_c69f), // 0.15313837699209373
    f64::from_bits(0x3fc2_f112_df3e_5244), // 0.14798198605116586
];

/// For `log2` and `log10`; `x` is positive and finite.
fn reduce(x: f64) -> Reduced<f64> {
    const TWO_POW_54: f64 = f64::from_bits(0x4350_0000_0000_0000); // 1.8014398509481984e+16
    let low_bits = x.to_bits() & 0xffff_ffff;
    let mut k = 0;
    let mut word = (x.to_bits() >> 32) as u32;
    if word < 0x0010_0000 {
        // Subnormal. (Zig keeps the low bits of the number before it is scaled.)
        k -= 54;
        word = ((x * TWO_POW_54).to_bits() >> 32) as u32;
    }
    word += 0x3ff0_0000 - 0x3fe6_a09e;
    k += (word >> 20) as i32 - 0x3ff;
    word = (word & 0xf_ffff) + 0x3fe6_a09e;
    let f = f64::from_bits((u64::from(word) << 32) | low_bits) - 1.0;
    let half_square = 0.5 * f * f;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let t1 = w * (LG[1] + w * (LG[3] + w * LG[5]));
    let t2 = z * (LG[0] + w * (LG[2] + w * (LG[4] + w * LG[6])));
    Reduced {
        k: f64::from(k),
        f,
        half_square,
        rest: s * (half_square + (t2 + t1)),
    }
}

impl Reduced<f64> {
    /// `log(1 + f)` as a sum, the first part of which has only its upper bits.
    fn split(&self) -> (f64, f64) {
        let high = self.f - self.half_square;
        let high = f64::from_bits(high.to_bits() & 0xffff_ffff_0000_0000);
        (high, self.f - high - self.half_square + self.rest)
    }
}

/// `@log2` of `f64`.
#[must_use]
pub fn log2(x: f64) -> f64 {
    const INVERSE_HIGH: f64 = f64::from_bits(0x3ff7_1547_6520_0000); // 1.4426950407214463
    const INVERSE_LOW: f64 = f64::from_bits(0x3de7_05fc_2eef_a200); // 1.6751713164886512e-10
    if x <= 0.0 || !x.is_finite() {
        return log_of_special(x);
    }
    if x == 1.0 {
        return 0.0;
    }
    let reduced = reduce(x);
    let (high, low) = reduced.split();
    let value_high = high * INVERSE_HIGH;
    let value_low = (low + high) * INVERSE_LOW + low * INVERSE_HIGH;
    let sum = reduced.k + value_high;
    value_low + ((reduced.k - sum) + value_high) + sum
}

/// `@log10` of `f64`.
#[must_use]
pub fn log10(x: f64) -> f64 {
    const INVERSE_HIGH: f64 = f64::from_bits(0x3fdb_cb7b_1520_0000); // 0.4342944818781689
    const INVERSE_LOW: f64 = f64::from_bits(0x3dbb_9438_ca9a_add5); // 2.5082946711645275e-11
    const LOG2_HIGH: f64 = f64::from_bits(0x3fd3_4413_509f_6000); // 0.30102999566361177
    const LOG2_LOW: f64 = f64::from_bits(0x3d59_fef3_11f1_2b36); // 3.694239077158931e-13
    if x <= 0.0 || !x.is_finite() {
        return log_of_special(x);
    }
    if x == 1.0 {
        return 0.0;
    }
    let reduced = reduce(x);
    let (high, low) = reduced.split();
    let value_high = high * INVERSE_HIGH;
    let y = reduced.k * LOG2_HIGH;
    let value_low = reduced.k * LOG2_LOW + (low + high) * INVERSE_LOW + low * INVERSE_HIGH;
    let sum = y + value_high;
    value_low + ((y - sum) + value_high) + sum
}

static LG_F32: [f32; 4] = [
    f32::from_bits(0x3f2a_aaaa), // 0.666666627
    f32::from_bits(0x3ecc_ce13), // 0.400009722
    f32::from_bits(0x3e91_e9ee), // 0.284987867
    f32::from_bits(0x3e78_9e26), // 0.242790788
];

fn reduce_f32(x: f32) -> Reduced<f32> {
    const TWO_POW_25: f32 = f32::from_bits(0x4c00_0000); // 33554432
    let mut k = 0;
    let mut bits = x.to_bits();
    if bits < 0x0080_0000 {
        k -= 25;
        bits = (x * TWO_POW_25).to_bits();
    }
    bits += 0x3f80_0000 - 0x3f35_04f3;
    k += (bits >> 23) as i32 - 0x7f;
    bits = (bits & 0x7f_ffff) + 0x3f35_04f3;
    let f = f32::from_bits(bits) - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let t1 = w * (LG_F32[1] + w * LG_F32[3]);
    let t2 = z * (LG_F32[0] + w * LG_F32[2]);
    let half_square = 0.5 * f * f;
    Reduced {
        k: k as f32,
        f,
        half_square,
        rest: s * (half_square + (t2 + t1)),
    }
}

impl Reduced<f32> {
    /// `log(1 + f)` as a sum, the first part of which has only its upper bits.
    fn split(&self) -> (f32, f32) {
        let high = self.f - self.half_square;
        let high = f32::from_bits(high.to_bits() & 0xffff_f000);
        (high, self.f - high - self.half_square + self.rest)
    }
}

/// `@log` of `f32`.
#[must_use]
pub fn ln_f32(x: f32) -> f32 {
    const LN2_HIGH: f32 = f32::from_bits(0x3f31_7180); // 0.693138123
    const LN2_LOW: f32 = f32::from_bits(0x3717_f7d1); // 9.05800061e-06
    if x <= 0.0 || !x.is_finite() {
        return log_of_special(x.into()) as f32;
    }
    if x == 1.0 {
        return 0.0;
    }
    let r = reduce_f32(x);
    r.rest + r.k * LN2_LOW - r.half_square + r.f + r.k * LN2_HIGH
}

/// `@log2` of `f32`.
#[must_use]
pub fn log2_f32(x: f32) -> f32 {
    const INVERSE_HIGH: f32 = f32::from_bits(0x3fb8_b000); // 1.44287109
    const INVERSE_LOW: f32 = f32::from_bits(0xb938_9ad4); // -0.000176052854
    if x <= 0.0 || !x.is_finite() {
        return log_of_special(x.into()) as f32;
    }
    if x == 1.0 {
        return 0.0;
    }
    let reduced = reduce_f32(x);
    let (high, low) = reduced.split();
    (low + high) * INVERSE_LOW + low * INVERSE_HIGH + high * INVERSE_HIGH + reduced.k
}

/// `@log10` of `f32`.
#[must_use]
pub fn log10_f32(x: f32) -> f32 {
    const INVERSE_HIGH: f32 = f32::from_bits(0x3ede_6000); // 0.434326172
    const INVERSE_LOW: f32 = f32::from_bits(0xb804_ead9); // -3.16899714e-05
    const LOG2_HIGH: f32 = f32::from_bits(0x3e9a_2080); // 0.301029205
    const LOG2_LOW: f32 = f32::from_bits(0x3554_27db); // 7.90341517e-07
    if x <= 0.0 || !x.is_finite() {
        return log_of_special(x.into()) as f32;
    }
    if x == 1.0 {
        return 0.0;
    }
    let reduced = reduce_f32(x);
    let (high, low) = reduced.split();
    let value = reduced.k * LOG2_LOW + (low + high) * INVERSE_LOW;
    value + low * INVERSE_HIGH + high * INVERSE_HIGH + reduced.k * LOG2_HIGH
}

// ---- tables --------------------------------------------------------------------------------------------------------

/// 1/c and log(c), as bits.
#[rustfmt::skip]
static LOG_TABLE: [u64; 256] = [
    0x3ff7_34f0_c3e0_de9f, 0xbfd7_cc7f_79e6_9000, 0x3ff7_1378_6a2c_e91f, 0xbfd7_6fee_c20d_0000,
    0x3ff6_f260_08fa_b5a0, 0xbfd7_13e3_1351_e000, 0x3ff6_d1a6_1f13_8c7d, 0xbfd6_b85b_3828_7800,
    0x3ff6_b149_0bc5_b4d1, 0xbfd6_5d55_9080_7800, 0x3ff6_9147_332f_0cba, 0xbfd6_02d0_7618_0000,
    0x3ff6_719f_1822_4223, 0xbfd5_a8ca_8690_9000, 0x3ff6_524f_99a5_1ed9, 0xbfd5_4f43_5603_5000,
    0x3ff6_3356_aa8f_24c4, 0xbfd4_f637_c36b_4000, 0x3ff6_14b3_6b9d_dc14, 0xbfd4_9da7_fda8_5000,
    0x3ff5_f664_52c6_5c4c, 0xbfd4_4592_3989_a800, 0x3ff5_d867_b591_2c4f, 0xbfd3_edf4_39b0_b800,
    0x3ff5_babc_cb5b_90de, 0xbfd3_96ce_448f_7000, 0x3ff5_9d61_f2d9_1a78, 0xbfd3_401e_17bd_a000,
    0x3ff5_8056_1246_5687, 0xbfd2_e9e2_ef46_8000, 0x3ff5_6397_cee7_6bd3, 0xbfd2_941b_3830_e000,
    0x3ff5_4725_e2a7_7f93, 0xbfd2_3ec5_8cda_8800, 0x3ff5_2aff_4206_4583, 0xbfd1_e9e1_2927_9000,
    0x3ff5_0f22_dbb2_bddf, 0xbfd1_956d_2b48_f800, 0x3ff4_f38f_4734_ded7, 0xbfd1_4167_9ab9_f800,
    0x3ff4_d843_cfde_2840, 0xbfd0_edd0_94ef_9800, 0x3ff4_bd3e_c078_a3c8, 0xbfd0_9aa5_18db_1000,
    0x3ff4_a27f_c3e0_258a, 0xbfd0_47e6_5263_b800, 0x3ff4_8805_24d4_8434, 0xbfcf_eb22_4586_f000,
    0x3ff4_6dce_1b19_2d0b, 0xbfcf_474a_7517_b000, 0x3ff4_53d9_d339_1854, 0xbfce_a444_3d10_3000,
    0x3ff4_3a27_44b4_845a, 0xbfce_020d_44e9_b000, 0x3ff4_20b5_4115_f8fb, 0xbfcd_60a2_2977_f000,
    0x3ff4_0782_da3e_f4b1, 0xbfcc_c001_0495_9000, 0x3ff3_ee8f_5d57_fe8f, 0xbfcc_2029_5689_1000,
    0x3ff3_d5d9_a00b_4ce9, 0xbfcb_8117_8d81_1000, 0x3ff3_bd60_c010_c12b, 0xbfca_e2c9_ccd3_d000,
    0x3ff3_a524_2b75_dab8, 0xbfca_4540_2e12_9000, 0x3ff3_8d22_cd9f_d002, 0xbfc9_a877_681d_f000,
    0x3ff3_755b_c584_7a1c, 0xbfc9_0c6d_6948_3000, 0x3ff3_5dce_49ad_36e2, 0xbfc8_7120_a645_c000,
    0x3ff3_4679_984d_d440, 0xbfc7_d68f_b414_3000, 0x3ff3_2f5c_ceff_cb24, 0xbfc7_3cb8_3c62_7000,
    0x3ff3_1877_75a1_0d49, 0xbfc6_a39a_9b37_6000, 0x3ff3_01c8_373e_3990, 0xbfc6_0b31_54b7_a000,
    0x3ff2_eb4e_bb95_f841, 0xbfc5_737d_7624_3000, 0x3ff2_d50a_0219_a9d1, 0xbfc4_dc7b_8fc2_3000,
    0x3ff2_bef9_a8b7_fd2a, 0xbfc4_462c_51d2_0000, 0x3ff2_a91c_7a0c_1bab, 0xbfc3_b08a_bc83_0000,
    0x3ff2_9372_6014_b530, 0xbfc3_1b99_6b49_0000, 0x3ff2_7dfa_5757_a1f5, 0xbfc2_8754_90a4_4000,
    0x3ff2_68b3_9b1d_3bbf, 0xbfc1_f3b9_f879_a000, 0x3ff2_539d_838f_f5bd, 0xbfc1_60c8_252c_a000,
    0x3ff2_3eb7_aac9_083b, 0xbfc0_ce7f_57f7_2000, 0x3ff2_2a01_2ba9_40b6, 0xbfc0_3cdc_49fe_a000,
    0x3ff2_1579_96cc_4132, 0xbfbf_57bd_bc4b_8000, 0x3ff2_0120_1dd2_fc9b, 0xbfbe_3708_9640_4000,
    0x3ff1_ecf4_494d_480b, 0xbfbd_1798_3ef9_4000, 0x3ff1_d8f5_528f_6569, 0xbfbb_f967_4ed8_a000,
    0x3ff1_c523_1157_7e7c, 0xbfba_dc79_202f_6000, 0x3ff1_b17c_74cb_26e9, 0xbfb9_c0c3_e728_8000,
    0x3ff1_9e01_0c2c_1ab6, 0xbfb8_a646_b372_c000, 0x3ff1_8ab0_7bb6_70bd, 0xbfb7_8d01_b3ac_0000,
    0x3ff1_778a_25ef_bcb6, 0xbfb6_74f1_4538_0000, 0x3ff1_648d_354c_31da, 0xbfb5_5e0e_6d87_8000,
    0x3ff1_51b9_9027_5fdd, 0xbfb4_485c_dea1_e000, 0x3ff1_3f0e_a432_d24c, 0xbfb3_33d9_4d6a_a000,
    0x3ff1_2c8b_7210_f9da, 0xbfb2_2079_f8c5_6000, 0x3ff1_1a30_28ec_b531, 0xbfb1_0e46_9862_2000,
    0x3ff1_07fb_da84_34af, 0xbfaf_fa6c_6ad2_0000, 0x3ff0_f5ee_0f4e_6bb3, 0xbfad_da8d_4a77_4000,
    0x3ff0_e406_5d2a_9fce, 0xbfab_bcec_e485_0000, 0x3ff0_d244_632c_a521, 0xbfa9_a189_4012_c000,
    0x3ff0_c0a7_7ce2_981a, 0xbfa7_8858_3302_c000, 0x3ff0_af2f_83c6_36d1, 0xbfa5_715e_67d6_8000,
    0x3ff0_9ddb_98a0_1339, 0xbfa3_5c8a_4965_8000, 0x3ff0_8cab_af52_e7df, 0xbfa1_49e3_6415_4000,
    0x3ff0_7b9f_2f4e_28fb, 0xbf9e_72c0_82eb_8000, 0x3ff0_6ab5_8c35_8f19, 0xbf9a_55f1_5252_8000,
    0x3ff0_59ee_a5ec_f92c, 0xbf96_3d62_cf81_8000, 0x3ff0_4949_cdd1_2c90, 0xbf92_28fb_8caa_0000,
    0x3ff0_38c6_c6f0_ada9, 0xbf8c_317b_20f9_0000, 0x3ff0_2865_1379_32a9, 0xbf84_1935_5daa_0000,
    0x3ff0_1824_27ea_7348, 0xbf78_1203_c2ec_0000, 0x3ff0_0804_0614_b195, 0xbf60_0409_7924_0000,
    0x3fef_e01f_f726_fa1a, 0x3f6f_eff3_8490_0000, 0x3fef_a11c_c261_ea74, 0x3f87_dc41_353d_0000,
    0x3fef_6310_b081_992e, 0x3f93_cea3_c4c2_8000, 0x3fef_25f6_3cee_adcd, 0x3f9b_9fc1_1489_0000,
    0x3fee_e9c8_0391_13e7, 0x3fa1_b0d8_ce11_0000, 0x3fee_ae80_78cb_b1ab, 0x3fa5_8a5b_d001_c000,
    0x3fee_741a_a29d_0c9b, 0x3fa9_5c83_40d8_8000, 0x3fee_3a91_830a_99b5, 0x3fad_276a_ef57_8000,
    0x3fee_01e0_0960_9a56, 0x3fb0_7598_e598_c000, 0x3fed_ca01_e577_bb98, 0x3fb2_53f5_e30d_2000,
    0x3fed_92f2_0b7c_9103, 0x3fb4_2edd_8b38_0000, 0x3fed_5cac_66fb_5cce, 0x3fb6_0659_8757_c000,
    0x3fed_272c_aa5e_de9d, 0x3fb7_da76_356a_0000, 0x3fec_f26e_3e6b_2ccd, 0x3fb9_ab43_4e1c_6000,
    0x3fec_be6d_a2a7_7902, 0x3fbb_78c7_bb0d_6000, 0x3fec_8b26_6d37_086d, 0x3fbd_4313_32e7_2000,
    0x3fec_5894_bd5d_5804, 0x3fbf_0a31_71de_6000, 0x3fec_26b5_33bb_9f8c, 0x3fc0_6715_2b91_4000,
    0x3feb_f583_eeec_e73f, 0x3fc1_4785_8292_b000, 0x3feb_c4fd_75db_96c1, 0x3fc2_266e_cdca_3000,
    0x3feb_951e_0c86_4a28, 0x3fc3_03d7_a6c5_5000, 0x3feb_65e2_c5ef_3e2c, 0x3fc3_dfc3_3c33_1000,
    0x3feb_3748_67c9_888b, 0x3fc4_ba36_6b7a_8000, 0x3feb_094b_211d_304a, 0x3fc5_9339_28d1_f000,
    0x3fea_dbe8_85f2_ef7e, 0x3fc6_6acd_2418_f000, 0x3fea_af1d_3160_3da2, 0x3fc7_40f8_ec66_9000,
    0x3fea_82e6_3fd3_58a7, 0x3fc8_15c0_f51a_f000, 0x3fea_5740_ef09_738b, 0x3fc8_e929_54f6_8000,
    0x3fea_2c2a_90ab_4b27, 0x3fc9_bb36_02f8_4000, 0x3fea_01a0_1393_f2d1, 0x3fca_8bed_1c2c_0000,
    0x3fe9_d79f_24db_3c1b, 0x3fcb_5b51_5c01_d000, 0x3fe9_ae25_05c7_b190, 0x3fcc_2967_ccbc_c000,
    0x3fe9_852e_f297_ce2f, 0x3fcc_f635_d548_6000, 0x3fe9_5cba_eea4_4b75, 0x3fcd_c1bd_3446_c000,
    0x3fe9_34c6_9de7_4838, 0x3fce_8c01_b8cf_e000, 0x3fe9_0d4f_2f67_52e6, 0x3fcf_5509_c017_9000,
    0x3fe8_e652_8eff_d79d, 0x3fd0_0e6c_121f_b800, 0x3fe8_bfce_9fcc_007c, 0x3fd0_71b8_0e93_d000,
    0x3fe8_99c0_dabe_c30e, 0x3fd0_d46b_9e86_7000, 0x3fe8_7427_aa23_17fb, 0x3fd1_3687_334b_d000,
    0x3fe8_4f00_acb3_9a08, 0x3fd1_980d_6723_4800, 0x3fe8_2a49_e865_3e55, 0x3fd1_f8ff_e0cc_8000,
    0x3fe8_0601_95f4_0260, 0x3fd2_595f_d763_6800, 0x3fe7_e225_63e0_a329, 0x3fd2_b930_0914_a800,
    0x3fe7_beb3_77dc_b5ad, 0x3fd3_1872_1043_6000, 0x3fe7_9baa_6797_25c2, 0x3fd3_7726_6dec_1800,
    0x3fe7_7907_f217_0657, 0x3fd3_d54f_fbaf_3000, 0x3fe7_56ca_dbd6_130c, 0x3fd4_32ee_e32f_e000,
];

/// c as head and tail, as bits.
#[rustfmt::skip]
static LOG_CENTER_TABLE: [u64; 256] = [
    0x3fe6_1000_014f_b66b, 0x3c7e_026c_9142_5b3c, 0x3fe6_3000_034d_b495, 0x3c8d_bfea_4800_5d41,
    0x3fe6_5000_0d94_d478, 0x3c8e_7fa7_86d6_a5b7, 0x3fe6_7000_074e_6fad, 0x3c61_fcea_6b54_254c,
    0x3fe6_8fff_fedf_0fae, 0xbc7c_7e27_4c59_0efd, 0x3fe6_b000_0763_c5bc, 0xbc8a_c168_48dc_da01,
    0x3fe6_d000_1e5c_c1f6, 0x3c83_3f1c_9d49_9311, 0x3fe6_efff_eb05_f63e, 0xbc7e_8004_1ae2_2d53,
    0x3fe7_1000_0e86_9780, 0x3c7b_ff66_7109_7952, 0x3fe7_2fff_fc67_e912, 0x3c8c_00e2_26bd_8724,
    0x3fe7_4fff_df81_116a, 0xbc6e_0291_6ef1_01d2, 0x3fe7_7000_0f67_9c90, 0xbc67_fc71_cd54_9c74,
    0x3fe7_8fff_fa7e_c835, 0x3c81_bec1_9ef5_0483, 0x3fe7_afff_fe20_c2e6, 0xbc70_7e17_29cc_6465,
    0x3fe7_cfff_ed3f_c900, 0xbc80_8072_087b_8b1c, 0x3fe7_efff_e926_1a76, 0x3c8d_c028_6d9d_f9ae,
    0x3fe8_1000_049c_a3e8, 0x3c89_7fd2_51e5_4c33, 0x3fe8_3000_1793_2c8f, 0xbc8a_fee9_b630_f381,
    0x3fe8_5000_0633_739c, 0x3c89_bfbf_6b65_35bc, 0x3fe8_7000_2042_89c6, 0xbc8b_bf65_f311_7b75,
    0x3fe8_8fff_ebf5_7904, 0xbc89_006e_a23d_cb57, 0x3fe8_b000_22bc_04df, 0xbc7d_00df_38e0_4b0a,
    0x3fe8_cfff_e50c_1b8a, 0xbc88_0071_46ff_9f05, 0x3fe8_efff_fc91_8e43, 0x3c83_817b_d07a_7038,
    0x3fe9_1000_1efa_5fc7, 0x3c89_3e91_76df_b403, 0x3fe9_3000_1346_7bb9, 0x3c7f_804e_4b98_0276,
    0x3fe9_4fff_e6ee_076f, 0xbc8f_7ef0_d9ff_622e, 0x3fe9_6fff_de3c_12d1, 0xbc70_82aa_9626_38ba,
    0x3fe9_8fff_f445_8a0d, 0xbc87_801b_9164_a8ef, 0x3fe9_afff_dd98_2e3e, 0xbc87_40e0_8a5a_9337,
    0x3fe9_cfff_ed49_fb66, 0x3c3f_ce08_c19b_e000, 0x3fe9_f000_20f1_9c51, 0xbc8a_3faa_2788_5b0a,
    0x3fea_1000_1145_b006, 0x3c74_ff48_9958_da56, 0x3fea_3000_07bb_f6fa, 0x3c8c_beab_8a2b_6d18,
    0x3fea_5000_1097_1d79, 0x3c88_feca_dd78_7930, 0x3fea_7000_1df5_2e48, 0xbc8f_4176_3dd8_abdb,
    0x3fea_9000_1c59_3352, 0xbc8e_bf02_84c2_7612, 0x3fea_b000_2a4f_3e4b, 0xbc69_fd04_3cff_3f5f,
    0x3fea_cfff_d7ae_1ed1, 0xbc82_3ee7_1290_70b4, 0x3fea_efff_ee51_0478, 0x3c6a_063e_e00e_dea3,
    0x3feb_0fff_db65_0d5b, 0x3c5a_06c8_381f_0ab9, 0x3feb_2fff_feaa_ca57, 0xbc79_011e_7423_3c1d,
    0x3feb_4fff_d995_badc, 0xbc79_ff10_6886_2a9f, 0x3feb_7000_249e_659c, 0x3c8a_ff45_d086_4f3e,
    0x3feb_8fff_f987_1640, 0x3c7c_fe77_96c2_c3f9, 0x3feb_afff_d204_cb4f, 0xbc63_ff27_eef2_2bc4,
    0x3feb_cfff_d241_5c45, 0xbc6c_ffb7_ee3b_ea21, 0x3feb_efff_f863_09df, 0xbc81_4103_972e_0b5c,
    0x3fec_0fff_e1b5_7653, 0x3c8b_c164_94b7_6a19, 0x3fec_2fff_f1fa_57e3, 0xbc64_feef_8d30_c6ed,
    0x3fec_4fff_dcbf_e424, 0xbc84_3f68_bcec_4775, 0x3fec_6fff_ed54_b9f7, 0x3c84_7ea3_f053_e0ec,
    0x3fec_8fff_eb99_8fd5, 0x3c73_8306_8df9_92f1, 0x3fec_b000_2125_219a, 0xbc68_fd8e_6418_0e04,
    0x3fec_cfff_dd94_469c, 0x3c8e_7ebe_1cc7_ea72, 0x3fec_efff_eafd_c476, 0x3c8e_be39_ad9f_88fe,
    0x3fed_1000_169a_f82b, 0x3c75_7d91_a8b9_5a71, 0x3fed_3000_0d0f_f71d, 0x3c89_c190_6970_c7da,
    0x3fed_4fff_ea79_0fc4, 0xbc58_0e37_c558_fe0c, 0x3fed_7000_2edc_87e5, 0xbc7f_80d6_4dc1_0f44,
    0x3fed_9000_21dc_82aa, 0xbc74_7c8f_94fd_5c5c, 0x3fed_afff_d86b_0283, 0x3c8c_7f1d_c521_617e,
    0x3fed_d000_296c_4739, 0x3c88_019e_b2ff_b153, 0x3fed_efff_e544_90f5, 0x3c6e_00d2_c652_cc89,
    0x3fee_0fff_cdab_f694, 0xbc7f_8340_202d_69d2, 0x3fee_2fff_db52_c8dd, 0x3c7b_00c1_ca1b_0864,
    0x3fee_4fff_f242_16ef, 0x3c72_ffa8_b094_ab51, 0x3fee_6fff_e88a_5e11, 0xbc57_f673_b1ef_be59,
    0x3fee_9000_119e_ff0d, 0xbc84_808d_5e0b_c801, 0x3fee_afff_dfa5_1744, 0x3c78_0006_d543_20b5,
    0x3fee_d000_1a12_7fa1, 0xbc50_02f8_6056_5c92, 0x3fee_f000_07ba_bcc4, 0xbc85_4044_5d35_e611,
    0x3fef_0fff_f57a_8d02, 0xbc4f_fb31_39ef_9105, 0x3fef_3000_1ee5_8ac7, 0x3c8a_81ac_f273_1155,
    0x3fef_4fff_f582_3494, 0x3c8a_3f41_d4d7_c743, 0x3fef_6fff_fca9_4c6b, 0xbc62_02f4_1c98_7875,
    0x3fef_8fff_e1f9_c441, 0x3c77_7dd1_f477_e74b, 0x3fef_afff_d2e0_e37e, 0xbc6f_0119_9a7c_a331,
    0x3fef_d000_1c77_e49e, 0x3c71_81ee_4bce_acb1, 0x3fef_efff_f7e0_c331, 0xbc6e_0537_0170_875a,
    0x3ff0_0fff_f465_606e, 0xbc8a_7ead_491c_0ada, 0x3ff0_2fff_f386_7a58, 0xbc97_7f69_c3fc_b2e0,
    0x3ff0_4fff_fdfc_0d17, 0x3c97_bffe_34cb_945b, 0x3ff0_7000_03cd_4d82, 0x3c82_0083_c0e4_56cb,
    0x3ff0_8fff_f9f2_cbe8, 0xbc6d_ffdf_be37_751a, 0x3ff0_b000_010c_da65, 0xbc91_3f7f_aee6_26eb,
    0x3ff0_d000_01a4_d338, 0x3c80_7dfa_7948_9ff7, 0x3ff0_efff_fada_fdfd, 0xbc77_0405_70d6_6bc0,
    0x3ff1_1000_0bba_fd96, 0x3c8e_80d4_846d_0b62, 0x3ff1_2fff_fae5_f45d, 0x3c9d_bffa_64fd_36ef,
    0x3ff1_5000_0dd5_9ad9, 0x3c9a_0077_7012_50ae, 0x3ff1_7000_0f21_559a, 0x3c8d_fdf9_e2e3_deee,
    0x3ff1_8fff_fc27_5426, 0x3c91_0030_dc3b_7273, 0x3ff1_b000_123d_3c59, 0x3c99_7f79_8003_0188,
    0x3ff1_cfff_f829_9eb7, 0xbc65_f932_ab9f_8c67, 0x3ff1_efff_f48a_d400, 0x3c93_7fbf_9da7_5beb,
    0x3ff2_1000_0c8b_86a4, 0x3c9f_806b_91fd_5b22, 0x3ff2_3000_0385_4303, 0x3c93_ffc2_eb9f_bf33,
    0x3ff2_4fff_ffbc_f684, 0x3c76_01e7_7e2e_2e72, 0x3ff2_6fff_f529_21d9, 0x3c7f_fcbb_767f_0c61,
    0x3ff2_9000_1493_3a3c, 0xbc72_02ca_3c02_412b, 0x3ff2_b000_1455_6313, 0xbc92_8082_33f2_1f02,
    0x3ff2_cfff_ebfe_523b, 0xbc88_ff7e_384f_dcf2, 0x3ff2_f000_0bb8_ad96, 0xbc85_ff51_5030_41c5,
    0x3ff3_0fff_fb7a_e2af, 0xbc81_0071_885e_289d, 0x3ff3_2fff_feac_5f7f, 0xbc91_ff5d_3fb7_b715,
    0x3ff3_5000_0ca6_6756, 0x3c95_7f82_228b_82bd, 0x3ff3_7000_11fb_f721, 0x3c80_00ba_c40d_d5cc,
    0x3ff3_8fff_f959_2fb9, 0xbc94_3f9d_2db2_a751, 0x3ff3_b000_04dd_d242, 0x3c85_7f6b_7076_38e1,
    0x3ff3_cfff_f5b2_c957, 0x3c7a_023a_10bf_1231, 0x3ff3_efff_eab0_b418, 0x3c98_7f6d_66b1_52b0,
    0x3ff4_1000_1532_aff4, 0x3c67_f837_5f19_8524, 0x3ff4_3000_1747_8b29, 0x3c83_01e6_72dc_5143,
    0x3ff4_4fff_e795_b463, 0x3c89_ff69_b8b2_895a, 0x3ff4_6fff_e804_75e0, 0xbc95_c0b1_9bc2_f254,
    0x3ff4_8fff_ef6f_c1e7, 0x3c9b_4009_f23a_2a72, 0x3ff4_afff_e5be_a704, 0xbc94_ffb7_bf0d_7d45,
    0x3ff4_d000_1710_27de, 0xbc99_c064_71dc_6a3d, 0x3ff4_f000_0ff0_3ee2, 0x3c97_7f89_0b85_531c,
    0x3ff5_1000_12dc_4bd1, 0x3c60_0465_7166_a436, 0x3ff5_3000_1605_277a, 0xbc96_bfce_ce23_3209,
    0x3ff5_4fff_ecdb_704c, 0xbc89_0272_0505_a1d7, 0x3ff5_6fff_ef5f_54a9, 0x3c9b_bfe6_0ec9_6412,
    0x3ff5_9000_17e6_1012, 0x3c88_7ec5_81af_ef90, 0x3ff5_b000_03c9_3e92, 0xbc9f_4108_0abf_0cc0,
    0x3ff5_d000_1d49_19bc, 0xbc98_812a_fb25_4729, 0x3ff5_efff_e7b8_7a89, 0xbc94_7eb7_80ed_6904,
];
