// The prices that agents ask the floor for. A card stays where it is while somebody may be typing in it; nothing takes the cursor.
import { countdown, el, money, post, Refused, say, t, time } from './core.js';
import { clear, field, input, named, refuse } from './fields.js';
import { markKeys } from './keys.js';

const DECIDED = 6;
const requests = new Map();
const cards = new Map();
const at = (id) => document.getElementById(id);

const { language } = document.getElementById('page').dataset;
const percent = (value) => new Intl.NumberFormat(language).format(value);
const counted = (request) => `${request.quantity} ${request.unit}`.trim();
/** As it would be typed: without currency and groups. */
function typed({ amount, currency }) {
  const digits = new Intl.NumberFormat(language, { style: 'currency', currency }).resolvedOptions().minimumFractionDigits;
  return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: 4, useGrouping: false }).format(amount);
}
const shownOf = (request) => money(request.agreed ?? request.wanted);
export const ended = (request) => t(`request.ended.${request.state}`, shownOf(request), request.endedBy);

function marginOf(request) {
  if (request.margin === undefined || request.margin === null) return t('request.margin.UNKNOWN');
  const word = request.marginLevel === 'UNKNOWN' ? null : t(`request.level.${request.marginLevel}`);
  return [t('request.margin', percent(request.margin)), word].filter(Boolean).join(' · ');
}

function facts(request) {
  return [
    el('strong', {}, `${request.product} × ${counted(request)}`),
    countdown(request.askedAt, request.answerUntil),
    el('span', { class: 'move figure' }, `${money(request.found)} → `, el('b', {}, money(request.wanted))),
    el('span', { class: `margin margin-${request.marginLevel}` }, marginOf(request)),
    el('span', { class: 'muted' }, [request.reason, request.words].filter(Boolean).join(' · ')),
    el('span', { class: 'muted' }, [request.askedBy, request.customer, `${request.order} (${request.position}.)`, request.channel].join(' · ')),
  ];
}

/** @param over the session is over */
function card(request, over) {
  const price = input(typed(request.wanted), 15, { inputmode: 'decimal', class: 'figure' });
  const words = input('', 200);
  const asked = price.value;
  const form = el('form', { class: 'answer', autocomplete: 'off', 'aria-label': `${request.product}, ${request.order}` },
    field('price', t('request.price'), price),
    field('words', t('request.words'), words),
    el('div', { class: 'form-says wide' }),
    el('div', { class: 'buttons wide' },
      el('button', { type: 'submit', class: 'primary' }, t('request.approve')),
      el('button', { type: 'button', on: { click: () => answer('refusal', { words: words.value }) } }, t('request.refuse'))));
  const node = el('li', { class: 'card request', 'data-request': request.id }, facts(request), form);

  async function answer(what, body) {
    if (node.classList.contains('busy')) return;
    node.classList.add('busy');
    clear(form);
    form.querySelector('.form-says').replaceChildren();
    try {
      const done = await post(`/api/floor/price-requests/${request.id}/${what}`, body);
      const inside = node.contains(document.activeElement);
      take(done);
      remove(request.id);
      draw(over);
      if (inside) next();
    } catch (problem) {
      if (problem instanceof Refused && problem.key.startsWith('pricing.')) problem.field = 'price';
      refuse(form, problem, named(form), over);
    } finally {
      node.classList.remove('busy');
    }
  }

  form.addEventListener('submit', (e) => {
    e.preventDefault();
    answer('approval', { words: words.value, ...(price.value.trim() === asked ? {} : { price: price.value }) });
  });
  node.addEventListener('focusout', (e) => {
    if (node.classList.contains('over') && !node.contains(e.relatedTarget)) {
      remove(request.id);
      draw(over);
    }
  });
  return node;
}

/** After an answer the cursor is at the next request, or above the list when there is none. */
function next() {
  (at('requests').querySelector('.request:not(.over) input') ?? at('requestsTitle')).focus();
}

/** A card with the cursor in it hears, while it goes, that the cursor left; it must not be taken away once more then. */
function remove(id) {
  const node = cards.get(id);
  cards.delete(id);
  node?.remove();
}

/** Somebody else was first while the cursor is in the card: it says so and goes when the cursor does. */
function endInPlace(node, request) {
  if (node.classList.contains('over')) return;
  node.classList.add('over');
  node.querySelectorAll('input').forEach((i) => { i.readOnly = true; });
  node.querySelectorAll('button').forEach((b) => b.setAttribute('aria-disabled', 'true'));
  node.querySelector('.form-says').replaceChildren(el('div', { class: 'ended', role: 'status' }, ended(request)));
}

export function take(request) {
  const known = requests.get(request.id);
  if (known && known.version > request.version) return;
  if (!known && request.state === 'ASKED') say(t('request.new', request.askedBy, money(request.wanted), request.product));
  requests.set(request.id, request);
}

export function takeAll(list) {
  const here = new Set(list.map((r) => r.id));
  [...requests.keys()].filter((id) => !here.has(id)).forEach((id) => { requests.delete(id); remove(id); });
  list.forEach(take);
}

export function draw(over) {
  const list = at('requests');
  const all = [...requests.values()];
  const open = all.filter((r) => r.state === 'ASKED').sort((a, b) => a.askedAt.localeCompare(b.askedAt));
  list.querySelector('.empty')?.remove();
  for (const request of open) {
    if (cards.has(request.id)) continue;
    cards.set(request.id, card(request, over));
    list.append(cards.get(request.id));
  }
  for (const [id, node] of cards) {
    const request = requests.get(id);
    if (request.state === 'ASKED') continue;
    if (node.contains(document.activeElement)) endInPlace(node, request);
    else remove(id);
  }
  if (!cards.size) list.append(el('li', { class: 'empty' }, t('request.none')));
  list.querySelectorAll('[data-key]').forEach((n) => { delete n.dataset.key; n.removeAttribute('aria-keyshortcuts'); });
  const first = list.querySelector('.request:not(.over) input');
  if (first) Object.assign(first.dataset, { key: 'Alt+R', keyLabel: t('request.answer') });
  const done = all.filter((r) => r.state !== 'ASKED').sort((a, b) => b.endedAt.localeCompare(a.endedAt)).slice(0, DECIDED);
  at('decided').replaceChildren(...done.map((r) => el('li', {},
    el('span', { class: 'figure muted' }, time(r.endedAt)), ' ', `${r.product} × ${counted(r)}: `,
    el('span', { class: `ask ask-${r.state}` }, ended(r)), r.answer ? el('span', { class: 'muted' }, ` ${r.answer}`) : null)));
  at('requestCount').textContent = open.length ? String(open.length) : '';
  markKeys(list);
}
