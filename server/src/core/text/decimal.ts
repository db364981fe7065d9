/**
 * An exact decimal: `units / 10^scale`, in lowest terms, so that two equal numbers are alike.
 * Money adds up to the last 分, and counts of any length keep every digit.
 */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const zero: Decimal = { units: 0n, scale: 0 };

/** Longer literals are not figures but accidents; reading them would cost quadratic time. */
const longest = 40;

/** Reads `-12.50`, ASCII digits only; `undefined` for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > longest || !/^[+-]?\d+(?:\.\d+)?$/.test(text)) return undefined;
  const unsigned = text.replace(/^[+-]/, '');
  const [whole = '0', fraction = ''] = unsigned.split('.');
  const units = BigInt(whole + fraction);
  return lowest(text.startsWith('-') ? -units : units, fraction.length);
}

export function fromInteger(value: number): Decimal {
  return { units: BigInt(value), scale: 0 };
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale)
    return a.scale === 0 ? { units: a.units + b.units, scale: 0 } : lowest(a.units + b.units, a.scale);
  const scale = Math.max(a.scale, b.scale);
  return lowest(at(a, scale) + at(b, scale), scale);
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function negate(a: Decimal): Decimal {
  return { units: -a.units, scale: a.scale };
}

export function absolute(a: Decimal): Decimal {
  return a.units < 0n ? negate(a) : a;
}

/** `a × 10^power`. */
export function shift(a: Decimal, power: number): Decimal {
  return power >= a.scale
    ? { units: a.units * 10n ** BigInt(power - a.scale), scale: 0 }
    : lowest(a.units, a.scale - power);
}

/** Negative, zero or positive as `a` is smaller than, equal to or larger than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = at(a, scale) - at(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equal(a: Decimal, b: Decimal): boolean {
  return a.units === b.units && a.scale === b.scale;
}

export function isZero(a: Decimal): boolean {
  return a.units === 0n;
}

export function isInteger(a: Decimal): boolean {
  return a.scale === 0;
}

/** Plain digits with a point where needed: what stands in a cell and in JSON. */
export function formatDecimal(a: Decimal): string {
  const digits = (a.units < 0n ? -a.units : a.units).toString().padStart(a.scale + 1, '0');
  const sign = a.units < 0n ? '-' : '';
  if (a.scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -a.scale)}.${digits.slice(-a.scale)}`;
}

function at(a: Decimal, scale: number): bigint {
  return scale === a.scale ? a.units : a.units * 10n ** BigInt(scale - a.scale);
}

function lowest(units: bigint, scale: number): Decimal {
  let reduced = units;
  let places = scale;
  while (places > 0 && reduced % 10n === 0n) {
    reduced /= 10n;
    places--;
  }
  return { units: reduced, scale: places };
}
