// The order panel's keys and search; what it shows comes from the server.
import { base, day, el, money, now, read, t } from './core.js';
import { Finder } from './finder.js';
import { Kept } from './kept.js';
import { markKeys } from './keys.js';
import { noCard, wholeDay } from './card.js';
import { CardField } from './cardfield.js';

const at = (id) => document.getElementById(id);
const facts = () => at('orderFacts')?.dataset ?? {};

/** The measure that needs no name beside a number. */
const PIECE = 'PCS';
/** What things are counted in, in the reader's language. */
const measures = () => at('quantity').dataset.units.split('|');
const starts = (word, start) => word.toLowerCase().startsWith(start.toLowerCase());

/** "3 mug" and "mug*3" say how many, "3 box tea" of which unit. */
export function parse(text) {
  const before = text.match(/^\s*(\d{1,9})\s+(\S.*)$/);
  if (before) {
    const [first, ...rest] = before[2].split(/\s+/);
    const unit = rest.length > 0 && measures().find((m) => m.toLowerCase() === first.toLowerCase());
    return unit ? { quantity: `${before[1]} ${unit}`, words: rest.join(' ') } : { quantity: before[1], words: before[2] };
  }
  const after = text.match(/^(.*\S)\s*\*\s*(\d{1,9})\s*$/);
  return after ? { quantity: after[2], words: after[1] } : { quantity: null, words: text };
}

/** The unit of a product that a quantity names, else the usual one. */
function unitOf(product, quantity) {
  const word = quantity.match(/^\s*\d+\s*(\p{L}\S*)/u)?.[1];
  return (word && product.units.find((u) => [u.code, ...u.words].some((w) => starts(w, word)))) || product.units[0];
}

/** "3 b" becomes "3 box" while it is typed, with the rest marked so that the next letter replaces it. */
function complete(event) {
  const field = event.target;
  if (!field.matches?.('#quantity, .line-quantity') || event.inputType !== 'insertText') return;
  const word = field.value.match(/^\s*\d+\s*(\p{L}+)$/u)?.[1];
  const unit = word && measures().find((m) => starts(m, word));
  if (!unit) return;
  const typed = field.value.length;
  field.value += unit.slice(word.length);
  field.setSelectionRange(typed, field.value.length);
}

export class OrderSide {
  /** @param desk subject() -> call, customer, channel; changed() when the order on the screen moved on */
  constructor(desk) {
    this.desk = desk;
    this.latest = new Map();
    this.cards = new CardField();
    this.kept = new Kept('#order', '#recap');
    this.entry = this.finder();
    document.addEventListener('click', (e) => {
      if (e.target.closest('#startOrder')) this.start();
      if (e.target.closest('#orderAgain')) this.startAgain();
      if (e.target.closest('#otherUnit')) this.otherUnit();
      const draft = e.target.closest('[data-open-order]');
      if (draft) this.turnTo(draft.dataset.openOrder);
    });
    document.addEventListener('keydown', (e) => this.quantityKey(e));
    // before anybody else looks at what is typed
    document.addEventListener('input', complete, true);
    document.addEventListener('change', (e) => { if (e.target.dataset?.line) e.target.dataset.sent = e.target.value; });
    document.addEventListener('focusout', (e) => { if (e.target.dataset?.kept) this.send(e.target); });
    // the cursor stays where it is
    at('otherUnit').addEventListener('mousedown', (e) => e.preventDefault());
    // what was refused is over when the next thing is typed
    [at('productSearch'), at('quantity')].forEach((f) => f.addEventListener('input', () => at('entry').replaceChildren()));
    $(document).on('pfAjaxComplete', () => this.settled());
    window.Ringdesk = {
      noCard,
      wholeDay,
      opened: () => { this.begun?.(); this.settled(); this.address(); this.focusEntry(); this.desk.changed(); },
      added: (args) => this.added(args),
      // three steps down ask three times; a field that is there already is not drawn again under who types in it
      method: () => { const m = at('payment:method'); const known = m.dataset.asked === m.value; m.dataset.asked = m.value; return !known; },
      // a field that went away must not take the cursor with it
      chosen: () => { this.cards.settled(); if (document.activeElement === document.body) at('payment:amount')?.focus(); },
      // a code that was refused stays to be mended
      coded: () => { this.settled(); if (at('codes:code')?.value) at('codes:code').select(); else this.focusEntry(); },
      // refused, the cursor is at what may help; else the next price can be typed
      priced: () => { this.settled(); (at('prices:note') ?? at('prices:price') ?? at('prices:back'))?.focus(); },
      why: () => { this.settled(); at('prices:back')?.focus(); },
      wanting: () => { this.settled(); (at('delivery:for') ?? at('notes:about') ?? at('termsFoot:back'))?.focus(); },
      // stays where it was, for the next of its kind
      saved: (id) => { this.settled(); at(id)?.focus(); },
      changing: () => { this.settled(); at('change:what')?.focus(); },
      changed: () => { this.settled(); this.desk.changed(); if (facts().step === 'CHANGE') at('change:reason')?.focus(); else if (facts().status === 'DRAFT') this.focusEntry(); else at('lines:aside')?.focus(); },
      telling: () => { this.settled(); at('historyFoot:back')?.focus(); },
      holding: () => { this.settled(); at('hold:code')?.focus(); },
      held: () => { this.settled(); this.desk.changed(); if (facts().step === 'HOLD') at('hold:reason')?.focus(); else at('lines:aside')?.focus(); },
      paying: () => at('payment:amount')?.focus(),
      paid: () => { this.settled(); if (facts().step !== 'PAYMENT') this.focusEntry(); },
      recapping: () => at('complete:place')?.focus(),
      placed: () => { this.desk.changed(); if (facts().status === 'PLACED' || facts().status === 'ON_HOLD') at('startOrder')?.focus(); },
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
        return read(`/api/products?order=${facts().number}&q=${encodeURIComponent(words)}`);
      },
      usual: async () => {
        await this.beginning;
        return read(`/api/products/usual?order=${facts().number}`);
      },
      row: (p) => [
        el('img', { class: 'picture', alt: '', src: `${base}/resources/pictures/${p.picture}` }),
        el('span', { class: 'words' }, el('span', { class: 'name' }, p.name), ' ', el('span', { class: 'figure muted' }, p.number), p.attributes ? el('span', { class: 'muted small' }, ` · ${p.attributes}`) : null,
          ...p.units.slice(1).map((u) => el('span', { class: 'more-unit muted' }, ` ${this.unitText(u)} ${money(u.price)}`))),
        this.stock(p),
        this.price(p.units[0]),
      ],
      take: (p) => this.add(p),
    });
  }

  /** Of the usual unit, which is named unless it is a piece; what the list says beside what this customer pays. */
  price(unit) {
    const { price, listPrice } = unit;
    return el('span', { class: 'num price' }, price.amount < listPrice.amount ? el('s', { class: 'list-price' }, money(listPrice)) : null, money(price),
      unit.code === PIECE ? null : el('span', { class: 'per muted small' }, this.unitText(unit)));
  }

  /** How many there are of the usual unit, else of the base unit, and when one of the usual unit would be there. */
  stock({ stock, rules, promised, units }) {
    const today = new Date(now()).toISOString().slice(0, 10);
    const off = rules.sellFrom > today ? t('stock.from', day(rules.sellFrom)) : rules.sellTo < today ? t('stock.over') : null;
    const [usual] = units;
    const whole = Math.floor(stock.available / usual.pieces);
    const [count, unit] = whole > 0 ? [whole, usual] : [stock.available, units.find((u) => u.pieces === 1)];
    const some = usual.code === PIECE ? t('stock.some', String(count)) : t('stock.units', String(count), unit.name);
    const left = count > 0 ? some : t(stock.backorder ? 'stock.none' : 'stock.out');
    const by = promised && !off ? t('stock.by', day(promised)) : null;
    return el('span', { class: `stock ${off || whole < 1 ? 'out' : ''}` }, off ?? left, by ? el('span', { class: 'by' }, by) : null);
  }

  /** The fields are free for the next product at once; what is refused comes back unless something was typed meanwhile. */
  add(product) {
    const [search, quantity] = [at('productSearch'), at('quantity')];
    this.sent = { words: search.value, quantity: quantity.value };
    rdAdd([
      { name: 'product', value: product.number },
      { name: 'quantity', value: parse(search.value).quantity ?? quantity.value },
      { name: 'unit', value: product.units[0].code },
    ]);
    search.value = '';
    quantity.value = '1';
    search.focus();
  }

  unitText(unit) {
    return unit.pieces > 1 ? t('unit.holds', unit.name, String(unit.pieces)) : unit.name;
  }

  /** The quantity is meant in the next unit of the product that is marked, or in the next one that there is. */
  otherUnit() {
    const [search, quantity] = [at('productSearch'), at('quantity')];
    if (quantity.disabled) return;
    const inSearch = parse(search.value);
    const text = inSearch.quantity ?? quantity.value;
    const product = this.entry.items[this.entry.at];
    const number = text.match(/\d+/)?.[0] ?? '1';
    const units = product ? product.units.map((u) => u.name) : measures();
    const word = product ? unitOf(product, text).name : text.match(/\p{L}\S*/u)?.[0] ?? '';
    const next = units[(units.indexOf(word) + 1) % units.length];
    quantity.value = product && next === units[0] ? number : `${number} ${next}`;
    if (inSearch.quantity) search.value = inSearch.words;
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
    const { number, status, handed } = facts();
    return Boolean(number) && handed !== 'true' && (status === 'DRAFT' || status === 'SUBMITTED') && number !== call.order;
  }

  start() {
    const subject = this.desk.subject();
    if (!subject.customer) {
      at('customerSearch').focus();
      return;
    }
    this.beginning = new Promise((begun) => { this.begun = begun; });
    at('entryRow').hidden = false;
    this.emptyEntry();
    at('productSearch').focus();
    rdStart(Object.entries(subject).filter(([, v]) => v).map(([name, value]) => ({ name, value })));
  }

  /** In the call that is up, if it is the customer's who ordered. */
  startAgain() {
    const { call, customer } = this.desk.subject();
    this.emptyEntry();
    rdAgain(call && customer === facts().customer ? [{ name: 'call', value: call }] : []);
  }

  /** What was refused in another order is not begun with. */
  emptyEntry() {
    at('productSearch').value = '';
    at('quantity').value = '1';
    at('entry').replaceChildren();
  }

  /** The agent turns to another order. One that comes with a call is opened without: something may be typed already. */
  turnTo(number) {
    this.emptyEntry();
    this.open(number);
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
    const { status, step, handed } = facts();
    at('entryRow').hidden = status !== 'DRAFT' || handed === 'true';
    at('entry').hidden = status !== 'DRAFT' || step !== 'LINES';
    [at('productSearch'), at('quantity')].forEach((f) => { f.disabled = step === 'RECAP' || step === 'DISCARD'; });
    markKeys();
    this.cards.settled();
    this.together?.turned();
    this.soon();
  }

  /** With who else looks at it. */
  join(together) {
    this.together = together;
  }

  number() {
    return facts().number;
  }

  heard(change) {
    this.together.changed(change);
    this.moved(change.number, change.version);
    this.desk.changed();
  }

  moved(number, version) {
    this.latest.set(number, Math.max(version, this.latest.get(number) ?? 0));
    this.soon();
  }

  soon() {
    clearTimeout(this.checking);
    this.checking = setTimeout(() => this.catchUp(), 400);
  }

  /** What became of a price that a supervisor was asked for; the line itself follows with the order. */
  answered(request) {
    if (!['APPROVED', 'REFUSED', 'TIMED_OUT'].includes(request.state)) return;
    const amount = money(request.agreed ?? request.wanted);
    const text = t(`request.told.${request.state}`, amount, request.endedBy, request.product, request.order, request.answer);
    const news = at('priceNews');
    const close = el('button', { type: 'button', class: 'quiet', 'aria-label': t('request.close'), on: { click: () => news.replaceChildren() } }, '✕');
    news.replaceChildren(el('div', { class: `banner price-news ask-${request.state}` }, el('span', {}, text), close));
  }

  /** It may have gone to somebody else with its call: it is shown as it stands now. */
  handedOn(number) {
    if (facts().number === number && facts().handed !== 'true') this.again(number);
  }

  again(number) {
    this.moved(number, Infinity);
  }

  /** Someone else moved the order on: it is shown as it stands now; what is being typed stays. */
  catchUp() {
    const { number, version } = facts();
    if (!number || !PrimeFaces.ajax.Queue.isEmpty() || !((this.latest.get(number) ?? 0) > Number(version))) return;
    this.latest.delete(number);
    this.kept.begin();
    rdReload([{ name: 'seen', value: version }]);
  }

  /** What stands in a line's field and was not sent: browsers say so only of what was typed since the cursor came. */
  send(field) {
    if (field.isConnected && field.value !== field.dataset.saved && field.value !== field.dataset.sent) field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Enter in a line's quantity saves it and goes back to the search. */
  quantityKey(event) {
    const field = event.target;
    if (field.id === 'quantity' && event.key === 'Enter') {
      event.preventDefault();
      this.focusEntry();
    }
    if (!field.matches?.('.line-quantity')) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      field.blur();
      this.send(field);
      this.focusEntry();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      field.value = field.defaultValue;
      this.focusEntry();
    }
  }
}
