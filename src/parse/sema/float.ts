/** Comptime floats. f64 and narrower are exact; `comptime_float`, f80 and f128 are held in f64 (a documented limit). */

/** Rounds to the nearest value of a float type of `bits` bits. */
export function roundFloat(value: number, bits: number): number {
  if (bits === 32) return Math.fround(value);
  return bits === 16 ? roundToHalf(value) : value;
}

function roundToHalf(value: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const exponent = Math.max(-14, Math.floor(Math.log2(Math.abs(value))));
  const unit = 2 ** (exponent - 10);
  const scaled = value / unit;
  const floor = Math.floor(scaled);
  const diff = scaled - floor;
  const rounded = diff > 0.5 || (diff === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  const result = rounded * unit;
  return Math.abs(result) > 65504 ? Math.sign(value) * Number.POSITIVE_INFINITY : result;
}
