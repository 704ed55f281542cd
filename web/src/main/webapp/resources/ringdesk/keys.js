// Keys of the page: every control says its own in data-key; F-keys and Alt work wherever the cursor is, others outside fields.
import { el } from './core.js';

const overlay = document.getElementById('keys');
const typing = (target) => target.matches?.('input:not([type=button]):not([type=submit]), textarea, select') ?? false;
/** What is in a closed menu has its key, too. */
const visible = (node) => !node.hidden && (node.closest('.menu') ?? node).getClientRects().length > 0 && !node.disabled;

function nameOf(event) {
  if (event.ctrlKey || event.metaKey || event.getModifierState('AltGraph')) return null;
  if (!event.altKey) return event.key;
  const letter = /^[a-z0-9]$/i.test(event.key) ? event.key : event.code.replace(/^(Key|Digit)/, '');
  return `Alt+${letter.toUpperCase()}`;
}

export function holderOf(key) {
  return [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter(visible).pop();
}

export function labelOf(node) {
  return node.dataset.keyLabel || node.getAttribute('aria-label') || node.textContent.trim();
}

function showKeys() {
  const seen = [...document.querySelectorAll('[data-key]')].filter((n) => visible(n) && n.dataset.key !== '?');
  const rows = seen.map((n) => el('tr', {}, el('td', {}, el('kbd', {}, shown(n.dataset.key))), el('td', {}, labelOf(n))));
  document.getElementById('keysList').replaceChildren(...rows);
  overlay.showModal();
}

function shown(key) {
  return key === 'Escape' ? 'Esc' : key;
}

/** Browsers and screen readers know the keys too. */
export function markKeys(root = document) {
  root.querySelectorAll('[data-key]').forEach((n) => n.setAttribute('aria-keyshortcuts', n.dataset.key));
}

document.addEventListener('keydown', (event) => {
  const key = nameOf(event);
  if (!key || event.defaultPrevented || overlay.open) return;
  const anywhere = /^(F\d+|Alt\+.|Escape)$/.test(key);
  if (!anywhere && (typing(event.target) || event.key.length !== 1)) return;
  const holder = holderOf(key);
  if (!holder) return;
  event.preventDefault();
  if (event.repeat) return;
  if (holder.matches('input, select, textarea')) {
    holder.focus();
    holder.select?.();
  } else {
    holder.click();
  }
});

const button = document.getElementById('keysButton');
button.hidden = false;
button.addEventListener('click', showKeys);
markKeys();
