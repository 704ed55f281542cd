// The call bar: who calls, on what, how long; and the slim bars of other calls.
import { el, t, timer } from './core.js';
import { fullName } from './customer.js';

export const chosenOf = (call) => call.matches.find((c) => c.number === call.chosen) ?? null;

export function nameOf(call) {
  const customer = chosenOf(call);
  if (customer) return fullName(customer);
  return call.callerName || (call.withheld ? t('call.withheld') : call.numberShown || t('call.unknown'));
}

/** Empty where the number already stands in the name's place. */
function number(call) {
  const words = call.withheld ? t('call.withheld') : call.numberShown ?? t('call.noNumber');
  return words === nameOf(call) ? '' : words;
}

function via(call) {
  const words = [call.via && t('call.label', call.via), call.dialledShown].filter(Boolean).join(' ');
  return words ? t('call.via', words) : '';
}

function clock(call) {
  const since = call.state === 'RINGING' || call.state === 'WAITING' ? call.startedAt : call.answeredAt ?? call.startedAt;
  return timer(since, call.endedAt);
}

function reason(call) {
  return call.state === 'ENDED' && call.endReason ? el('span', { class: 'reason' }, t(`end.${call.endReason}`, call.controls?.handedTo ?? '')) : null;
}

export function callBar(call) {
  if (!call) return [el('p', { class: 'empty' }, t('call.none'))];
  return [
    el('span', { class: `call-state call-${call.state}` }, t(`call.${call.state}`), ' ', clock(call)),
    el('strong', { class: 'caller' }, nameOf(call)),
    el('span', { class: 'figure number' }, number(call)),
    call.callerName && call.callerName !== nameOf(call) ? el('span', { class: 'muted' }, t('call.network', call.callerName)) : null,
    el('span', { class: 'via' }, via(call)),
    call.queue ? el('span', { class: 'muted queue' }, t('call.queue', call.queue)) : null,
    reason(call),
  ];
}

/** The latest other call has the key; nothing moves the cursor. */
export function slimBars(calls, show) {
  return calls.map((call, i) => el('div', { class: `slim call-${call.state}` },
    el('span', { class: `call-state call-${call.state}` }, t(`call.${call.state}`), ' ', clock(call)),
    el('strong', {}, nameOf(call)),
    el('span', { class: 'figure' }, number(call)),
    el('span', { class: 'via' }, via(call)),
    reason(call),
    el('button', { type: 'button', 'data-key': i === 0 ? 'F6' : null, on: { click: () => show(call.call) } }, t('call.show'))));
}
