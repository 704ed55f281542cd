// The line to the server: the socket first, then everything as it stands, so that nothing falls between. It comes back by itself.
import { base, el, read, say, SessionOver, t, time, Unavailable } from './core.js';

const BEAT = 20_000;
const PATIENCE = 8_000;
const REFRESH = 300_000;
const SPREAD = 2_000;

export class Live {
  /** @param handlers snapshot(data), frame(type, data) */
  constructor(what, handlers) {
    this.what = what;
    this.handlers = handlers;
    this.tries = 0;
    this.lostSince = null;
    this.banner = document.getElementById('liveBanner');
    this.open();
    setInterval(() => this.beat(), BEAT);
    setInterval(() => this.reread(), REFRESH);
    addEventListener('online', () => this.again(0));
  }

  open() {
    clearTimeout(this.waiting);
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(`${scheme}//${location.host}${base}/push/${this.what}`);
    let opened = false;
    this.socket = socket;
    socket.addEventListener('open', () => { opened = true; this.reread(); });
    socket.addEventListener('message', (e) => this.heard(JSON.parse(e.data)));
    socket.addEventListener('close', () => { if (socket === this.socket) opened ? this.lost() : this.refused(); });
  }

  /** Why a socket was not opened only a request can tell, such as that the session is over; till it opens that keeps the page right. */
  async refused() {
    try {
      this.handlers.snapshot(await read(`/api/${this.what}`));
    } catch (problem) {
      if (problem instanceof SessionOver) {
        this.over();
        return;
      }
    }
    this.lost();
  }

  heard(frame) {
    clearTimeout(this.overdue);
    if (frame.type === 'reread') setTimeout(() => this.reread(), Math.random() * SPREAD);
    else if (frame.type !== 'beat') this.handlers.frame(frame.type, frame.data);
  }

  beat() {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    clearTimeout(this.overdue);
    this.socket.send('.');
    this.overdue = setTimeout(() => this.socket.close(), PATIENCE);
  }

  /** A word to the server, which nobody misses when it gets lost. */
  tell(text) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text);
  }

  async reread() {
    try {
      this.handlers.snapshot(await read(`/api/${this.what}`));
      if (this.socket.readyState === WebSocket.OPEN) this.found();
    } catch (problem) {
      if (problem instanceof SessionOver) this.over();
      else this.lost(problem instanceof Unavailable ? 'live.database' : 'live.lost');
    }
  }

  found() {
    if (this.lostSince) say(t('live.back'));
    this.tries = 0;
    this.lostSince = null;
    this.banner.hidden = true;
  }

  lost(words = 'live.lost') {
    if (this.ended) return;
    if (!this.lostSince) {
      this.lostSince = new Date().toISOString();
      this.banner.className = 'banner warn';
    }
    this.banner.replaceChildren(t(words, time(this.lostSince)));
    this.banner.hidden = this.tries === 0;
    this.again(Math.min(15_000, 500 * 2 ** this.tries) * (0.75 + Math.random() / 2));
    this.tries += 1;
  }

  again(delay) {
    if (this.ended || this.socket.readyState === WebSocket.OPEN && !this.lostSince) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      if (this.socket.readyState === WebSocket.OPEN) this.reread();
      else this.open();
    }, delay);
  }

  over() {
    this.ended = true;
    const back = encodeURIComponent(location.pathname.slice(base.length) + location.search);
    this.banner.replaceChildren(
      t('session.over'), ' ', el('a', { href: `${base}/login.xhtml?expired=true&back=${back}` }, t('session.logIn')));
    this.banner.className = 'banner bad';
    this.banner.hidden = false;
    say(t('session.over'), true);
  }
}

/** Telephony that is not live is said in words: what calls do is not known then. */
export function showLinks(links) {
  const down = [...links.values()].filter((link) => link.state !== 'LIVE');
  const banner = document.getElementById('linkBanner');
  const none = links.size === 0;
  const words = down.map((l) => t(`link.${l.state}`, l.pbx, time(l.since))).concat(none ? [t('link.none')] : []);
  const text = words.join(' ');
  if (banner.textContent !== text) banner.textContent = text;
  banner.className = down.some((l) => l.state !== 'SYNCING') || none ? 'banner bad' : 'banner warn';
  banner.hidden = text === '';
}
