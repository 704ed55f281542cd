// What the agent does with the call: buttons and keys for the moves that are legal now, who to pass it on to, tones, dialling.
import { el, post, read, Refused, say, SessionOver, t, timer } from './core.js';
import { markKeys } from './keys.js';
import { Picker } from './picker.js';
import { fullName } from './customer.js';

/** In this order, each with its key; one key never has two moves that are legal at once. */
const KEYS = {
  ANSWER: 'F2', HOLD: 'F2', RESUME: 'F2', TOGGLE: 'F2',
  TRANSFER: 'F3', COMPLETE: 'F3',
  REJECT: 'F4', HANG_UP: 'F4', CANCEL: 'F4',
  CONFERENCE: 'F7', MUTE: 'Alt+M', UNMUTE: 'Alt+M', DIGITS: 'Alt+Z', PARK: 'Alt+P',
};
/** They bring a call to one's own phone, and are shown whatever is on the page. */
const FOR_ONESELF = ['DIAL', 'RETRIEVE', 'PICK_UP'];
const NUMBER = /^\+?[\d\s/().-]{2,24}$/;
const at = (id) => document.getElementById(id);

export class Controls {
  /** @param desk call() -> the one on the page, customer() -> of it or looked up, over() when the session is */
  constructor(desk) {
    this.desk = desk;
    this.flights = new Map(); // by call, or '' for dialling
    this.done = new Set();
    this.problem = null;
    this.says = el('div', { id: 'callSays', class: 'says', role: 'status' });
    this.picker = new Picker(at('picker'));
    at('dialButton').addEventListener('click', () => this.dialPanel());
    at('takeButton').addEventListener('click', () => this.takePanel());
    at('callNote').addEventListener('change', () => this.note());
    this.tones = '';
    this.sounds = null;
    at('tones').addEventListener('keydown', (e) => this.toneKey(e));
    at('tones').addEventListener('blur', () => this.closeTones());
  }

  draw() {
    const call = this.desk.call();
    const up = call && call.state !== 'ENDED' ? call : null;
    if (this.problem && this.problem.call !== '' && this.problem.call !== up?.call) this.problem = null;
    if (!up?.controls.moves.includes('DIGITS')) at('tones').hidden = true;
    const flight = this.flights.get(up?.call) ?? this.flights.get('');
    this.drawNote(up);
    const look = JSON.stringify([up?.call, up?.controls, flight?.move, this.problem?.words]);
    if (look === this.look) return;
    this.look = look;
    const focused = document.activeElement?.dataset?.move;
    at('moves').replaceChildren(...(up ? this.buttons(up, flight) : []));
    this.says.replaceChildren(...this.words(up, flight).filter(Boolean));
    if (focused) at('moves').querySelector(`[data-move="${focused}"]`)?.focus();
    markKeys(at('controls'));
  }

  buttons(call, flight) {
    return Object.keys(KEYS).filter((move) => call.controls.moves.includes(move)).map((move) => el('button', {
      type: 'button',
      'data-move': move,
      'data-opens': move === 'TRANSFER' || move === 'DIGITS' ? move : null,
      'data-key': KEYS[move],
      class: [move === 'HANG_UP' || move === 'REJECT' ? 'danger' : move === 'ANSWER' || move === 'COMPLETE' ? 'primary' : '', flight?.move === move ? 'pending' : ''].join(' '),
      'aria-busy': flight?.move === move ? 'true' : null,
      disabled: Boolean(flight),
      on: { click: () => this.press(call, move) },
    }, t(`move.${move}`)));
  }

  words(call, flight) {
    const { second, muted, guest, parkedAt } = call?.controls ?? {};
    const about = second && second.kind !== 'PEER' ? t(`second.${guest ? 'GUEST' : second.kind}.${second.stage}`, second.name) : '';
    return [
      this.problem ? el('span', { class: 'problem', role: 'alert' }, this.problem.words) : null,
      flight ? el('span', { class: 'flight' }, t('control.flight', t(`move.${flight.move}`), flight.target ?? '')) : null,
      about ? el('span', { class: 'second' }, about) : null,
      muted && !guest ? el('span', { class: 'warn-text' }, t('control.muted')) : null,
      parkedAt ? el('span', {}, t('control.parked', parkedAt)) : null,
    ];
  }

  press(call, move) {
    if (move === 'TRANSFER') this.passPanel(call);
    else if (move === 'DIGITS') this.openTones();
    else this.send(call.call, move, `/api/calls/${call.call}/${move}`, {});
  }

  /** One at a time for each call; the key makes a repeated request the same command. */
  async send(call, move, path, body, target = null) {
    if (this.flights.has(call)) return;
    const key = crypto.randomUUID?.() ?? uuid();
    this.problem = null;
    this.flights.set(call, { key, move, target });
    this.draw();
    await this.sounds;
    try {
      this.take(await post(path, { ...body, key }));
    } catch (problem) {
      if (this.flights.get(call)?.key === key) this.flights.delete(call);
      if (problem instanceof SessionOver) this.desk.over();
      else this.fails(call, problem instanceof Refused ? problem.message : t('control.unreached'));
    }
    this.draw();
  }

  fails(call, words) {
    this.problem = { call, words };
    say(words, true);
  }

  /** What became of a command: told by the answer and by a frame, in any order. */
  take(command) {
    if (this.done.has(command.key) || command.move === 'DIGITS') return;
    const of = [...this.flights].find(([, f]) => f.key === command.key)?.[0];
    const call = FOR_ONESELF.includes(command.move) ? '' : command.call;
    if (command.outcome === 'IN_FLIGHT') {
      this.flights.set(of ?? call, { key: command.key, move: command.move, target: command.target, known: true });
    } else {
      this.done.add(command.key);
      if (of !== undefined) this.flights.delete(of);
      if (command.outcome === 'REFUSED' && FOR_ONESELF.includes(command.move)) this.fails('', t('control.late'));
      if (command.outcome === 'UNCONFIRMED') this.fails(call, t('control.unconfirmed', t(`move.${command.move}`)));
    }
    this.draw();
  }

  /** All that are in flight, as the server has them: of others that it knew the end was not heard. */
  takeAll(commands) {
    const keys = new Set(commands.map((c) => c.key));
    [...this.flights].filter(([, f]) => f.known && !keys.has(f.key)).forEach(([call]) => this.flights.delete(call));
    commands.forEach((c) => this.take(c));
    this.draw();
  }

  passPanel(call) {
    const may = (move) => call.controls.moves.includes(move);
    const go = (kind, to, shown) => (asking) => {
      const move = asking ? 'CONSULT' : 'TRANSFER';
      this.send(call.call, move, `/api/calls/${call.call}/${move}`, { kind, to }, shown);
    };
    this.picker.open({
      title: t('pass.title'),
      label: t('pass.label'),
      none: t('find.none'),
      hints: [[t('move.TRANSFER'), false]].concat(may('CONSULT') ? [[t('move.CONSULT'), true]] : []),
      load: async (words) => {
        const found = (await read(`/api/calls/targets?q=${encodeURIComponent(words)}`)).map((target) => ({
          nodes: [
            el('span', { class: 'words' }, target.name),
            target.state ? el('span', { class: `state state-${target.state}` }, t(`agent.${target.state}`)) : el('span', { class: 'muted' }, t('pass.queue')),
          ],
          take: go(target.kind, target.id, target.name),
        }));
        return NUMBER.test(words)
          ? [...found, { nodes: [el('span', { class: 'words figure' }, words), el('span', { class: 'muted' }, t('pass.number'))], take: go('NUMBER', words, words) }]
          : found;
      },
    });
  }

  dial(number, customer) {
    this.send('', 'DIAL', '/api/calls/dial', { number, ...(customer ? { customer } : {}) }, number);
  }

  dialPanel() {
    const customer = this.desk.customer();
    this.picker.open({
      title: t('dial.title'),
      label: t('dial.label'),
      none: t('dial.none'),
      hints: [[t('move.DIAL'), false]],
      load: async (words) => {
        const typed = NUMBER.test(words)
          ? [{ nodes: [el('span', { class: 'words figure' }, words), el('span', { class: 'muted' }, t('dial.typed'))], take: () => this.dial(words) }]
          : [];
        const own = (customer?.phones ?? []).map((phone) => ({
          text: phone,
          nodes: [el('span', { class: 'words' }, el('span', { class: 'figure' }, phone), ' ', fullName(customer)), el('span', { class: 'muted' }, t('dial.customer'))],
          take: () => this.dial(phone, customer.number),
        }));
        const recent = (await read('/api/calls/recent')).map((call) => ({
          text: `${call.name ?? ''} ${call.numberShown ?? ''}`,
          nodes: [
            el('span', { class: 'words' }, call.name ?? '', ' ', el('span', { class: 'figure' }, call.numberShown ?? '')),
            el('span', { class: call.missed ? 'warn-text' : 'muted' }, t(call.missed ? 'dial.missed' : 'dial.last'), ' ', timer(call.since)),
          ],
          take: () => this.send('', 'DIAL', `/api/calls/${call.call}/back`, {}, call.numberShown),
        }));
        const again = { text: '', nodes: [el('span', { class: 'words' }, t('dial.again'))], take: () => this.send('', 'DIAL', '/api/calls/redial', {}) };
        const wanted = words.toLowerCase();
        return [...typed, ...[...own, ...recent].filter((i) => i.text.toLowerCase().includes(wanted)), ...(words ? [] : [again])];
      },
    });
  }

  takePanel() {
    this.picker.open({
      title: t('take.title'),
      label: t('take.label'),
      none: t('take.none'),
      hints: [[t('take.go'), false]],
      load: async (words) => (await read('/api/calls/waiting'))
        .filter((call) => `${call.name ?? ''} ${call.numberShown ?? ''} ${call.place ?? ''}`.toLowerCase().includes(words.toLowerCase()))
        .map((call) => ({
          nodes: [
            el('span', { class: 'words' }, call.name ?? '', ' ', el('span', { class: 'figure' }, call.numberShown ?? t('call.withheld'))),
            el('span', { class: 'muted' }, t(`take.${call.move}`, call.place ?? ''), ' ', timer(call.since)),
          ],
          take: () => this.send('', call.move, `/api/calls/${call.call}/${call.move}`, {}, call.name ?? call.numberShown),
        })),
    });
  }

  drawNote(call) {
    const field = at('callNote');
    const mine = Boolean(call) && !call.controls.guest && call.state !== 'WAITING';
    field.disabled = !mine;
    if (document.activeElement === field && field.dataset.call === call?.call) return;
    field.dataset.call = call?.call ?? '';
    field.value = call?.controls.note ?? '';
  }

  async note() {
    const field = at('callNote');
    const call = field.dataset.call;
    if (!call) return;
    try {
      await post(`/api/calls/${call}/note`, { note: field.value });
    } catch (problem) {
      this.fails(call, problem instanceof Refused ? problem.message : t('control.unreached'));
      this.draw();
    }
  }

  /** Every digit is sent as it is pressed; those pressed meanwhile go together. */
  openTones() {
    const pad = at('tones');
    this.sounded = '';
    pad.hidden = false;
    pad.value = '';
    pad.focus();
  }

  closeTones() {
    at('tones').hidden = true;
  }

  toneKey(event) {
    if (event.key === 'Escape') {
      this.closeTones();
    } else if (/^[0-9*#]$/.test(event.key)) {
      this.tones += event.key;
      this.sounded = (this.sounded + event.key).slice(-24);
      at('tones').value = this.sounded;
      this.sound();
    } else if (event.key === 'Tab' || /^F\d+$/.test(event.key) || event.altKey) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Other commands wait until the tones that were pressed before them are sent. */
  sound() {
    this.sounds ??= this.soundAll().finally(() => { this.sounds = null; });
  }

  async soundAll() {
    const call = this.desk.call();
    while (this.tones && call) {
      const digits = this.tones.slice(0, 32);
      this.tones = this.tones.slice(digits.length);
      try {
        await post(`/api/calls/${call.call}/DIGITS`, { digits, key: crypto.randomUUID?.() ?? uuid() });
      } catch (problem) {
        this.tones = '';
        this.fails(call.call, problem instanceof Refused ? problem.message : t('control.unreached'));
        this.draw();
      }
    }
  }
}

/** Where the page came without TLS from another machine, the browser has no randomUUID. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
