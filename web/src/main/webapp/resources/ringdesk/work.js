// Work queues: the list follows what happens, the order that is open stays as it is being typed in.
import { noCard } from './card.js';
import './faults.js';
import { Kept } from './kept.js';
import { markKeys } from './keys.js';
import { Live } from './live.js';
import { Together } from './together.js';

const SOON = 400;
const at = (id) => document.getElementById(id);
const facts = () => at('orderFacts')?.dataset ?? {};
const rows = () => [...document.querySelectorAll('#rows [data-work]')];
const kept = new Kept('#taken');
let latest = 0; // version of the order that is open, as last heard
let cursor = null; // the order whose row had the cursor
let looking;
let checking;

/** The list as it is now, once for all that happens at a time. */
function look() {
  clearTimeout(looking);
  looking = setTimeout(() => (PrimeFaces.ajax.Queue.isEmpty() ? list() : look()), SOON);
}

function list() {
  cursor = document.activeElement?.dataset?.work ?? null;
  rdLook();
}

function check() {
  clearTimeout(checking);
  checking = setTimeout(() => {
    if (!facts().number || latest <= Number(facts().version)) return;
    if (!PrimeFaces.ajax.Queue.isEmpty()) {
      check();
      return;
    }
    kept.begin();
    rdAgainWork();
  }, SOON);
}

function move(step) {
  const all = rows();
  if (!all.length) return;
  const here = all.indexOf(document.activeElement);
  const open = all.findIndex((b) => b.dataset.work === facts().number);
  const from = here >= 0 ? here : open;
  all[Math.min(all.length - 1, Math.max(0, from < 0 ? 0 : from + step))].focus();
}

function open(number) {
  cursor = number;
  rdWork([{ name: 'order', value: number }]);
}

function address() {
  const query = new URLSearchParams(location.search);
  const set = (name, value) => (value ? query.set(name, value) : query.delete(name));
  set('queue', document.querySelector('.queue-list [aria-current="page"]')?.dataset.queue);
  set('order', facts().number);
  history.replaceState(null, '', `?${query}`);
}

const together = new Together({
  box: at('company'),
  number: () => facts().number,
  within: '.taken',
  tell: (text) => live.tell(text),
  version: (number, version) => { if (number === facts().number) { latest = version; check(); } },
});

function settled() {
  markKeys();
  together.turned();
  address();
}

const live = new Live('queues', {
  snapshot() { together.again(); look(); },
  frame(type, data) {
    if (type === 'work') look();
    else if (type === 'hello') together.hello(data.page);
    else if (type === 'onlookers') together.take(data);
    else if (type === 'order' && data.number === facts().number) {
      together.changed(data);
      latest = Math.max(latest, data.version);
      check();
    }
  },
});

window.Ringdesk = {
  noCard,
  reread: () => live.reread(),
  looked() {
    markKeys();
    if (document.activeElement !== document.body) return;
    (rows().find((b) => b.dataset.work === cursor) ?? rows()[0])?.focus();
  },
  // the cursor stays in the list: what can be done has keys
  taken() { latest = 0; settled(); },
  done() { settled(); (document.querySelector('#work .ui-state-error') ?? at('work:letGo'))?.focus(); },
  noted() { settled(); at('work:note')?.focus(); },
  closed() { settled(); (rows().find((b) => b.dataset.work === cursor) ?? rows()[0])?.focus(); },
};

document.addEventListener('click', (e) => {
  const button = e.target.closest('[data-work]');
  if (button) open(button.dataset.work);
});
document.addEventListener('keydown', (e) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (!step || e.target.matches('input, select, textarea') || e.altKey || e.ctrlKey || e.metaKey) return;
  e.preventDefault();
  move(step);
});
at('nextRow').addEventListener('click', () => move(1));
at('previousRow').addEventListener('click', () => move(-1));
at('openRow').addEventListener('click', () => { const all = rows(); const here = all.find((b) => b.dataset.work === cursor) ?? all[0]; if (here) open(here.dataset.work); });
document.addEventListener('focusin', (e) => { if (e.target.dataset?.work) cursor = e.target.dataset.work; });
document.querySelectorAll('#filter select').forEach((s) => { s.value = s.dataset.chosen ?? ''; });
settled();
