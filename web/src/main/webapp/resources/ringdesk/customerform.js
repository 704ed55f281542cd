// Everything that is kept of a customer, to be changed in the card's place. When somebody else saved first, what was typed stays, what
// was not touched follows, and what both changed is shown at its field.
import { el, t } from './core.js';
import { looksLikeCard, noCard } from './card.js';
import { clear, field, input, named, note, refuse, select } from './fields.js';
import { markKeys } from './keys.js';

const ONE_LINERS = [['firstName', 60], ['lastName', 60], ['company', 80], ['email', 120]];
const KINDS = () => ({ DELIVERY: t('address.DELIVERY'), BILLING: t('address.BILLING') });
const LANGUAGES = () => ({ de: 'Deutsch', en: 'English' });
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** As it is sent. */
function editOf({ version, customer, addresses }) {
  const c = customer;
  return {
    version,
    firstName: c.firstName, lastName: c.lastName, company: c.company ?? '', email: c.email ?? '', language: c.language, alert: c.alert ?? '',
    phones: c.phones,
    addresses: addresses.map(({ id, kind, street, postalCode, city, country }) => ({ id, kind, street, postalCode, city, country })),
  };
}

export class CustomerForm {
  /** @param to save(edit) -> promise, again() -> details as they are now, close(), over() when the session is */
  constructor(details, to) {
    this.to = to;
    this.base = editOf(details);
    this.fields = Object.fromEntries(ONE_LINERS.map(([name, most]) => [name, input(this.base[name], most)]));
    this.fields.language = select(LANGUAGES(), this.base.language);
    this.fields.alert = input(this.base.alert, 200);
    this.phones = el('div', { class: 'list', 'data-name': 'phones' });
    this.addresses = el('div', { class: 'list', 'data-name': 'addresses' });
    this.base.phones.forEach((p) => this.addPhone(p));
    this.base.addresses.forEach((a) => this.addAddress(a));
    this.node = el('form', { id: 'customerForm', class: 'customer-form', novalidate: true, 'aria-label': t('customer.edit.title'), on: { submit: (e) => this.submit(e), keydown: (e) => this.key(e) } },
      el('h3', {}, t('customer.edit.title'), ' ', el('span', { class: 'figure muted' }, details.customer.number)),
      el('div', { class: 'form-says' }),
      el('div', { class: 'fields' },
        ...ONE_LINERS.flatMap(([name]) => field(name, t(`customer.field.${name}`), this.fields[name])),
        ...field('language', t('customer.field.language'), this.fields.language),
        ...field('alert', t('customer.field.alert'), this.fields.alert)),
      el('fieldset', {}, el('legend', {}, t('customer.field.phones')), this.phones,
        el('button', { type: 'button', class: 'quiet', on: { click: () => this.addPhone('').focus() } }, t('customer.phone.add'))),
      el('fieldset', {}, el('legend', {}, t('customer.field.addresses')), this.addresses,
        el('button', { type: 'button', class: 'quiet', on: { click: () => this.addAddress(this.blank()).focus() } }, t('customer.address.add'))),
      el('div', { class: 'buttons form-foot' },
        this.button = el('button', { type: 'submit', class: 'primary', 'data-key': 'Alt+A', id: 'saveCustomer' }, t('customer.save')),
        el('button', { type: 'button', class: 'quiet', 'data-key': 'Escape', on: { click: () => to.close() } }, t('customer.cancel'))));
  }

  focus() {
    this.fields.firstName.focus();
  }

  key(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.to.close();
  }

  blank() {
    const country = this.base.addresses[0]?.country ?? 'DE';
    return { id: null, kind: 'DELIVERY', street: '', postalCode: '', city: '', country };
  }

  addPhone(number) {
    const at = this.phones.children.length;
    const control = input(number, 40, { 'aria-label': t('customer.field.phone'), inputmode: 'tel', class: 'figure' });
    const main = el('input', { type: 'radio', name: 'mainPhone', 'aria-label': t('customer.phone.isMain') });
    main.checked = at === 0;
    const row = el('div', { class: 'phone-row' },
      el('label', { class: 'main', title: t('customer.phone.isMain') }, main, t('customer.phone.main')),
      el('div', { class: 'held' }, control),
      el('button', { type: 'button', class: 'quiet', 'aria-label': t('customer.remove.phone'), title: t('customer.remove.phone'), on: { click: () => this.remove(row, this.phones) } }, '✕'));
    Object.assign(row, { control, main });
    control.id = `customerPhone${Date.now()}-${at}`;
    this.phones.append(row);
    return control;
  }

  /** The first that is left is the main one when the main one goes. */
  remove(row, list) {
    row.remove();
    if (row.main?.checked && list.firstChild) list.firstChild.main.checked = true;
    (list.lastChild?.querySelector('input:not([type="radio"], [type="checkbox"])') ?? this.button).focus();
    this.settle();
  }

  addAddress(a) {
    const row = el('div', { class: 'address-row' });
    const controls = {
      kind: select(KINDS(), a.kind),
      street: input(a.street, 100), postalCode: input(a.postalCode, 12), city: input(a.city, 60),
      country: el('select', {}, document.getElementById('countryChoices').content.cloneNode(true)),
    };
    controls.country.value = a.country;
    const standard = el('input', { type: 'checkbox', 'aria-label': t('customer.address.isDefault') });
    standard.addEventListener('change', () => this.settle(row));
    controls.kind.addEventListener('change', () => this.settle());
    const label = (name) => t(`customer.field.${name}`);
    row.append(
      el('div', { class: 'address-head' }, el('div', { class: 'held' }, controls.kind),
        el('label', { class: 'main' }, standard, t('customer.address.default')),
        el('button', { type: 'button', class: 'quiet', 'aria-label': t('customer.remove.address'), title: t('customer.remove.address'), on: { click: () => this.remove(row, this.addresses) } }, '✕')),
      el('div', { class: 'fields' }, ...['street', 'postalCode', 'city', 'country'].flatMap((name) => field('', label(name), controls[name]))));
    controls.kind.setAttribute('aria-label', label('kind'));
    Object.assign(row, { address: a.id, controls, standard });
    this.addresses.append(row);
    this.settle();
    return controls.street;
  }

  /** One of a kind is the default: the one just ticked, else the one that was, else the first. */
  settle(ticked) {
    for (const kind of Object.keys(KINDS())) {
      const rows = [...this.addresses.children].filter((r) => r.controls.kind.value === kind);
      const now = rows.find((r) => r === ticked && r.standard.checked) ?? rows.find((r) => r !== ticked && r.standard.checked) ?? rows[0];
      rows.forEach((r) => { r.standard.checked = r === now; r.standard.disabled = rows.length === 1; });
    }
  }

  /** The main phone comes first, and a default first of its kind; in the order in which they are sent. */
  rows() {
    const phones = [...this.phones.children].sort((a, b) => Number(b.main.checked) - Number(a.main.checked));
    const addresses = [...this.addresses.children];
    for (const row of addresses.filter((r) => r.standard.checked)) {
      const first = addresses.findIndex((r) => r.controls.kind.value === row.controls.kind.value);
      addresses.splice(addresses.indexOf(row), 1);
      addresses.splice(first, 0, row);
    }
    return { phones: phones.filter((r) => r.control.value.trim() || phones.length === 1), addresses };
  }

  typed() {
    const { phones, addresses } = this.rows();
    return {
      version: this.base.version,
      ...Object.fromEntries(Object.entries(this.fields).map(([name, control]) => [name, control.value])),
      phones: phones.map((r) => r.control.value),
      addresses: addresses.map((r) => ({ id: r.address, ...Object.fromEntries(Object.entries(r.controls).map(([name, control]) => [name, control.value])) })),
    };
  }

  /** Where the server's names of fields are on the page. */
  controlOf(name) {
    const [list, at, part] = name.split('.');
    const rows = this.rows();
    if (list === 'phones') return (rows.phones[Number(at)] ?? this.phones.firstChild)?.control;
    if (list === 'addresses') return (rows.addresses[Number(at ?? 0)] ?? this.addresses.firstChild)?.controls[part ?? 'street'];
    return named(this.node)(name);
  }

  /** Telephone numbers have fewer digits. */
  cardAsPhone() {
    const bad = [...this.phones.children].map((r) => r.control).find((c) => c.value.replace(/\D/g, '').length > 14 && looksLikeCard(c.value));
    if (!bad) return false;
    bad.value = '';
    note(bad, t('card.refused'));
    bad.focus();
    return true;
  }

  async submit(event) {
    event.preventDefault();
    clear(this.node);
    if (this.saving || !noCard('customerForm') || this.cardAsPhone()) return;
    this.saving = true;
    this.button.disabled = true;
    try {
      await this.to.save(this.typed());
      this.to.close();
    } catch (problem) {
      this.button.disabled = false;
      refuse(this.node, problem, (name) => this.controlOf(name), this.to.over);
      if (problem.key?.endsWith('.changed')) this.merge(await this.to.again());
    } finally {
      this.saving = false;
      this.button.disabled = false;
    }
  }

  /** Somebody else saved first. */
  merge(details) {
    const theirs = editOf(details);
    const mine = this.typed();
    for (const [name, control] of Object.entries(this.fields)) {
      if (mine[name] === this.base[name]) control.value = theirs[name];
      else if (theirs[name] !== this.base[name] && theirs[name] !== mine[name]) note(control, t('customer.theirs', theirs[name] || '–'), false);
    }
    this.mergeList('phones', mine, theirs, (p) => this.addPhone(p), (list) => list.join(', '));
    this.mergeList('addresses', mine, theirs, (a) => this.addAddress(a), (list) => list.map((a) => `${a.street}, ${a.postalCode} ${a.city}`).join('; '));
    this.base = theirs;
    markKeys(this.node);
    this.button.focus();
  }

  mergeList(name, mine, theirs, add, shown) {
    const list = this[name];
    if (same(mine[name], this.base[name])) {
      list.replaceChildren();
      theirs[name].forEach(add);
    } else if (!same(theirs[name], this.base[name])) {
      note(list.lastChild.querySelector('input:not([type="radio"], [type="checkbox"])'), t('customer.theirs', shown(theirs[name])), false);
    }
  }
}
