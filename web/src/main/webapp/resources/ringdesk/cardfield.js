// The payment provider's own field in the payment form. It is on an origin of its own: the number stays there, and we are told a token.
import { t } from './core.js';

const at = (id) => document.getElementById(id);

export class CardField {
  constructor() {
    this.card = null;
    window.addEventListener('message', (e) => {
      const frame = at('cardField');
      if (frame && e.source === frame.contentWindow && e.origin === frame.dataset.src) this.heard(e.data);
    });
  }

  /** The form was drawn, perhaps anew: what was typed into the field before is gone, what came of it is not. */
  settled() {
    const frame = at('cardField');
    if (!frame) {
      this.card = null;
      return;
    }
    if (!frame.src) frame.src = `${frame.dataset.src}/?${new URLSearchParams({ parent: location.origin, lang: document.documentElement.lang })}`;
    this.show();
  }

  heard({ type, token, brand, lastFour, enter }) {
    if (type === 'ready' && !this.card) {
      at('cardField').focus();
      at('cardField').contentWindow.postMessage('focus', at('cardField').dataset.src);
    }
    if (type === 'back') at('payment:card').focus();
    if (type !== 'card' && type !== 'none') return;
    this.card = type === 'card' ? { token, brand, lastFour } : null;
    this.show();
    if (enter) at('payment:amount').select();
  }

  show() {
    at('payment:typed').value = this.card?.token ?? '';
    at('cardSays').textContent = this.card ? t('payment.card.known', this.card.brand, this.card.lastFour) : '';
  }
}
