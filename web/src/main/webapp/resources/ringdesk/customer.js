// The customer at the left: what one line, one address and one order look like; or the choice of several.
import { date, el, money, t } from './core.js';

export const fullName = (c) => `${c.firstName} ${c.lastName}`.trim();

export function orderStatus(status) {
  return el('span', { class: `status status-${status}` }, t(`status.${status}`));
}

export function address(a) {
  return el('div', { class: 'address' },
    el('span', { class: 'muted' }, t(`address.${a.kind}`)), el('br'),
    a.street, el('br'), `${a.postalCode} ${a.city}, ${a.country}`);
}

export function orders(list, opens) {
  if (!list.length) return el('p', { class: 'empty' }, t('history.none'));
  return el('table', { class: 'plain rows history' },
    el('thead', {}, el('tr', {},
      el('th', { scope: 'col' }, t('history.number')), el('th', { scope: 'col' }, t('history.date')),
      el('th', { scope: 'col' }, t('history.status')), el('th', { scope: 'col', class: 'num' }, t('history.total')))),
    el('tbody', {}, list.map((o) => el('tr', {},
      el('td', {}, el('button', { type: 'button', class: 'link figure', on: { click: () => opens(o.number) } }, o.number)),
      el('td', { class: 'figure' }, date(o.at)),
      el('td', {}, orderStatus(o.status)),
      el('td', { class: 'num' }, money(o.total))))));
}

/** Several customers share the number: the keys 1 to 9 choose. */
export function choice(matches, choose) {
  return [
    el('p', { class: 'lead' }, t('choose.lead', String(matches.length))),
    el('ol', { class: 'choices' }, matches.map((c, i) => el('li', {},
      el('button', {
        type: 'button',
        'data-key': i < 9 ? String(i + 1) : null,
        'data-choice': c.number,
        'data-key-label': t('choose.take', fullName(c)),
        on: { click: () => choose(c.number) },
      }, line(c))))),
  ];
}

export function line(c) {
  const home = c.addresses[0];
  return el('span', { class: 'words' },
    el('span', { class: 'name' }, fullName(c)), ' ',
    c.alert ? el('span', { class: 'hot', title: c.alert }, t('customer.hot')) : '',
    el('span', { class: 'muted' }, [c.number, c.company, home && `${home.postalCode} ${home.city}`].filter(Boolean).join(' · ')));
}
