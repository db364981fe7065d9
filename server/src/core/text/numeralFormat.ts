/**
 * How a number is written: plain 12345, fullWidth １２３４５, thousands 12,345, thousandsFullWidth
 * １２，３４５, thousandsChinese 12，345, characters 一万二千三百四十五, financial 壹万贰仟叁佰肆拾伍, positional
 * 一二三四五, tenThousands 1.2345万.
 */
export type NumeralNotation =
  | 'plain'
  | 'fullWidth'
  | 'thousands'
  | 'thousandsFullWidth'
  | 'thousandsChinese'
  | 'characters'
  | 'financial'
  | 'positional'
  | 'tenThousands';

/** Writes a whole number from 0 to 10^16 − 1; `readNumeral` reads each notation back. */
export function formatNumeral(value: number, notation: NumeralNotation): string {
  switch (notation) {
    case 'plain':
      return String(value);
    case 'fullWidth':
      return fullWidth(String(value));
    case 'thousands':
      return grouped(value, ',');
    case 'thousandsFullWidth':
      return fullWidth(grouped(value, '，'));
    case 'thousandsChinese':
      return grouped(value, '，');
    case 'characters':
      return inCharacters(value, '零一二三四五六七八九', '十百千').replace(/^一十/, '十');
    case 'financial':
      return inCharacters(value, '零壹贰叁肆伍陆柒捌玖', '拾佰仟');
    case 'positional':
      return [...String(value)].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
    case 'tenThousands':
      return inTenThousands(value);
  }
}

function fullWidth(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function grouped(value: number, separator: string): string {
  const digits = String(value);
  let result = '';
  for (let i = 0; i < digits.length; i++) {
    if (i > 0 && (digits.length - i) % 3 === 0) result += separator;
    result += digits.charAt(i);
  }
  return result;
}

function inTenThousands(value: number): string {
  const unit = value >= 1e8 ? 8 : 4;
  const digits = String(value).padStart(unit + 1, '0');
  let end = digits.length;
  while (end > digits.length - unit && digits.charAt(end - 1) === '0') end--;
  const fraction = digits.slice(-unit, end === digits.length ? undefined : end - digits.length);
  const point = fraction === '' ? '' : `.${fraction}`;
  return `${digits.slice(0, -unit)}${point}${unit === 8 ? '亿' : '万'}`;
}

function inCharacters(value: number, digits: string, units: string): string {
  if (value === 0) return digits.charAt(0);
  const high = Math.floor(value / 1e8);
  const middle = Math.floor((value % 1e8) / 1e4);
  const low = value % 1e4;
  let result = high === 0 ? '' : `${inCharacters(high, digits, units)}亿`;
  for (const [section, mark] of [
    [middle, '万'],
    [low, ''],
  ] as const) {
    if (section === 0) continue;
    const gap = result !== '' && (section < 1000 || middle === 0);
    result += (gap ? digits.charAt(0) : '') + sectionIn(section, digits, units) + mark;
  }
  return result;
}

/** One to four digits: 一千零五十. */
function sectionIn(section: number, digits: string, units: string): string {
  let result = '';
  let zero = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(section / 10 ** power) % 10;
    if (digit === 0) zero = result !== '';
    else {
      result += (zero ? digits.charAt(0) : '') + digits.charAt(digit) + units.charAt(power - 1);
      zero = false;
    }
  }
  return result;
}
