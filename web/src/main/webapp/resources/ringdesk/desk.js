// The agent's page: keeps the calls as last heard, and shows the one the agent is with.
import { base, countdown, el, read, say, t, time, timer } from './core.js';
import './faults.js';
import { markKeys } from './keys.js';
import { Live, showLinks } from './live.js';
import { Finder } from './finder.js';
import { callBar, chosenOf, nameOf, slimBars } from './callbar.js';
import { choice, line } from './customer.js';
import { CustomerSide } from './customercard.js';
import { OrderSide } from './order.js';
import { follow, shown } from './wrapup.js';
import { Controls } from './controls.js';
import { Together } from './together.js';

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

const controls = new Controls({
  call: () => calls.get(current),
  customer: shownCustomer,
  over: () => live.over(),
});
const side = new CustomerSide({
  box: at('customer'),
  opens: (number) => order.turnTo(number),
  changed: () => { refreshHistory(); live.reread(); },
  over: () => live.over(),
});
const opened = new Set(); // orders that came with a call and were shown once

/** The call an order is begun in: only one of one's own whose customer is known. */
function callId() {
  const call = calls.get(current);
  return call?.chosen && !call.controls.guest ? current : null;
}

/** An order that comes with a call is shown when the call is one's own, unless another is being typed. */
function orderOf(call) {
  const mine = current === call.call && (call.state === 'TALKING' || call.state === 'HELD') && !call.controls.guest;
  if (!mine || !call.order || opened.has(call.order)) return;
  opened.add(call.order);
  if (!order.isOpen()) order.open(call.order);
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
  orderOf(call);
  if (call.endReason === 'HANDED_OVER' && call.order) order.handedOn(call.order);
}

function announce(call) {
  say(t('say.ringing', nameOf(call), call.via ?? call.dialledShown ?? ''), true);
}

/**
 * A call becomes the page's when nothing else is being worked on; else it waits in its slim bar until what was in the way is
 * over, as when the call with which the agent took another one goes on in that.
 */
function settle(call) {
  if (call.state === 'ENDED') {
    const waiting = current === call.call ? [...calls.values()].filter((c) => c.state !== 'ENDED') : [];
    const next = waiting.find((c) => c.state !== 'RINGING') ?? waiting[0];
    if (next) settle(next);
  } else if (current !== call.call) {
    const now = calls.get(current);
    const busy = now && now.state !== 'ENDED' || order.busy(call);
    if (!busy) show(call.call);
  }
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
  at('callBar').replaceChildren(...callBar(call).filter(Boolean), controls.says);
  at('callBar').className = call ? `bar call-${call.state}` : 'bar';
  at('otherCalls').replaceChildren(...slimBars(others, show));
  drawCustomer(call);
  controls.draw();
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
    side.show(customer, orders, call?.call ?? null);
  } else if (call && call.matches.length > 1) {
    box.replaceChildren(...choice(call.matches, choose));
  } else if (call && call.withheld) {
    box.replaceChildren(el('p', { class: 'lead' }, t('customer.withheld')));
  } else if (call) {
    box.replaceChildren(form ? '' : el('p', { class: 'lead' }, t('customer.unmatched')));
    if (call.state !== 'ENDED' && !call.controls.guest && !form && asked !== call.call && !declined.has(call.call)) newCustomer();
  } else {
    box.replaceChildren(form ? '' : el('p', { class: 'empty' }, t('customer.none')));
  }
}

/** The customer of a call is said by who has it, or had it while nobody said so; else one is only looked up. */
function choose(number) {
  const call = calls.get(current);
  const open = call && (call.state !== 'ENDED' || call.answeredAt && !call.chosen);
  if (open && !call.controls.guest) rdChoose([{ name: 'call', value: call.call }, { name: 'customer', value: number }]);
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

const word = (state, reason) => (state === 'PAUSED' && reason ? t(`pause.${reason}`) : t(`agent.${state}`));
const extension = (endpoint) => endpoint.replace(/\w+\//, '');

function drawAgent() {
  const { state, afterCall, endpoint } = agent;
  at('stateWord').className = `state state-${state}`;
  at('stateWord').textContent = word(state, agent.reason);
  const clock = state === 'AFTER_CALL' ? countdown(afterCall.since, afterCall.until) : timer(agent.since);
  at('stateFor').replaceChildren(state === 'SIGNED_OUT' ? '' : clock);
  const more = [endpoint && t('agent.at', extension(endpoint)), agent.next && t('agent.then', word(agent.next, agent.nextReason))];
  at('stateMore').textContent = more.filter(Boolean).join(' · ');
  const field = at('state:extension');
  if (field !== document.activeElement) field.value = endpoint ? extension(endpoint) : field.dataset.own;
  field.disabled = state === 'ON_CALL' || state === 'RINGING';
  at('state:afterCall').hidden = afterCall?.phase !== 'POSSIBLE'; // later the panel offers it
  drawNotice(agent.notice);
  follow(agent);
}

function drawNotice(notice) {
  const banner = at('agentBanner');
  const text = notice ? t(`notice.${notice.kind}`, time(notice.at), notice.by) : '';
  if (banner.textContent !== text) banner.textContent = text;
  banner.hidden = !text;
}

function takeAgent(view) {
  if (agent && agent.version > view.version) return;
  agent = view;
  drawAgent();
  tellLinks();
}

/** Of the PBX where the agent sits; of all while they sit nowhere. */
function tellLinks() {
  const own = links.get(agent?.pbx);
  showLinks(own ? new Map([[own.pbx, own]]) : links);
}

function takeLink(link) {
  links.set(link.pbx, link);
  tellLinks();
}

const together = new Together({
  box: at('company'),
  number: () => order.number(),
  within: '#orderColumn, #recapColumn',
  tell: (text) => live.tell(text),
  version: (number, version) => order.moved(number, version),
});
order.join(together);

const live = new Live('desk', {
  snapshot(desk) {
    together.again();
    const here = new Set(desk.calls.map((c) => c.call));
    [...calls.keys()].filter((id) => !here.has(id)).forEach((id) => calls.delete(id));
    if (current && !calls.has(current)) current = null;
    links.clear();
    desk.links.forEach((l) => links.set(l.pbx, l));
    takeAgent(desk.agent);
    tellLinks();
    desk.calls.forEach(take);
    controls.takeAll(desk.commands);
    if (!current && !looked && desk.calls.length && !order.isOpen()) current = desk.calls.at(-1).call;
    draw();
  },
  frame(type, data) {
    if (type === 'call') { take(data); draw(); }
    else if (type === 'agent') takeAgent(data);
    else if (type === 'link') takeLink(data);
    else if (type === 'order') order.heard(data);
    else if (type === 'hello') together.hello(data.page);
    else if (type === 'onlookers') together.take(data);
    else if (type === 'priceRequest') order.answered(data);
    else if (type === 'command') controls.take(data);
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
menu.addEventListener('click', (e) => { if (e.target.closest('button')) toggleMenu(false); });
menu.addEventListener('keydown', (e) => {
  const all = [...menu.querySelectorAll('button:not([hidden])')];
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
  wrapUpShown: shown,
  stated(args) {
    live.reread();
    if (!args?.validationFailed) return;
    toggleMenu(true);
    at('state:extension').select();
  },
  asked: draw,
  declined: () => { declined.add(current); draw(); },
  registered(args) {
    if (!args?.customer) return;
    if (calls.get(current)) live.reread();
    else lookAt(args.customer);
  },
});
