// Fields of forms that scripts draw: a label each, and what is wrong said beside the field.
import { el, Refused, SessionOver, t } from './core.js';

let drawn = 0;

/** @param name as the server calls it, to say there what it refused; @param control an input, select or textarea */
export function field(name, label, control, { card = true } = {}) {
  control.id ||= `field-${++drawn}`;
  control.dataset.name = name;
  if (card && control.matches('input[type="text"], textarea')) control.dataset.noCard = 'true';
  return [el('label', { for: control.id }, label), el('div', { class: 'held' }, control)];
}

export function input(value, most, attributes = {}) {
  const node = el('input', { type: 'text', maxlength: String(most), autocomplete: 'off', ...attributes });
  node.value = value ?? '';
  return node;
}

export function select(choices, value, attributes = {}) {
  const node = el('select', attributes, Object.entries(choices).map(([v, text]) => el('option', { value: v }, text)));
  node.value = value;
  return node;
}

/** Something about a field, beside it, until it is typed in again. */
export function note(control, words, bad = true) {
  const place = control.closest('.held') ?? control.parentElement;
  const text = el('div', { class: bad ? 'ui-message ui-message-error' : 'hint', role: bad ? 'alert' : null, id: `${control.id}-${bad ? 'wrong' : 'hint'}` }, words);
  place.querySelector(bad ? '.ui-message' : '.hint')?.remove();
  place.append(text);
  control.setAttribute('aria-describedby', text.id);
  if (!bad) return;
  control.setAttribute('aria-invalid', 'true');
  control.addEventListener('input', () => { text.remove(); control.removeAttribute('aria-invalid'); control.removeAttribute('aria-describedby'); }, { once: true });
}

export function clear(form) {
  form.querySelectorAll('.ui-message, .hint').forEach((n) => n.remove());
  form.querySelectorAll('[aria-invalid]').forEach((n) => n.removeAttribute('aria-invalid'));
}

/** At the field that is at fault, else where the form says what it has to say. */
export function refuse(form, problem, controlOf, over = () => {}) {
  if (problem instanceof SessionOver) {
    over();
    return;
  }
  const words = problem instanceof Refused ? problem.message : t('control.unreached');
  const control = problem instanceof Refused && problem.field ? controlOf(problem.field) : null;
  if (control) {
    note(control, words);
    control.focus();
  } else {
    const says = form.querySelector('.form-says');
    says.replaceChildren(el('div', { class: 'ui-message ui-message-error', role: 'alert' }, words));
    says.scrollIntoView({ block: 'nearest' });
  }
}

export const named = (form) => (name) => form.querySelector(`[data-name="${CSS.escape(name)}"]`);
