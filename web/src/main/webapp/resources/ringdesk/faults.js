// A command that got no proper answer is said at once, one that takes long is, too; the next proper answer takes the words away.
import { t } from './core.js';

const LONG = 6_000;
const WORDS = { 0: 'fault.unreached', 503: 'fault.database' };
const banner = document.getElementById('faultBanner');
let waiting;

function tell(key) {
  banner.textContent = t(key);
  banner.hidden = false;
}

$(document).on('pfAjaxSend', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => tell('fault.slow'), LONG);
});
$(document).on('pfAjaxComplete', () => clearTimeout(waiting));
$(document).on('pfAjaxError', (event, xhr) => {
  tell(WORDS[xhr.status] ?? 'fault.unanswered');
  // how everything else stands is not known then
  window.Ringdesk?.reread?.();
});
$(document).on('pfAjaxSuccess', () => { banner.hidden = true; });
