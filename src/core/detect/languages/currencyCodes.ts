import { wordCodes, wordValues } from './wordValues';

/** Signs of money and three-letter codes, the same in every language. */
export const CURRENCY_CODES: Readonly<Record<string, string>> = wordCodes([
  'USD: $ usd musd kusd tusd',
  'EUR: € eur meur keur teur',
  'GBP: £ gbp mgbp kgbp',
  'JPY: ¥ jpy',
  'INR: ₹ inr',
  'RUB: ₽ rub',
  'KRW: ₩ krw',
  'ILS: ₪ ils',
  'TRY: ₺',
  'UAH: ₴ uah',
  'NGN: ₦ ngn',
  'PHP: ₱ php',
  'VND: ₫ vnd',
  'KZT: ₸ kzt',
  'BTC: ₿ btc',
  'CHF: chf sfr mchf tchf',
  'CNY: cny rmb',
  'AUD: aud',
  'CAD: cad',
  'NZD: nzd',
  'HKD: hkd',
  'SGD: sgd',
  'SEK: sek msek ksek tsek',
  'NOK: nok mnok knok tnok',
  'DKK: dkk mdkk kdkk tdkk',
  'PLN: pln mpln',
  'CZK: czk',
  'HUF: huf',
  'RON: ron',
  'ZAR: zar',
  'MXN: mxn',
  'BRL: brl',
  'ARS: ars',
  'CLP: clp',
  'AED: aed',
  'SAR: sar',
  'THB: thb',
  'IDR: idr',
  'MYR: myr rm',
  'PKR: pkr',
  'IRR: irr',
]);

/** How much one of it is, of codes that count by the million or the thousand, as companies do: MEUR 120, 450 TEUR. */
export const CURRENCY_MULTIPLES = wordValues(
  Object.keys(CURRENCY_CODES)
    .filter(code => /^[mkt]...$/.test(code))
    .map(code => `${code} ${code.startsWith('m') ? 1e6 : 1e3}`)
    .join(' '),
);
