// A search field with a list: arrows choose, Enter takes, Esc clears. Enter before the list is there waits for it, and takes what
// is found if that is one thing, as with a barcode.
import { mayBeCard } from './card.js';
import { el, t } from './core.js';

const PAUSE = 120;

export class Finder {
  /** @param options input, list, find(words) -> rows, row(item) -> nodes, take(item), quick(words) -> words to look for, usual() -> rows */
  constructor(options) {
    Object.assign(this, { quick: (words) => words }, options);
    this.items = [];
    this.at = 0;
    this.asked = 0;
    this.input.setAttribute('role', 'combobox');
    this.input.setAttribute('aria-autocomplete', 'list');
    this.input.setAttribute('aria-expanded', 'false');
    this.input.setAttribute('aria-controls', this.list.id);
    this.list.setAttribute('role', 'listbox');
    this.list.className = 'found';
    this.list.hidden = true;
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => setTimeout(() => { if (document.activeElement !== this.input) this.close(); }, 150));
  }

  typed() {
    this.hurried = false;
    clearTimeout(this.pausing);
    this.pending = true;
    this.pausing = setTimeout(() => this.look(), PAUSE);
  }

  /** @param usual whether nothing typed stands for what is usual, where there is such a thing */
  async look(usual = false) {
    const words = this.quick(this.input.value).trim();
    const asked = ++this.asked;
    const find = usual && !words ? this.usual : words.length < 2 ? null : this.find;
    if (!find) {
      this.pending = false;
      this.close();
      return;
    }
    try {
      const items = mayBeCard(words) ? [] : await find(words);
      if (asked !== this.asked) return;
      this.pending = false;
      this.show(items);
    } catch {
      this.pending = false;
      this.note(t('find.failed'));
    }
  }

  show(items) {
    this.items = items;
    this.at = 0;
    if (items.length === 0) {
      this.note(t('find.none'));
      return;
    }
    this.list.setAttribute('role', 'listbox');
    this.list.replaceChildren(...items.map((item, i) => el('div', {
      id: `${this.list.id}-${i}`,
      role: 'option',
      class: 'option',
      on: { mousedown: (e) => { e.preventDefault(); this.pick(i); } },
    }, this.row(item))));
    this.open();
    this.mark();
    if (this.hurried && items.length === 1) this.pick(0);
    this.hurried = false;
  }

  note(text) {
    this.hurried = false;
    this.items = [];
    // nothing to choose from
    this.list.removeAttribute('role');
    this.list.replaceChildren(el('div', { class: 'note', role: 'status' }, text));
    this.open();
  }

  open() {
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
  }

  close() {
    clearTimeout(this.pausing);
    this.asked++;
    this.items = [];
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  mark() {
    [...this.list.children].forEach((node, i) => node.setAttribute('aria-selected', i === this.at));
    this.input.setAttribute('aria-activedescendant', `${this.list.id}-${this.at}`);
    this.list.children[this.at]?.scrollIntoView({ block: 'nearest' });
  }

  pick(i) {
    const item = this.items[i];
    this.close();
    this.take(item);
  }

  key(event) {
    if (event.altKey || event.ctrlKey) return;
    if (event.key === '/' && !this.input.value) {
      event.preventDefault();
      return;
    }
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) {
      event.preventDefault();
      if (this.items.length) {
        this.at = (this.at + moves[event.key] + this.items.length) % this.items.length;
        this.mark();
      } else {
        this.look(event.key === 'ArrowDown');
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (this.items.length && !this.pending) this.pick(this.at);
      else { clearTimeout(this.pausing); this.hurried = true; this.look(); }
    } else if (event.key === 'Escape' && (!this.list.hidden || this.input.value)) {
      event.preventDefault();
      this.input.value = '';
      this.close();
    }
  }
}
