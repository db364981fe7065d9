/**
 * Exact decimals as text: an optional minus, digits without leading zeros, and a fraction without
 * trailing zeros (`12`, `0.05`, `-3.2`). Two equal numbers are the same text.
 */
export function canonicalDecimal(whole: string, fraction = ''): string {
  let start = 0;
  while (start < whole.length - 1 && whole.charAt(start) === '0') start++;
  let end = fraction.length;
  while (end > 0 && fraction.charAt(end - 1) === '0') end--;
  const digits = whole === '' ? '0' : whole.slice(start);
  return end === 0 ? digits : `${digits}.${fraction.slice(0, end)}`;
}

/** `value × 10^power` of a canonical decimal that is not negative; `power` may be negative. */
export function shiftDecimal(value: string, power: number): string {
  const [whole = '0', fraction = ''] = value.split('.');
  if (power >= 0) {
    const padded = fraction.padEnd(power, '0');
    return canonicalDecimal(whole + padded.slice(0, power), padded.slice(power));
  }
  const padded = whole.padStart(1 - power, '0');
  return canonicalDecimal(padded.slice(0, power), padded.slice(power) + fraction);
}

/** The exact sum of two canonical decimals that are not negative. */
export function addDecimals(a: string, b: string): string {
  const [wholeA = '0', fractionA = ''] = a.split('.');
  const [wholeB = '0', fractionB = ''] = b.split('.');
  const places = Math.max(fractionA.length, fractionB.length);
  const length = Math.max(wholeA.length, wholeB.length) + places;
  const left = (wholeA + fractionA.padEnd(places, '0')).padStart(length, '0');
  const right = (wholeB + fractionB.padEnd(places, '0')).padStart(length, '0');
  const digits: number[] = [];
  let carry = 0;
  for (let i = length - 1; i >= 0; i--) {
    const sum = left.charCodeAt(i) + right.charCodeAt(i) - 96 + carry;
    digits.push(sum % 10);
    carry = sum >= 10 ? 1 : 0;
  }
  digits.push(carry);
  const all = digits.reverse().join('');
  return canonicalDecimal(all.slice(0, all.length - places), all.slice(all.length - places));
}
