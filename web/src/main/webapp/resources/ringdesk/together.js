// Who else has the order open is said at its foot; that one looks at it or types in it oneself, the others are told.
import { el, login, now, post, say, t, time } from './core.js';

const ALIVE = 4_000; // the server takes who is silent for twelve seconds for gone
const STILL = 5_000; // then typing is over

export class Together {
  /**
   * @param box where it is said
   * @param number() of the order on the screen, if one is
   * @param within a selector: what is typed there is typed in the order
   * @param tell(text) over the socket
   * @param version(number, version) the order's version as the server says it
   */
  constructor({ box, number, within, tell, version }) {
    Object.assign(this, { box, number, tell, version });
    this.names = new Map();
    this.people = [];
    document.addEventListener('input', (e) => { if (e.target.closest?.(within)) this.types(); });
    setInterval(() => this.alive(), ALIVE);
  }

  /** The socket is open, under this name. */
  hello(page) {
    this.page = page;
    this.told = null;
    this.turned();
  }

  /** What the server tells may have been missed: it is asked again. */
  again() {
    this.told = null;
    this.turned();
  }

  /** Perhaps another order is on the screen, or none. */
  async turned() {
    const number = this.number() ?? null;
    if (!this.page || number === this.told) return;
    if (number !== this.shown) this.clear();
    this.shown = number;
    this.told = number;
    this.typing = false;
    if (!number) {
      this.tell('x');
      return;
    }
    try {
      const seen = await post(`/api/orders/${number}/onlookers`, { page: this.page });
      if (this.shown !== number) return;
      this.take(seen);
      this.version(number, seen.version);
    } catch {
      this.told = undefined; // with the next sign of life
    }
  }

  take({ order, people }) {
    if (order !== this.shown) return;
    const others = people.filter((p) => p.login !== login);
    const before = new Set(this.people.map((p) => p.login));
    const here = new Set(others.map((p) => p.login));
    others.forEach((p) => this.names.set(p.login, p.name));
    others.filter((p) => !before.has(p.login)).forEach((p) => say(t('together.looking', p.name)));
    this.people.filter((p) => !here.has(p.login)).forEach((p) => say(t('together.left', p.name)));
    this.people = others;
    this.draw();
  }

  /** Somebody changed the order that is on the screen. */
  changed(change) {
    if (change.number !== this.shown || change.by === login) return;
    const name = this.names.get(change.by);
    const at = time(now());
    this.news = name ? t('together.changed', name, at) : t('together.changedBySome', at);
    say(this.news);
    this.draw();
  }

  clear() {
    this.people = [];
    this.news = null;
    this.draw();
  }

  draw() {
    const people = this.people.map((p) => el('span', { class: p.typing ? 'types' : 'looks' }, t(p.typing ? 'together.typing' : 'together.looking', p.name)));
    this.box.replaceChildren(...people, ...(this.news ? [el('span', { class: 'news' }, this.news)] : []));
  }

  types() {
    this.last = now();
    if (this.typing || !this.shown) return;
    this.typing = true;
    this.tell('t');
  }

  alive() {
    if (!this.page) return;
    if (this.told === undefined) this.turned();
    if (!this.shown) return;
    if (this.typing && now() - this.last > STILL) this.typing = false;
    this.tell(this.typing ? 't' : 'l');
  }
}
