// The card of the customer before the agent: who it is, what to look out for, what they ordered; calls, notes and more are read when
// it opens. It is drawn anew only where something else is to be seen, so that nothing jumps and nothing typed is lost.
import { date, el, money, post, read, say, t, time } from './core.js';
import { address, fullName, orders } from './customer.js';
import { CustomerForm } from './customerform.js';
import { Consents, Merging, Notes } from './customerparts.js';
import { markKeys } from './keys.js';

const TABS = ['orders', 'calls', 'notes', 'more'];
const KEPT = 12;

/** Fills the node when the data is not what it shows. */
function fill(node, data, make) {
  const look = JSON.stringify(data ?? null);
  if (node.look === look) return;
  node.look = look;
  node.replaceChildren(...[make()].flat().filter(Boolean));
}

export class CustomerSide {
  /** @param desk box, opens(order), changed() when something was saved, over() when the session is */
  constructor(desk) {
    this.desk = desk;
    this.cards = new Map();
    this.tab = 'orders';
  }

  /** @param call the call's id, or null: whoever opens a customer is told once of what to look out for */
  show(customer, lastOrders, call) {
    const card = this.cards.get(customer.number) ?? this.add(customer);
    card.update(customer, lastOrders);
    if (this.desk.box.firstChild !== card.root) {
      this.desk.box.replaceChildren(card.root);
      card.read();
      card.choose(this.tab);
    }
    const told = `${call}/${customer.number}/${customer.alert}`;
    if (customer.alert && this.told !== told) say(t('customer.alert.say', fullName(customer), customer.alert));
    this.told = told;
  }

  add(customer) {
    const card = new CustomerCard(customer.number, this);
    this.cards.set(customer.number, card);
    const idle = [...this.cards].filter(([, c]) => c !== card && !c.isTyped());
    if (this.cards.size > KEPT && idle.length) this.cards.delete(idle[0][0]);
    return card;
  }
}

class CustomerCard {
  constructor(number, side) {
    this.number = number;
    this.side = side;
    this.file = null;
    const part = (name, attributes = {}) => el('div', { class: name, ...attributes });
    this.parts = {
      who: part('who-line'), alert: part('alert-line'), facts: part('facts'), figures: part('figures', { 'aria-live': 'off' }), addresses: part('addresses'),
    };
    this.notes = new Notes(this);
    this.consents = new Consents(this);
    this.merging = new Merging(this);
    this.panels = Object.fromEntries(TABS.map((tab) => [tab, el('div', { role: 'tabpanel', id: `panel-${tab}`, 'aria-labelledby': `tab-${tab}`, hidden: true })]));
    this.calls = el('div');
    this.orders = el('div');
    this.panels.orders.append(this.orders);
    this.panels.calls.append(this.calls);
    this.panels.notes.append(this.notes.node);
    this.panels.more.append(this.consents.node, this.merging.node);
    this.tabs = el('div', { role: 'tablist', class: 'tabs', 'aria-label': t('customer.tabs'), on: { keydown: (e) => this.arrow(e) } },
      TABS.map((tab, i) => el('button', {
        type: 'button', role: 'tab', id: `tab-${tab}`, class: 'tab', 'aria-controls': `panel-${tab}`, 'data-tab': tab,
        'data-key': `Alt+${i + 1}`, 'data-key-label': t(`customer.tab.${tab}`), on: { click: () => this.choose(tab) },
      }, el('span', {}, t(`customer.tab.${tab}`)))));
    this.edit = el('button', { type: 'button', class: 'quiet', id: 'editCustomer', 'data-key': 'Alt+B', on: { click: () => this.open() } }, t('customer.edit'));
    this.seen = el('div', { class: 'card-body' }, ...Object.values(this.parts), this.tabs, ...Object.values(this.panels));
    this.root = el('div', {}, this.seen);
  }

  isTyped() {
    return Boolean(this.form) || this.notes.isTyped();
  }

  /** What the desk knows; after a save it may know less than we do for a moment. */
  update(customer, lastOrders) {
    const look = JSON.stringify(customer);
    if (look !== this.outdated) {
      this.customer = customer;
      this.outdated = null;
    }
    this.heard = look;
    this.lastOrders = lastOrders;
    this.draw();
  }

  async read() {
    try {
      this.take(await read(`/api/customers/${this.number}/file`));
    } catch {
      fill(this.parts.figures, 'failed', () => el('span', { class: 'muted' }, t('customer.file.failed')));
    }
  }

  take(file) {
    this.file = file;
    if (file.details.customer.number === this.number) {
      this.customer = file.details.customer;
      this.outdated = this.heard;
    }
    this.draw();
  }

  /** Sends it and shows what the server made of it; what is refused is thrown. */
  async send(path, body) {
    const file = await post(`/api/customers/${this.number}/file${path}`, body);
    this.take(file);
    this.side.desk.changed();
    return file;
  }

  draw() {
    const c = this.customer;
    fill(this.parts.who, [c.firstName, c.lastName, c.number, c.company], () => [
      el('h3', { class: 'who' }, fullName(c), ' ', el('span', { class: 'figure muted' }, c.number)),
      this.edit,
      c.company ? el('div', { class: 'company' }, c.company) : null,
    ]);
    fill(this.parts.alert, c.alert, () => (c.alert ? el('div', { class: 'alert' }, el('strong', {}, t('customer.hot')), ' ', c.alert) : []));
    fill(this.parts.facts, [c.phones, c.email, c.language, c.onAccount], () => el('ul', { class: 'bare' },
      c.phones.map((p, i) => el('li', { class: 'figure' }, p, i === 0 && c.phones.length > 1 ? el('span', { class: 'muted' }, ` ${t('customer.phone.main')}`) : '')),
      c.email ? el('li', {}, c.email) : null,
      el('li', {}, t(`language.${c.language}`), ' · ', t(c.onAccount ? 'customer.account' : 'customer.noAccount'))));
    fill(this.parts.addresses, c.addresses, () => c.addresses.map(address));
    fill(this.orders, this.lastOrders, () => orders(this.lastOrders, this.side.desk.opens));
    if (this.file) this.drawFile(this.file);
    if (this.root.isConnected) markKeys(this.root);
  }

  drawFile({ details, figures, open, calls }) {
    fill(this.parts.figures, [figures, open, details.creditLimit, details.customer.onAccount], () => figureLines(figures, open, details));
    fill(this.calls, calls, () => callRows(calls));
    this.notes.draw(details.notes);
    this.consents.draw(details.consents);
    this.merging.draw(details);
    const count = details.notes.length ? ` ${details.notes.length}` : '';
    this.tabs.querySelector('[data-tab="notes"] span').textContent = t('customer.tab.notes') + count;
  }

  choose(tab) {
    this.side.tab = tab;
    // the last one may have ended, and been written about, since they were read
    if (tab === 'calls' && this.file) this.read();
    TABS.forEach((name) => {
      const button = this.tabs.querySelector(`[data-tab="${name}"]`);
      button.setAttribute('aria-selected', name === tab);
      button.tabIndex = name === tab ? 0 : -1;
      this.panels[name].hidden = name !== tab;
    });
  }

  arrow(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(this.side.tab) + step + TABS.length) % TABS.length];
    this.choose(next);
    this.tabs.querySelector(`[data-tab="${next}"]`).focus();
  }

  /** The form stands in the card's place until it is saved or given up. */
  async open() {
    if (this.form) return;
    if (!this.file) await this.read();
    if (!this.file || this.form) return;
    this.form = new CustomerForm(this.file.details, {
      save: (edit) => this.send('', edit),
      again: async () => (await read(`/api/customers/${this.number}/file`)).details,
      close: () => this.close(),
      over: () => this.side.desk.over(),
    });
    this.seen.hidden = true;
    this.root.append(this.form.node);
    markKeys(this.form.node);
    this.form.focus();
  }

  close() {
    this.form.node.remove();
    this.form = null;
    this.seen.hidden = false;
    this.edit.focus();
  }
}

function figureLines(figures, open, details) {
  const account = open.length ? open.map(money).join(', ') : '0';
  return [
    ...figures.map((f) => el('div', {}, t('customer.figures', String(f.orders), date(f.first), date(f.last), money(f.average)))),
    figures.length ? null : el('div', { class: 'muted' }, t('customer.figures.none')),
    details.customer.onAccount || open.length ? el('div', {}, t('customer.credit', account, String(details.creditLimit))) : null,
  ];
}

function callRows(calls) {
  if (!calls.length) return el('p', { class: 'empty' }, t('customer.calls.none'));
  return el('table', { class: 'plain rows past-calls' },
    el('thead', {}, el('tr', {}, ['when', 'how', 'who', 'long'].map((k) => el('th', { scope: 'col', class: k === 'long' ? 'num' : null }, t(`customer.calls.${k}`))))),
    el('tbody', {}, calls.map((c) => [
      el('tr', {},
        el('td', { class: 'figure', title: time(c.startedAt) }, date(c.startedAt)),
        el('td', {}, el('span', { class: `way way-${way(c)}` }, t(`customer.calls.${way(c)}`))),
        el('td', {}, c.agent ?? c.queue ?? ''),
        el('td', { class: 'num' }, c.answeredAt && c.endedAt ? lasted(c) : '–')),
      ...said(c).map((line) => el('tr', { class: 'continued' }, el('td', { colspan: '4', class: 'muted' }, line))),
    ]).flat()));
}

/** What was noted during the call, and after it by each who talked. */
function said({ note, wrapUps }) {
  return [note, ...wrapUps.map((w) => [w.outcome, w.note].filter(Boolean).join(': '))].filter(Boolean);
}

const way = (c) => (c.outbound ? 'out' : c.answeredAt || c.state !== 'ENDED' ? 'in' : 'missed');

function lasted({ answeredAt, endedAt }) {
  const seconds = Math.round((Date.parse(endedAt) - Date.parse(answeredAt)) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
