// The order panel's keys and search; what it shows comes from the server.
import { base, el, money, read, t } from './core.js';
import { Finder } from './finder.js';
import { markKeys } from './keys.js';
import { noCard } from './card.js';

const at = (id) => document.getElementById(id);
const facts = () => at('orderFacts')?.dataset ?? {};

/** "3 mug" and "mug*3" say how many. */
export function parse(text) {
  const before = text.match(/^\s*(\d{1,9})\s+(\S.*)$/);
  if (before) return { quantity: before[1], words: before[2] };
  const after = text.match(/^(.*\S)\s*\*\s*(\d{1,9})\s*$/);
  return after ? { quantity: after[2], words: after[1] } : { quantity: null, words: text };
}

export class OrderSide {
  /** @param desk subject() -> call, customer, channel; changed() when the order on the screen moved on */
  constructor(desk) {
    this.desk = desk;
    this.latest = new Map();
    this.entry = this.finder();
    document.addEventListener('click', (e) => {
      if (e.target.closest('#startOrder')) this.start();
      const draft = e.target.closest('[data-open-order]');
      if (draft) this.open(draft.dataset.openOrder);
    });
    document.addEventListener('keydown', (e) => this.quantityKey(e));
    $(document).on('pfAjaxComplete', () => this.settled());
    window.Ringdesk = {
      noCard,
      opened: () => { this.begun?.(); this.settled(); this.address(); this.focusEntry(); this.desk.changed(); },
      added: (args) => this.added(args),
      paying: () => at('payment:amount')?.focus(),
      paid: () => { this.settled(); if (facts().step !== 'PAYMENT') this.focusEntry(); },
      recapping: () => at('complete:place')?.focus(),
      placed: () => { this.desk.changed(); if (facts().status === 'PLACED') at('startOrder')?.focus(); },
    };
    this.settled();
  }

  finder() {
    return new Finder({
      input: at('productSearch'),
      list: at('productFound'),
      quick: (text) => parse(text).words,
      find: async (words) => {
        await this.beginning;
        return read(`/api/products?channel=${facts().channel}&q=${encodeURIComponent(words)}`);
      },
      row: (p) => [
        el('img', { class: 'picture', alt: '', src: `${base}/resources/pictures/${p.picture}` }),
        el('span', { class: 'words' }, el('span', { class: 'name' }, p.name), ' ', el('span', { class: 'figure muted' }, p.number)),
        el('span', { class: `stock ${p.stock > 0 ? '' : 'out'}` }, p.stock > 0 ? t('stock.some', String(p.stock)) : t('stock.none')),
        el('span', { class: 'num price' }, money(p.price)),
      ],
      take: (p) => this.add(p.number),
    });
  }

  /** The fields are free for the next product at once; what is refused comes back unless something was typed meanwhile. */
  add(product) {
    const [search, quantity] = [at('productSearch'), at('quantity')];
    this.sent = { words: search.value, quantity: quantity.value };
    rdAdd([
      { name: 'product', value: product },
      { name: 'quantity', value: parse(search.value).quantity ?? quantity.value },
    ]);
    search.value = '';
    quantity.value = '1';
    search.focus();
  }

  added(args) {
    if (args?.added || at('productSearch').value) return;
    at('productSearch').value = this.sent.words;
    at('quantity').value = this.sent.quantity;
  }

  isOpen() {
    return Boolean(facts().number);
  }

  /** Whether an order is being typed that is not of this call. */
  busy(call) {
    const { number, status } = facts();
    return Boolean(number) && (status === 'DRAFT' || status === 'SUBMITTED') && number !== call.order;
  }

  start() {
    const subject = this.desk.subject();
    if (!subject.customer) {
      at('customerSearch').focus();
      return;
    }
    this.beginning = new Promise((begun) => { this.begun = begun; });
    at('entryRow').hidden = false;
    at('productSearch').focus();
    rdStart(Object.entries(subject).filter(([, v]) => v).map(([name, value]) => ({ name, value })));
  }

  open(number) {
    rdOpen([{ name: 'order', value: number }]);
  }

  focusEntry() {
    if (!at('entryRow').hidden && !at('productSearch').disabled) at('productSearch').focus();
  }

  /** The address names the order, so that a reload or a bookmark brings it back. */
  address() {
    const { number } = facts();
    history.replaceState(null, '', number ? `?order=${number}` : location.pathname);
  }

  /** After every answer of the server: what the panel needs from us follows what it shows. */
  settled() {
    const { status, step } = facts();
    at('entryRow').hidden = status !== 'DRAFT';
    [at('productSearch'), at('quantity')].forEach((f) => { f.disabled = step === 'RECAP' || step === 'DISCARD'; });
    markKeys();
    clearTimeout(this.checking);
    this.checking = setTimeout(() => this.catchUp(), 400);
  }

  heard(change) {
    this.latest.set(change.number, Math.max(change.version, this.latest.get(change.number) ?? 0));
    clearTimeout(this.checking);
    this.checking = setTimeout(() => this.catchUp(), 400);
    this.desk.changed();
  }

  /** Someone else moved the order on: it is shown as it stands now; what is being typed stays. */
  catchUp() {
    const { number, version } = facts();
    if (!number || !PrimeFaces.ajax.Queue.isEmpty() || !((this.latest.get(number) ?? 0) > Number(version))) return;
    this.latest.delete(number);
    const field = document.activeElement;
    const kept = field?.matches('#order input, #recap input') ? { id: field.id, value: field.value } : null;
    $(document).one('pfAjaxComplete', () => setTimeout(() => {
      const again = kept && at(kept.id);
      if (again) { again.value = kept.value; again.focus(); }
    }));
    rdReload([{ name: 'seen', value: version }]);
  }

  /** Enter in a line's quantity saves it and goes back to the search. */
  quantityKey(event) {
    const field = event.target;
    if (!field.matches?.('.line-quantity')) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      field.blur();
      this.focusEntry();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      field.value = field.defaultValue;
      this.focusEntry();
    }
  }
}
