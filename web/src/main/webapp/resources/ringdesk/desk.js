// The agent's page: keeps the calls as last heard, and shows the one the agent is with.
import { base, el, read, say, t, timer } from './core.js';
import './faults.js';
import { markKeys } from './keys.js';
import { Live, showLinks } from './live.js';
import { Finder } from './finder.js';
import { callBar, chosenOf, nameOf, slimBars } from './callbar.js';
import { card, choice, line } from './customer.js';
import { OrderSide } from './order.js';

const calls = new Map();
const links = new Map();
const at = (id) => document.getElementById(id);
let agent = null;
let current = null; // the call the page is about
let looked = null; // a customer looked up without a call, with their orders
let asked = null; // the call the new-customer form was last asked for
const declined = new Set(); // calls whose new-customer form was cancelled
let fresh = null; // last orders read anew for the customer shown

const order = new OrderSide({
  subject: () => ({ call: callId(), customer: shownCustomer()?.number, channel: calls.get(current)?.channel }),
  changed: () => { refreshHistory(); draw(); },
});

/** The call an order is begun in: only one whose customer is known. */
function callId() {
  return calls.get(current)?.chosen ? current : null;
}

function shownCustomer() {
  const call = calls.get(current);
  return call ? chosenOf(call) : looked?.customer ?? null;
}

function take(call) {
  const known = calls.get(call.call);
  if (known && known.version > call.version) return;
  calls.set(call.call, call);
  if (call.state === 'RINGING' && known?.state !== 'RINGING') announce(call);
  else if (call.state === 'ENDED' && known && known.state !== 'ENDED') say(t('say.ended', nameOf(call)));
  settle(call);
}

function announce(call) {
  say(t('say.ringing', nameOf(call), call.via ?? call.dialledShown ?? ''), true);
}

/** A call becomes the page's when nothing else is being worked on; else it waits in its slim bar. */
function settle(call) {
  if (current === call.call || call.state === 'ENDED') return;
  const now = calls.get(current);
  const busy = now && now.state !== 'ENDED' || order.busy(call);
  if (!busy) show(call.call);
}

function show(id) {
  current = id;
  looked = null;
  fresh = null;
  draw();
}

function draw() {
  const call = calls.get(current);
  const others = [...calls.values()].filter((c) => c.call !== current && c.state !== 'ENDED').reverse();
  at('callBar').replaceChildren(...callBar(call).filter(Boolean));
  at('callBar').className = call ? `bar call-${call.state}` : 'bar';
  at('otherCalls').replaceChildren(...slimBars(others, show));
  drawCustomer(call);
  markKeys();
  document.title = `${call && call.state !== 'ENDED' ? `${nameOf(call)} – ${t(`call.${call.state}`)}` : t('title')} – Ringdesk`;
}

function drawCustomer(call) {
  const box = at('customer');
  const customer = shownCustomer();
  const form = at('newCustomerOf')?.dataset.call === (call?.call ?? '') && !customer;
  at('newCustomer:panel').hidden = !form;
  if (customer) {
    const orders = fresh?.customer.number === customer.number ? fresh.lastOrders : call?.lastOrders ?? looked?.lastOrders ?? [];
    box.replaceChildren(...card(customer, orders, (n) => order.open(n)).filter(Boolean));
  } else if (call && call.matches.length > 1) {
    box.replaceChildren(...choice(call.matches, choose));
  } else if (call && call.withheld) {
    box.replaceChildren(el('p', { class: 'lead' }, t('customer.withheld')));
  } else if (call) {
    box.replaceChildren(form ? '' : el('p', { class: 'lead' }, t('customer.unmatched')));
    if (call.state !== 'ENDED' && !form && asked !== call.call && !declined.has(call.call)) newCustomer();
  } else {
    box.replaceChildren(form ? '' : el('p', { class: 'empty' }, t('customer.none')));
  }
}

function choose(number) {
  const call = calls.get(current);
  if (call && (call.state !== 'ENDED' || !call.chosen)) rdChoose([{ name: 'call', value: call.call }, { name: 'customer', value: number }]);
  else lookAt(number);
}

async function lookAt(number) {
  looked = await read(`/api/customers/${number}`);
  current = null;
  draw();
}

async function refreshHistory() {
  const customer = shownCustomer();
  if (!customer) return;
  try {
    fresh = await read(`/api/customers/${customer.number}`);
    if (looked) looked = fresh;
    draw();
  } catch {
    live.reread();
  }
}

function newCustomer() {
  const call = calls.get(current);
  asked = call?.call ?? null;
  const values = { call: call?.call, phone: call?.numberShown, channel: call?.channel };
  rdNewCustomer(Object.entries(values).filter(([, v]) => v).map(([name, value]) => ({ name, value })));
}

function drawAgent() {
  at('stateWord').className = `state state-${agent.state}`;
  at('stateWord').textContent = agent.reason ? t(`pause.${agent.reason}`) : t(`agent.${agent.state}`);
  at('stateFor').replaceChildren(agent.state === 'SIGNED_OUT' ? '' : timer(agent.since));
}

function takeAgent(view) {
  if (agent && agent.version > view.version) return;
  agent = view;
  drawAgent();
}

function takeLink(link) {
  links.set(link.pbx, link);
  showLinks(links);
}

const live = new Live('desk', {
  snapshot(desk) {
    const here = new Set(desk.calls.map((c) => c.call));
    [...calls.keys()].filter((id) => !here.has(id)).forEach((id) => calls.delete(id));
    if (current && !calls.has(current)) current = null;
    links.clear();
    desk.links.forEach((l) => links.set(l.pbx, l));
    showLinks(links);
    takeAgent(desk.agent);
    desk.calls.forEach(take);
    if (!current && !looked && desk.calls.length && !order.isOpen()) current = desk.calls.at(-1).call;
    draw();
  },
  frame(type, data) {
    if (type === 'call') { take(data); draw(); }
    else if (type === 'agent') takeAgent(data);
    else if (type === 'link') takeLink(data);
    else if (type === 'order') order.heard(data);
  },
});

new Finder({
  input: at('customerSearch'),
  list: at('customerFound'),
  find: (words) => read(`/api/customers?q=${encodeURIComponent(words)}`),
  row: line,
  take: (customer) => { at('customerSearch').value = ''; choose(customer.number); },
});

at('newCustomerButton').addEventListener('click', () => {
  newCustomer();
  $(document).one('pfAjaxComplete', () => setTimeout(() => at('newCustomer:firstName')?.focus()));
});

const menu = at('stateList');
function toggleMenu(open) {
  menu.hidden = !open;
  at('stateButton').setAttribute('aria-expanded', open);
  if (open) menu.querySelector('button').focus();
}
at('stateButton').addEventListener('click', () => toggleMenu(menu.hidden));
menu.addEventListener('click', () => toggleMenu(false));
menu.addEventListener('keydown', (e) => {
  const all = [...menu.querySelectorAll('button')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (step) all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  else if (e.key === 'Escape') { toggleMenu(false); at('stateButton').focus(); }
  else return;
  e.preventDefault();
  e.stopPropagation();
});
document.addEventListener('click', (e) => { if (!at('stateMenu').contains(e.target)) toggleMenu(false); });

Object.assign(window.Ringdesk, {
  reread: () => live.reread(),
  asked: draw,
  declined: () => { declined.add(current); draw(); },
  registered(args) {
    if (!args?.customer) return;
    if (calls.get(current)) live.reread();
    else lookAt(args.customer);
  },
});
