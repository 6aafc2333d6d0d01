/* Exact decimal sums: whole units of 10^-40, which holds every number that a measure may take. */

const PLACES = 40;
const ONE = 10n ** BigInt(PLACES);

export const ZERO = 0n;

/** The units of a number as it is written: 0.1 is exactly one tenth. */
export function exact(value) {
  const { sign, whole, rest, power } = written(value);
  const digits = BigInt(whole + rest);
  const shift = PLACES + power - rest.length;
  const units = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  return sign * units;
}

/** How many decimals a number has as it is written; fewer than none for 1000. */
export function decimals(value) {
  const { whole, rest, power } = written(value);
  const digits = (whole + rest).replace(/0+$/, "");
  return digits === "" ? 0 : rest.length - power - (whole.length + rest.length - digits.length);
}

/** The plain text of units, as short as it is: "12.5". */
export function plain(units) {
  const digits = (units < 0n ? -units : units).toString().padStart(PLACES + 1, "0");
  const rest = digits.slice(-PLACES).replace(/0+$/, "");
  return (units < 0n ? "-" : "") + digits.slice(0, -PLACES) + (rest ? `.${rest}` : "");
}

/** The nearest number to units. */
export function near(units) {
  return units % ONE === 0n ? Number(units / ONE) : Number(plain(units));
}

function written(value) {
  const [, minus, whole, rest = "", power = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  return { sign: minus ? -1n : 1n, whole, rest, power: Number(power) };
}
