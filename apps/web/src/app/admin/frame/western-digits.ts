/** The digits of Arabic, then those of Persian and Urdu; each from 0 on. */
const digits = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹';

/** A number that was typed, in the digits that code reads, whichever ones a keyboard has. */
export function westernDigits(typed: string): string {
  return typed
    .replace(/[٠-٩۰-۹]/gu, (digit) => String(digits.indexOf(digit) % 10))
    .replace('٫', '.');
}
