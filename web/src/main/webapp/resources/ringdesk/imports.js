// A file that is too large is said at once, not after it was sent; one at work is followed until it is done.
import { t } from './core.js';
import { markKeys } from './keys.js';

const file = document.getElementById('upload:file');
file.addEventListener('change', () => {
  const large = [...file.files].some((chosen) => chosen.size > Number(file.dataset.most));
  file.setCustomValidity(large ? t('import.large') : '');
  file.reportValidity();
});

setInterval(() => { if (document.getElementById('progress') && PrimeFaces.ajax.Queue.isEmpty()) rdLook(); }, 1000);

$(document).on('pfAjaxComplete', () => markKeys());
