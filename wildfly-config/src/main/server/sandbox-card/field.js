// The sandbox's own card field: stands in for a payment provider's, on an origin of its own. What is typed here is sent nowhere; the page
// that shows it is told a token, the brand and the last four digits.
const CARDS = {
  4242424242424242: ['tok_visa', 'VISA'],
  4111111111111111: ['tok_approve', 'VISA'],
  5555555555554444: ['tok_mastercard', 'MASTERCARD'],
  378282246310005: ['tok_amex', 'AMEX'],
  4000000000000002: ['tok_declined', 'VISA'],
  4000000000000010: ['tok_unreachable', 'VISA'],
  4000000000000028: ['tok_timeout', 'VISA'],
  4000000000000036: ['tok_timeout_lost', 'VISA'],
  4000000000000044: ['tok_timeout_declined', 'VISA'],
  4000000000000077: ['tok_slow', 'VISA'],
};

const WORDS = {
  en: {
    number: 'Card number', expiry: 'MM/YY', code: 'Code',
    wrongNumber: 'This is not a card number.', notOurs: 'The sandbox takes its test cards only, e.g. 4242 4242 4242 4242.',
    wrongExpiry: 'Please type month and year, e.g. 08/29.', expired: 'This card has expired.', wrongCode: 'Please type the 3 or 4 digits of the code.',
  },
  de: {
    number: 'Kartennummer', expiry: 'MM/JJ', code: 'Code',
    wrongNumber: 'Das ist keine Kartennummer.', notOurs: 'Die Sandbox nimmt nur ihre Testkarten, z. B. 4242 4242 4242 4242.',
    wrongExpiry: 'Bitte Monat und Jahr eingeben, z. B. 08/29.', expired: 'Diese Karte ist abgelaufen.', wrongCode: 'Bitte die 3 oder 4 Ziffern des Codes eingeben.',
  },
};

const asked = new URLSearchParams(location.search);
const parent = asked.get('parent') ?? '';
const language = WORDS[asked.get('lang')] ? asked.get('lang') : 'en';
const words = WORDS[language];
const [number, expiry, code, says] = ['number', 'expiry', 'code', 'says'].map((id) => document.getElementById(id));
const tell = (message) => window.parent.postMessage({ from: 'sandbox-card', ...message }, parent);
let told = null;

document.documentElement.lang = language;
document.querySelectorAll('label').forEach((label) => { label.textContent = words[label.htmlFor]; });

const digits = (field) => field.value.replace(/\D/g, '');

/** The check digit of ISO/IEC 7812. */
function isCardNumber(text) {
  const sum = [...text].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return /^\d{12,19}$/.test(text) && sum % 10 === 0;
}

/** [field, words] of what is wrong first, or null. */
function wrong() {
  if (!isCardNumber(digits(number))) return [number, words.wrongNumber];
  if (!CARDS[digits(number)]) return [number, words.notOurs];
  const [, month, year] = expiry.value.match(/^\s*(0?[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d{2})\s*$/) ?? [];
  if (!month) return [expiry, words.wrongExpiry];
  // good to the end of its month
  if (new Date(2000 + Number(year), Number(month), 1) <= new Date()) return [expiry, words.expired];
  if (!/^\d{3,4}$/.test(digits(code))) return [code, words.wrongCode];
  return null;
}

function show(problem) {
  [number, expiry, code].forEach((field) => field.removeAttribute('aria-invalid'));
  says.textContent = problem ? problem[1] : '';
  problem?.[0].setAttribute('aria-invalid', 'true');
}

/** @param asked whether the person says that it is all */
function check(asked) {
  const problem = wrong();
  if (problem) {
    if (told) tell({ type: 'none' });
    told = null;
    if (asked) {
      show(problem);
      problem[0].focus();
    }
    return;
  }
  show(null);
  const [token, brand] = CARDS[digits(number)];
  if (told !== token || asked) tell({ type: 'card', token, brand, lastFour: digits(number).slice(-4), enter: asked });
  told = token;
}

number.addEventListener('input', () => { number.value = digits(number).replace(/(.{4})(?=.)/g, '$1 '); });
expiry.addEventListener('input', (e) => { if (/^\d\d$/.test(expiry.value) && !e.inputType?.startsWith('delete')) expiry.value += '/'; });
document.getElementById('card').addEventListener('input', () => { show(null); check(false); });
document.getElementById('card').addEventListener('submit', (e) => { e.preventDefault(); check(true); });
document.addEventListener('keydown', (e) => { if (e.key === 'Escape') tell({ type: 'back' }); });
window.addEventListener('message', (e) => { if (e.origin === parent && e.data === 'focus') number.focus(); });
tell({ type: 'ready' });
