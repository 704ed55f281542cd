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

/** False, with the reason beside the field, when one of the form's fields holds a card number; the field is emptied. */
export function noCard(form) {
  const bad = [...document.getElementById(form).querySelectorAll('[data-no-card]')].find((f) => looksLikeCard(f.value));
  if (!bad) return true;
  bad.value = '';
  bad.setAttribute('aria-invalid', 'true');
  const note = el('div', { class: 'ui-message ui-message-error', role: 'alert' }, t('card.refused'));
  bad.after(note);
  bad.focus();
  bad.addEventListener('input', () => { note.remove(); bad.removeAttribute('aria-invalid'); }, { once: true });
  return false;
}
