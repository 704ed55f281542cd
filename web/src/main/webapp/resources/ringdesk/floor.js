// The supervisors' floor: calls and agents as they are, those with trouble first.
import { base, countdown, el, t, timer } from './core.js';
import './keys.js';
import { Live, showLinks } from './live.js';
import { nameOf } from './callbar.js';
import * as requests from './requests.js';

const ORDER = ['WAITING', 'RINGING', 'HELD', 'TALKING'];
const AGENTS = ['UNREACHABLE', 'PAUSED', 'RINGING', 'AFTER_CALL', 'ON_CALL', 'READY', 'SIGNED_OUT'];
const WITH_A_CALL = ['RINGING', 'ON_CALL'];
const calls = new Map();
const agents = new Map();
const links = new Map();
const at = (id) => document.getElementById(id);
const opensOrders = document.querySelector('.floor').dataset.opensOrders === 'true';

function callCard(call) {
  return el('li', { class: `card call-${call.state}` },
    el('span', { class: `call-state call-${call.state}` }, t(`call.${call.state}`), ' ', timer(call.answeredAt ?? call.startedAt)),
    el('strong', {}, nameOf(call)),
    el('span', { class: 'muted' }, [call.via, call.queue].filter(Boolean).join(' · ')),
    el('span', {}, agents.get(call.agent)?.displayName ?? call.agent),
    call.order && opensOrders ? el('a', { class: 'figure', href: `${base}/orders/queues.xhtml?order=${call.order}` }, call.order) : null);
}

function agentCard(agent) {
  const call = [...calls.values()].find((c) => c.agent === agent.login && c.state !== 'RINGING');
  const where = agent.endpoint ? agent.endpoint.replace(/\w+\//, '') : '';
  const clock = agent.state === 'AFTER_CALL' ? countdown(agent.afterCall.since, agent.afterCall.until) : timer(agent.since);
  return el('li', { class: `card agent-${agent.state}` },
    el('strong', {}, agent.displayName),
    el('span', { class: `state state-${agent.state}` }, agent.reason ? t(`pause.${agent.reason}`) : t(`agent.${agent.state}`)),
    agent.state === 'SIGNED_OUT' ? null : clock,
    el('span', { class: 'muted' }, [where, call && nameOf(call)].filter(Boolean).join(' · ')),
    agent.endpoint && !WITH_A_CALL.includes(agent.state) ? free(agent) : null);
}

/** Signs the agent out of the phone, so that somebody else can sit there. */
function free(agent) {
  return el('button', {
    type: 'button',
    class: 'quiet free',
    'aria-label': t('floor.freeWho', agent.displayName),
    on: { click: () => rdFree([{ name: 'agent', value: agent.login }]) },
  }, t('floor.free'));
}

function linkCard(link) {
  return el('li', { class: 'card' },
    el('strong', {}, link.pbx),
    el('span', { class: `link-state link-${link.state}` }, t(`link.word.${link.state}`)),
    timer(link.since),
    el('span', { class: 'muted' }, link.detail));
}

const by = (list, of) => (a, b) => list.indexOf(of(a)) - list.indexOf(of(b)) || a.since?.localeCompare(b.since) || 0;
const cards = (id, list, empty) => at(id).replaceChildren(...(list.length ? list : [el('li', { class: 'empty' }, empty)]));

function draw() {
  const live = [...calls.values()].sort((a, b) => by(ORDER, (c) => c.state)(a, b) || a.startedAt.localeCompare(b.startedAt));
  const people = [...agents.values()].sort(by(AGENTS, (a) => a.state));
  cards('calls', live.map(callCard), t('floor.noCalls'));
  cards('agents', people.map(agentCard), t('floor.noAgents'));
  cards('links', [...links.values()].map(linkCard), t('link.none'));
  at('callCount').textContent = String(live.length);
  at('agentCount').textContent = String(people.length);
  const count = (state) => people.filter((a) => a.state === state).length;
  at('tally').replaceChildren(...AGENTS.filter(count).map((s) => el('li', {}, el('span', { class: `state state-${s}` }, t(`agent.${s}`)), ` ${count(s)}`)));
  showLinks(links);
}

/** A call rings at several agents at once: one card each, by agent. */
const keyOf = (call) => `${call.call} ${call.agent}`;

function takeCall(call) {
  const known = calls.get(keyOf(call));
  if (known && known.version > call.version) return;
  if (call.agent) calls.delete(`${call.call} `); // it waits no longer
  if (call.state === 'ENDED') calls.delete(keyOf(call));
  else calls.set(keyOf(call), call);
}

function takeAgent(agent) {
  const known = agents.get(agent.login);
  if (!known || known.version <= agent.version) agents.set(agent.login, agent);
}

const over = () => live.over();
const live = new Live('floor', {
  snapshot(floor) {
    [calls, agents, links].forEach((map) => map.clear());
    floor.calls.forEach(takeCall);
    floor.agents.forEach(takeAgent);
    floor.links.forEach((l) => links.set(l.pbx, l));
    requests.takeAll(floor.requests);
    requests.draw(over);
    draw();
  },
  frame(type, data) {
    if (type === 'priceRequest') {
      requests.take(data);
      requests.draw(over);
      return;
    }
    if (type === 'call') takeCall(data);
    else if (type === 'agent') takeAgent(data);
    else if (type === 'link') links.set(data.pbx, data);
    draw();
  },
});
