/* Keys of other systems: a new one's secret goes to the clipboard. */
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copies]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copies);
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
    document.getElementById('saySoon').textContent = button.dataset.copied;
  } catch {
    // not allowed here: it is selected, for the keyboard
  }
});
