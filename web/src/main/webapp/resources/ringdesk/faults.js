// A command that got no proper answer is said at once; the next one that does takes the words away.
import { t } from './core.js';

const banner = document.getElementById('faultBanner');

$(document).on('pfAjaxError', (event, xhr) => {
  banner.textContent = t(xhr.status === 0 ? 'fault.unreached' : 'fault.unanswered');
  banner.hidden = false;
});
$(document).on('pfAjaxSuccess', () => { banner.hidden = true; });
