// Card numbers never leave the browser: a field that must not hold one is checked before anything is sent.
import { el, t } from './core.js';

/** 13 to 19 digits, however grouped, that pass the Luhn check. */
export function looksLikeCard(text) {
  const runs = text.match(/\d(?:[ .\-]?\d){12,18}/g) ?? [];
  return runs.some((run) => luhn(run.replace(/\D/g, '')));
}

function luhn(digits) {
  let sum = 0;
  [...digits].reverse().forEach((d, i) => {
    const n = Number(d) * (i % 2 ? 2 : 1);
    sum += n > 9 ? n - 9 : n;
  });
  return sum % 10 === 0;
}

/** False, with the reason beside the field, when one of the form's fields holds a card number or what was left of one; the field is emptied. */
export function noCard(form) {
  const bad = [...document.getElementById(form).querySelectorAll('[data-no-card]')]
    .find((f) => looksLikeCard(f.value) || (f.matches('input') && f.value.includes(MASK)));
  if (!bad) return true;
  bad.value = '';
  warn(bad, t('card.refused'));
  bad.focus();
  return false;
}

/** False, with the reason beside the field, when it holds a part of a day: browsers would send nothing, as if none were typed. */
export function wholeDay(id) {
  const field = document.getElementById(id);
  if (!field?.validity.badInput) return true;
  warn(field, t('day.unreadable'));
  field.focus();
  return false;
}

function warn(field, words) {
  field.setAttribute('aria-invalid', 'true');
  field.parentElement.querySelector('.card-warning')?.remove();
  const note = el('div', { class: 'ui-message ui-message-error card-warning', role: 'alert' }, words);
  field.after(note);
  field.addEventListener('input', () => { note.remove(); field.removeAttribute('aria-invalid'); }, { once: true });
}

const MASK = '••••';

/** What nobody looks for: a card number that is not whole yet, or was hidden. Telephone numbers and barcodes are shorter. */
export function mayBeCard(words) {
  return words.includes(MASK) || /\d{15}/.test(words.replace(/[ .\-]/g, ''));
}

/** The last four digits stay. Fewer than 15 digits, or after a plus or zeros, may be a phone number or a barcode. */
function masked(text) {
  return text.replace(/(?<![+\d])[1-9](?:[ .\-]?\d){14,18}(?!\d)/g, (run) => {
    const digits = run.replace(/\D/g, '');
    return luhn(digits) ? `${MASK} ${digits.slice(-4)}` : run;
  });
}

// Before anybody else hears of it: some fields are searched for, or saved, while they are typed into.
document.addEventListener('input', (event) => {
  const field = event.target;
  if (!field.matches('textarea, input:not([type=password])')) return;
  const text = masked(field.value);
  if (text === field.value) return;
  event.stopImmediatePropagation();
  field.value = text;
  warn(field, t('card.masked'));
}, true);
