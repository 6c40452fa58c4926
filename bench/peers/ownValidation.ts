/** The check that a careful programmer writes for sales whose payees and currencies are known: no copy, no message. */
export function ownValidation(
  payees: ReadonlySet<string>,
  currencies: ReadonlySet<string>,
): (sales: readonly unknown[]) => number {
  const isSale = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    const { id, payeeId, date, amount, currency } = value as Readonly<Record<string, unknown>>;
    return (
      typeof id === 'string' &&
      id.length > 0 &&
      typeof payeeId === 'string' &&
      payees.has(payeeId) &&
      typeof date === 'string' &&
      isDate(date) &&
      typeof amount === 'string' &&
      isDecimal(amount) &&
      typeof currency === 'string' &&
      currencies.has(currency)
    );
  };
  return (sales) => {
    let sound = 0;
    for (let row = 0; row < sales.length; row++) if (isSale(sales[row])) sound++;
    return sound;
  };
}

/** An optional minus, digits, and digits behind a point. */
function isDecimal(text: string): boolean {
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let point = -1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if (code !== 46 || point >= 0 || at === start) return false;
    point = at;
  }
  return text.length > start && point !== text.length - 1;
}

/** A day of the calendar as YYYY-MM-DD. */
function isDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  for (let at = 0; at < 10; at++) {
    if (at === 4 || at === 7) continue;
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= daysOf(twoDigits(text, 0) * 100 + twoDigits(text, 2), month);
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
