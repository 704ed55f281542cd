// The wrap-up panel: follows the agent's state, and keeps what is typed as it is typed, so that neither a reload nor the end of the time loses it.
import { countdown, now, say, t } from './core.js';
import { noCard } from './card.js';
import { markKeys } from './keys.js';

const PAUSE = 700;
const BEFORE_THE_END = 1500;
const SHOWN = ['OFFERED', 'ON'];
const at = (id) => document.getElementById(id);

let work = null;
let keeping = null;
let ending = null;

/** What the panel on the page is about. */
const panel = () => at('wrapUpPanel')?.dataset ?? {};

export function follow(agent) {
  const before = work;
  work = agent.afterCall && SHOWN.includes(agent.afterCall.phase) ? agent.afterCall : null;
  const { call, phase } = panel();
  if (call !== work?.call || phase !== work?.phase) rdWrapUp();
  else clock();
  if (work?.phase === 'ON' && before?.phase !== 'ON') say(t('say.afterCall'));
  clearTimeout(ending);
  if (work?.until) ending = setTimeout(keep, Math.max(0, Date.parse(work.until) - now() - BEFORE_THE_END));
}

/** The server has drawn it. */
export function shown() {
  clock();
  markKeys();
}

function clock() {
  at('wrapUpClock')?.replaceChildren(work?.until ? countdown(work.since, work.until) : '');
}

/** Nothing is sent that was sent already. */
let kept = '';
function keep() {
  clearTimeout(keeping);
  keeping = null;
  const { call } = panel();
  if (!call || !noCard('wrapUp')) return;
  const typed = JSON.stringify([call, at('wrapUp:code').value, at('wrapUp:note').value]);
  if (typed === kept) return;
  kept = typed;
  rdNoted();
}

function soon(event) {
  if (!event.target.closest?.('#wrapUp')) return;
  clearTimeout(keeping);
  keeping = setTimeout(keep, PAUSE);
}
document.addEventListener('input', soon);
document.addEventListener('change', (e) => { if (e.target.closest?.('#wrapUp')) keep(); });
addEventListener('pagehide', () => { if (keeping) keep(); });
