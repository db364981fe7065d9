/** How a number may have turned into another while it was typed or copied. */
export type Typo =
  /** Another sign. */
  | 'sign'
  /** Two adjacent digits in the other order: 21 for 12. */
  | 'transposed'
  /** A digit left out: 5 for 15. */
  | 'dropped'
  /** A digit typed twice: 155 for 15. */
  | 'doubled'
  /** A digit too many: 15 for 5. */
  | 'added'
  /** One digit for another: 13 for 18. */
  | 'digit'
  /** Nothing where there is something, or the reverse. */
  | 'zero'
  /** One number over two neighbouring cells: 2｜0 for 20. */
  | 'split'
  /** Where the neighbour's number belongs. */
  | 'swapped';

/** The slip that turns `expected` into `actual`, both plain decimal digits; `''` stands for a blank cell. */
export function typoBetween(actual: string, expected: string): Typo | undefined {
  if (actual === expected) return undefined;
  if (actual === `-${expected}` || expected === `-${actual}`) return 'sign';
  if (actual === '' || actual === '0' || expected === '0') return 'zero';
  if (actual.length === expected.length) return substitution(actual, expected);
  if (actual.length + 1 === expected.length)
    return withoutOne(expected, actual) === undefined ? undefined : 'dropped';
  const at = withoutOne(actual, expected);
  if (at === undefined) return undefined;
  return actual[at] === actual[at - 1] ? 'doubled' : 'added';
}

const distances: Readonly<Record<Typo, number>> = {
  split: 1,
  swapped: 1,
  transposed: 1,
  doubled: 1,
  sign: 1,
  dropped: 2,
  added: 2,
  digit: 2,
  zero: 3,
};

/** Smaller is likelier; 4 for no known slip. */
export function typoDistance(typo: Typo | undefined): number {
  return typo === undefined ? 4 : distances[typo];
}

/**
 * True when the slip says something by itself. Between numbers of one digit every change is some slip, and
 * one digit for another is what a miscount looks like, too.
 */
export function isTelling(typo: Typo | undefined, actual: string, expected: string): boolean {
  switch (typo) {
    case 'sign':
    case 'split':
    case 'transposed':
      return true;
    case 'dropped':
    case 'doubled':
    case 'added':
      return Math.min(actual.length, expected.length) >= 2;
    default:
      return false;
  }
}

function substitution(actual: string, expected: string): Typo | undefined {
  const different = [...actual].flatMap((digit, index) => (digit === expected[index] ? [] : [index]));
  const [first = 0, second] = different;
  if (different.length === 1) return 'digit';
  const crossed =
    different.length === 2 &&
    second === first + 1 &&
    actual[first] === expected[second] &&
    actual[second] === expected[first];
  return crossed ? 'transposed' : undefined;
}

/** The place of the one digit that `longer` has more than `shorter`. */
function withoutOne(longer: string, shorter: string): number | undefined {
  let at = 0;
  while (longer[at] === shorter[at]) at++;
  return longer.slice(at + 1) === shorter.slice(at) ? at : undefined;
}
