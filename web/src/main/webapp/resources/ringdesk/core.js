// What every page's script needs: texts in the reader's language, money and times, elements without markup strings.
const page = document.getElementById('page').dataset;
const texts = JSON.parse(document.getElementById('texts').textContent);

export const base = page.base ?? '';
export const login = page.login;

export function t(key, ...values) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\d)\}/g, (whole, n) => values[n] ?? '');
}

/** An element; attributes with null are left out, texts are only ever set as text. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

export function money(value) {
  return new Intl.NumberFormat(page.language, { style: 'currency', currency: value.currency }).format(value.amount);
}

export function time(instant) {
  return new Intl.DateTimeFormat(page.language, { timeStyle: 'medium', timeZone: page.zone }).format(new Date(instant));
}

export function date(instant) {
  return new Intl.DateTimeFormat(page.language, { dateStyle: 'short', timeZone: page.zone }).format(new Date(instant));
}

/** A day of the calendar, whatever the zone. */
export function day(iso) {
  return new Intl.DateTimeFormat(page.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));
}

/** Our clock less the server's, so that timers agree with what others see. */
let ahead = 0;
export function serverSays(response) {
  const said = Date.parse(response.headers.get('Date'));
  if (!Number.isNaN(said)) ahead = Date.now() - said;
}

/** The server's time. */
export const now = () => Date.now() - ahead;

function span(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, '0');
  const minutes = two(Math.floor(s / 60) % 60);
  return s >= 3600 ? `${Math.floor(s / 3600)}:${minutes}:${two(s % 60)}` : `${minutes}:${two(s % 60)}`;
}

/** A time that runs from an instant, or stands still between two. */
export function timer(since, until = null) {
  const node = el('span', { class: 'figure timer', 'data-since': since, 'data-until': until });
  tick(node);
  return node;
}

/** A time that runs towards an instant; the ring beside it empties. */
export function countdown(since, until) {
  const node = el('span', { class: 'figure timer countdown', 'data-since': since, 'data-down': until });
  tick(node);
  return node;
}

function down(node) {
  const end = Date.parse(node.dataset.down);
  const left = Math.max(0, end - now());
  node.style.setProperty('--left', String(Math.min(1, left / Math.max(1, end - Date.parse(node.dataset.since)))));
  return Math.ceil(left / 1000);
}

function tick(node) {
  if (node.dataset.down) {
    const text = span(down(node));
    if (node.textContent !== text) node.textContent = text;
    return;
  }
  const from = Date.parse(node.dataset.since);
  const to = node.dataset.until ? Date.parse(node.dataset.until) : Date.now() - ahead;
  const text = span((to - from) / 1000);
  if (node.textContent !== text) node.textContent = text;
}

setInterval(() => document.querySelectorAll('.timer').forEach(tick), 1000);

/** Says it to those who listen to the page. */
export function say(text, now = false) {
  document.getElementById(now ? 'sayNow' : 'saySoon').textContent = text;
}

export class SessionOver extends Error {}
export class Unavailable extends Error {}

export async function read(path) {
  const response = await fetch(base + path, { headers: { Accept: 'application/json' }, redirect: 'manual' });
  if (response.status === 401 || response.status === 403 || response.type === 'opaqueredirect') throw new SessionOver();
  serverSays(response);
  if (response.status === 503) throw new Unavailable();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** What a rule of the server refused, in words for the reader; with its key, and the field if one is at fault. */
export class Refused extends Error {
  constructor({ title, key, field }) {
    super(title);
    Object.assign(this, { key, field });
  }
}

export async function post(path, body) {
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
  });
  if (response.status === 401 || response.status === 403 || response.type === 'opaqueredirect') throw new SessionOver();
  if (response.status === 422) throw new Refused(await response.json());
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** A product's picture that could not be loaded leaves a calm empty place. */
function placeholder(image) {
  image.classList.add('missing');
  image.removeAttribute('src');
}
document.addEventListener('error', (e) => e.target.matches?.('img.picture') && placeholder(e.target), true);
document.querySelectorAll('img.picture').forEach((i) => i.complete && !i.naturalWidth && placeholder(i));
