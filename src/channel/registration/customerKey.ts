import type { DealCustomer } from './dealRegistration.js';

/**
 * Words at the end of a company's name that only say what kind of company it is, in small letters.
 *
 * @example
 * import { companySuffixes } from 'salesmodel/channel';
 *
 * companySuffixes.includes('gmbh'); // => true
 */
export const companySuffixes: readonly string[] = [
  'ab',
  'ag',
  'as',
  'bv',
  'co',
  'company',
  'corp',
  'corporation',
  'gmbh',
  'inc',
  'incorporated',
  'kg',
  'kk',
  'limited',
  'llc',
  'llp',
  'ltd',
  'nv',
  'oy',
  'plc',
  'pte',
  'pty',
  'sa',
  'sarl',
  'se',
  'spa',
  'srl',
  '有限公司',
  '有限责任公司',
  '股份有限公司',
  '株式会社',
];

/**
 * Returns the key by which a customer is told from others: its domain without `www.`, or else its name without the kind of
 * company, and the country. `null` without domain and name. Letters of either case and width are the same.
 *
 * @param customer domain, name, country
 * @param suffixes last words of names that do not count, default `companySuffixes`
 * @example
 * import { customerKey } from 'salesmodel/channel';
 *
 * customerKey({ domain: 'WWW.Acme.com', country: 'DE' }); // => 'domain:acme.com'
 * customerKey({ name: 'Acme  Pumps Co., Ltd.', country: 'CN' }); // => 'name:cn:acme pumps'
 * customerKey({ name: 'ＡＣＭＥ泵业有限公司', country: 'cn' }); // => 'name:cn:acme泵业'
 * customerKey({ country: 'DE' }); // => null
 */
export function customerKey(customer: DealCustomer, suffixes: readonly string[] = companySuffixes): string | null {
  return keyReader(suffixes)(customer);
}

/** Reads the keys of many customers. */
export function keyReader(suffixes: readonly string[] = companySuffixes): (customer: DealCustomer) => string | null {
  const longestFirst = suffixes.map(plain).sort((a, b) => b.length - a.length);
  return ({ domain = '', name = '', country }) => {
    const host = plain(domain).replace(/^www\./, '');
    if (host !== '') return `domain:${host}`;
    const words = plain(name).replaceAll('.', '').replaceAll(',', ' ').trim().replace(/\s+/g, ' ');
    return words === '' ? null : `name:${plain(country)}:${withoutSuffixes(words, longestFirst)}`;
  };
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Latin suffixes are words of their own, Chinese and Japanese ones are not; a name that is nothing else stays. */
function withoutSuffixes(name: string, suffixes: readonly string[]): string {
  const found = suffixes.find((suffix) => name.endsWith(/^[a-z]/.test(suffix) ? ` ${suffix}` : suffix));
  if (found === undefined) return name;
  const rest = name.slice(0, name.length - found.length).trim();
  return rest === '' ? name : withoutSuffixes(rest, suffixes);
}
