/**
 * NHS numbers: ten figures of which the last checks the others. Weights 10 to 2 for the first nine; the check figure is
 * 11 − (sum mod 11), where 11 stands for 0 and 10 is never given out (NHS Data Dictionary, NHS NUMBER).
 */

/** Ten figures from what was typed, in any spacing; null when they are no NHS number. */
export function readNhsNumber(typed: string): string | null {
  const digits = typed.replace(/[\s.\u2010-\u2015-]/g, '');
  return isNhsNumber(digits) ? digits : null;
}

/** Whether these ten figures could be somebody's: the check figure is right, and they are not all the same. */
export function isNhsNumber(digits: string): boolean {
  if (!/^[0-9]{10}$/.test(digits) || /^(.)\1*$/.test(digits)) return false;
  return checkFigure(digits.slice(0, 9)) === Number(digits[9]);
}

/** The figure that belongs after nine others, or null where none does. */
export function checkFigure(nine: string): number | null {
  const sum = [...nine].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  const figure = 11 - (sum % 11);
  if (figure === 10) return null;
  return figure === 11 ? 0 : figure;
}

/** '9990000018' → '999 000 0018', as it stands on letters and is read out. */
export function showNhsNumber(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}
