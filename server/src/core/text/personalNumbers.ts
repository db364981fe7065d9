import { halfWidth } from './normalize.ts';
import type { Span } from './span.ts';

export interface PersonalNumber {
  readonly kind: 'identity' | 'mobile' | 'bankCard';
  readonly span: Span;
  /** The digits (and X) alone. */
  readonly digits: string;
}

/** As long as the shortest of them. */
const longNumber = /[0-9０-９][-－ 0-9０-９]{10}/;

/**
 * Identity-card numbers with a valid check digit, mobile numbers and bank-card numbers of a text.
 * Numbers inside addresses of the web, counts with a unit and office telephones are none.
 */
export function personalNumbersIn(text: string): readonly PersonalNumber[] {
  if (!longNumber.test(text)) return [];
  const plain = halfWidth(text);
  const found: PersonalNumber[] = [];
  let at = 0;
  while (at < plain.length) {
    if (!isDigit(plain[at])) {
      at++;
      continue;
    }
    const run = runAt(plain, at);
    const kind = isFree(plain, run) ? kindOf(run.digits, plain, run) : undefined;
    if (kind !== undefined) found.push({ kind, span: { start: at, end: run.end }, digits: run.digits });
    at = run.end;
  }
  return found;
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** Digits in groups, divided by blanks or hyphens. */
  readonly groups: readonly number[];
}

/** Digits with single blanks or hyphens between them, and an X at the end. */
function runAt(text: string, start: number): Run {
  let digits = '';
  let end = start;
  const groups = [0];
  for (let i = start; i < text.length; i++) {
    const character = text[i] as string;
    if (isDigit(character)) {
      digits += character;
      groups[groups.length - 1] = (groups[groups.length - 1] as number) + 1;
      end = i + 1;
    } else if (' -'.includes(character) && isDigit(text[i + 1])) groups.push(0);
    else break;
  }
  if (digits.length === 17 && 'xX'.includes(text[end] ?? ' ')) {
    digits += 'X';
    end++;
  }
  return { start, end, digits, groups };
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

const units = '元件条项次人户份篇个亩吨万亿千百%％';

/** Not part of a word, an address, a decimal or an amount. */
function isFree(text: string, { start, end }: Run): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (/[A-Za-z0-9_/=&?#.@%〔[]/.test(before) || /[A-Za-z0-9_/=&#@]/.test(after)) return false;
  return !(after === '.' && isDigit(text[end + 1])) && !units.includes(after);
}

function kindOf(digits: string, text: string, run: Run): PersonalNumber['kind'] | undefined {
  if (digits.length === 18 && isIdentityNumber(digits)) return 'identity';
  if (digits.length === 11 && isMobile(digits) && mobileGroups.has(run.groups.join('-'))) return 'mobile';
  return isBankCard(digits) && (speaksOfCards(text, run.start) || digits.startsWith('62')) && inFours(run)
    ? 'bankCard'
    : undefined;
}

const mobileGroups = new Set(['11', '3-4-4', '3-8', '7-4', '4-4-3', '3-3-5', '4-3-4']);

function isMobile(digits: string): boolean {
  return digits[0] === '1' && '3456789'.includes(digits[1] as string);
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: region, birthday, serial, and a check digit modulo 11. */
function isIdentityNumber(digits: string): boolean {
  const year = Number(digits.slice(6, 10));
  const month = Number(digits.slice(10, 12));
  const day = Number(digits.slice(12, 14));
  if (!'12345678'.includes(digits[0] as string) || year < 1900 || year > 2099) return false;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return '10X98765432'[sum % 11] === digits[17];
}

/** 16 to 19 digits of a card issuer, with a valid Luhn digit. */
function isBankCard(digits: string): boolean {
  if (digits.length < 16 || digits.length > 19 || digits.includes('X')) return false;
  if (!/^(?:62|4|5[1-5]|9558|60|35)/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function speaksOfCards(text: string, start: number): boolean {
  return /卡|账号|帐号|账户|帐户|银行|开户/.test(text.slice(Math.max(0, start - 16), start));
}

function inFours({ groups }: Run): boolean {
  return groups.slice(0, -1).every((length) => length === 4);
}
