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

/** Our clock less the server's, so that timers agree with what others see. */
let ahead = 0;
export function serverSays(response) {
  const said = Date.parse(response.headers.get('Date'));
  if (!Number.isNaN(said)) ahead = Date.now() - said;
}

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

function tick(node) {
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

export async function read(path) {
  const response = await fetch(base + path, { headers: { Accept: 'application/json' }, redirect: 'manual' });
  if (response.status === 401 || response.status === 403 || response.type === 'opaqueredirect') throw new SessionOver();
  serverSays(response);
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
