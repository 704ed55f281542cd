// Parts of a customer's card that are written into: notes, consents, and who turned out to be the same person.
import { date, el, now, read, t, time } from './core.js';
import { noCard } from './card.js';
import { address, fullName, line } from './customer.js';
import { clear, field, input, named, refuse, select } from './fields.js';
import { Finder } from './finder.js';

/** A form whose button sends once at a time and says at the field what was refused. */
function form(id, card, children, send) {
  const says = el('div', { class: 'form-says' });
  const node = el('form', { id, class: 'part-form', novalidate: true }, ...children, says);
  node.addEventListener('submit', async (event) => {
    event.preventDefault();
    clear(node);
    if (node.sending || !noCard(id)) return;
    node.sending = true;
    try {
      await send();
    } catch (problem) {
      refuse(node, problem, named(node), card.side.desk.over);
    } finally {
      node.sending = false;
    }
  });
  return node;
}

export class Notes {
  constructor(card) {
    this.text = el('textarea', { rows: '2', maxlength: '1000' });
    this.list = el('ul', { class: 'bare notes' });
    this.form = form('noteForm', card, [
      ...field('note', t('customer.note'), this.text),
      el('button', { type: 'submit', 'data-key': 'Alt+Y' }, t('customer.note.add')),
    ], async () => {
      await card.send('/notes', { text: this.text.value });
      this.text.value = '';
      this.text.focus();
    });
    this.node = el('div', {}, this.form, this.list);
  }

  isTyped() {
    return this.text.value.trim() !== '';
  }

  draw(notes) {
    this.list.replaceChildren(...notes.map((n) => el('li', {},
      el('div', { class: 'muted' }, `${date(n.at)} ${time(n.at)} · ${n.author}`),
      el('div', { class: 'note-text' }, n.text))));
    if (!notes.length) this.list.replaceChildren(el('li', { class: 'empty' }, t('customer.notes.none')));
  }
}

const CHANNELS = ['EMAIL', 'PHONE', 'POST'];
const today = () => new Date(now()).toISOString().slice(0, 10);

export class Consents {
  constructor(card) {
    this.list = el('ul', { class: 'bare consents' });
    const channel = select(Object.fromEntries(CHANNELS.map((c) => [c, t(`customer.consent.${c}`)])), 'EMAIL');
    const given = select({ true: t('customer.consent.give'), false: t('customer.consent.withdraw') }, 'true');
    const on = el('input', { type: 'date', max: today() });
    on.value = today();
    const source = input('', 80, { placeholder: t('customer.consent.source.hint') });
    this.form = form('consentForm', card, [
      el('div', { class: 'fields' },
        ...field('channel', t('customer.consent.channel'), channel), ...field('given', t('customer.consent.said'), given),
        ...field('on', t('customer.consent.on'), on), ...field('source', t('customer.consent.source'), source)),
      el('button', { type: 'submit' }, t('customer.consent.save')),
    ], async () => {
      await card.send('/consents', { channel: channel.value, given: given.value === 'true', on: on.value || today(), source: source.value });
      source.value = '';
      more.open = false;
    });
    const more = el('details', {}, el('summary', {}, t('customer.consent.change')), this.form);
    this.node = el('section', {}, el('h3', {}, t('customer.consents')), this.list, more);
  }

  draw(consents) {
    this.list.replaceChildren(...CHANNELS.map((channel) => {
      const said = consents.find((c) => c.channel === channel);
      const state = said ? (said.given ? 'yes' : 'no') : 'open';
      const about = said ? t('customer.consent.about', date(`${said.on}T12:00:00Z`), said.source, said.who) : '';
      return el('li', {},
        el('span', {}, t(`customer.consent.${channel}`)),
        el('span', { class: `consent consent-${state}` }, t(`customer.consent.${state}`)),
        el('span', { class: 'muted' }, about));
    }));
  }
}

export class Merging {
  constructor(card) {
    this.card = card;
    this.done = el('ul', { class: 'bare merges' });
    this.says = el('div', { class: 'form-says' });
    this.choice = el('div', { class: 'merge-choice' });
    this.search = input('', 80, { id: 'mergeSearch', placeholder: t('customer.merge.hint'), spellcheck: 'false' });
    const found = el('div', { id: 'mergeFound' });
    this.finder = el('div', { class: 'finder' }, el('label', { for: 'mergeSearch' }, t('customer.merge.who')), this.search, found);
    new Finder({
      input: this.search,
      list: found,
      find: async (words) => (await read(`/api/customers?q=${encodeURIComponent(words)}`)).filter((c) => c.number !== card.number),
      row: line,
      take: (other) => { this.search.value = ''; this.compare(other); },
    });
    this.node = el('section', { class: 'merging' }, el('h3', {}, t('customer.merge.title')), this.done, this.finder, this.choice, this.says);
  }

  draw({ merges, mayMerge }) {
    this.node.hidden = !mayMerge && !merges.length;
    this.finder.hidden = !mayMerge;
    this.done.replaceChildren(...merges.map((m) => el('li', {},
      el('span', {}, t('customer.merged', m.number, m.name, date(m.at), m.who)),
      mayMerge ? el('button', { type: 'button', class: 'quiet', on: { click: () => this.send(`/merges/${m.id}/undo`, {}) } }, t('customer.unmerge')) : null)));
  }

  /** Side by side, before it is done. */
  compare(other) {
    const column = (c, label) => el('div', {}, el('div', { class: 'muted' }, label), el('strong', {}, fullName(c)), el('div', { class: 'figure' }, c.number),
      c.phones.map((p) => el('div', { class: 'figure' }, p)), c.email ? el('div', {}, c.email) : '', c.addresses.slice(0, 1).map(address));
    const go = el('button', { type: 'button', class: 'primary', on: { click: () => this.send('/merges', { other: other.number }) } }, t('customer.merge.go', other.number, this.card.number));
    this.choice.replaceChildren(
      el('div', { class: 'two' }, column(this.card.customer, t('customer.merge.keep')), column(other, t('customer.merge.goes'))),
      el('p', { class: 'muted' }, t('customer.merge.what')),
      el('div', { class: 'buttons' }, go, el('button', { type: 'button', class: 'quiet', on: { click: () => this.choice.replaceChildren() } }, t('customer.cancel'))));
    this.choice.scrollIntoView({ block: 'nearest' });
    go.focus();
  }

  async send(path, body) {
    if (this.sending) return;
    this.sending = true;
    this.says.replaceChildren();
    try {
      await this.card.send(path, body);
      this.choice.replaceChildren();
    } catch (problem) {
      refuse(this.node, problem, () => null, this.card.side.desk.over);
    } finally {
      this.sending = false;
    }
  }
}
