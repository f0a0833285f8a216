//! In tenths of a millimetre.
pub const inch: u32 = 254;

pub fn millimetres(centimetres: u32) u32 {
    return centimetres * 10;
}
