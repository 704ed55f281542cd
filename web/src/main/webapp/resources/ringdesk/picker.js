// A small panel to choose from by keyboard: type, arrows move, Enter and Shift+Enter take, Esc closes and gives the cursor back.
import { el, t } from './core.js';

export class Picker {
  /** @param panel the element it lives in */
  constructor(panel) {
    this.panel = panel;
    panel.hidden = true;
    document.addEventListener('mousedown', (e) => {
      if (!panel.hidden && !panel.contains(e.target) && !e.target.closest('[data-opens]')) this.close(false);
    });
  }

  /**
   * @param what title, label of the field, load(words) -> items, each with nodes and take(asking); hints: [[key words, asking]]
   */
  open(what) {
    this.what = what;
    this.before = document.activeElement;
    this.items = [];
    this.at = 0;
    this.input = el('input', {
      type: 'text', autocomplete: 'off', spellcheck: 'false', maxlength: '60', 'aria-label': what.label, placeholder: what.label,
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'true', 'aria-controls': 'pickerList',
      on: { input: () => this.typed(), keydown: (e) => this.key(e) },
    });
    this.list = el('div', { id: 'pickerList', role: 'listbox', class: 'picks' });
    const buttons = what.hints.map(([words, asking]) =>
      el('button', { type: 'button', class: asking ? 'quiet' : 'primary', on: { click: () => this.take(asking) } },
        words, ' ', el('kbd', {}, asking ? 'Shift+Enter' : 'Enter')));
    this.panel.replaceChildren(
      el('h3', {}, what.title), this.input, this.list,
      el('div', { class: 'buttons' }, buttons, el('button', { type: 'button', class: 'quiet', on: { click: () => this.close(true) } }, t('control.close'), ' ', el('kbd', {}, 'Esc'))));
    this.panel.hidden = false;
    this.input.focus();
    this.look();
  }

  isOpen() {
    return !this.panel.hidden;
  }

  close(back) {
    if (this.panel.hidden) return;
    this.panel.hidden = true;
    this.panel.replaceChildren();
    if (back && this.before?.isConnected) this.before.focus();
  }

  typed() {
    clearTimeout(this.pausing);
    this.pending = true;
    this.pausing = setTimeout(() => this.look(), 100);
  }

  async look() {
    const [words, what] = [this.input.value.trim(), this.what];
    this.asked = (this.asked ?? 0) + 1;
    const asked = this.asked;
    let items;
    try {
      items = await what.load(words);
    } catch {
      items = null;
    }
    if (asked !== this.asked || what !== this.what || this.panel.hidden) return;
    this.pending = false;
    this.items = items ?? [];
    this.at = 0;
    this.list.replaceChildren(...this.items.map((item, i) => el('div', {
      id: `pick-${i}`, role: 'option', class: 'option',
      on: { mousedown: (e) => { e.preventDefault(); this.at = i; this.mark(); }, dblclick: () => this.take(false) },
    }, item.nodes)));
    if (!this.items.length) this.list.replaceChildren(el('div', { class: 'note', role: 'status' }, items ? what.none : t('find.failed')));
    this.mark();
    if (this.wanted !== undefined && this.items.length) this.take(this.wanted);
    this.wanted = undefined;
  }

  mark() {
    [...this.list.children].forEach((node, i) => node.getAttribute('role') === 'option' && node.setAttribute('aria-selected', i === this.at));
    if (this.items.length) this.input.setAttribute('aria-activedescendant', `pick-${this.at}`);
    else this.input.removeAttribute('aria-activedescendant');
    this.list.children[this.at]?.scrollIntoView({ block: 'nearest' });
  }

  /** Enter before the list is there waits for it. */
  take(asking) {
    if (this.pending) {
      this.wanted = asking;
      return;
    }
    const item = this.items[this.at];
    if (!item) return;
    this.close(true);
    item.take(asking);
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.items.length) {
      this.at = (this.at + step + this.items.length) % this.items.length;
      this.mark();
    } else if (event.key === 'Enter') {
      const asking = event.shiftKey;
      if (!asking || this.what.hints.some(([, a]) => a)) this.take(asking);
    } else if (event.key === 'Escape') {
      this.close(true);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
