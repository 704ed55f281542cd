// What is being typed stays while what is around it is drawn anew: its text, the cursor and its place.
const stateOf = (f) => ({ value: f.value, from: f.selectionStart ?? null, to: f.selectionEnd ?? null });
/** A line's field by its line: others may have gone or come before it. */
const placeOf = (f) => (f.dataset.line ? `[data-line="${f.dataset.line}"]` : `#${CSS.escape(f.id)}`);
const first = (f) => (f.matches('select') ? [...f.options].find((o) => o.defaultSelected)?.value ?? f.options[0]?.value : f.defaultValue);

export class Kept {
  /** @param within selectors of what is drawn anew */
  constructor(...within) {
    this.fields = `:is(${within.join(', ')}) :is(input:not([type="hidden"]), select, textarea)`;
    this.within = within.join(', ');
    for (const event of ['input', 'focusin', 'keyup']) document.addEventListener(event, (e) => this.goesOn(e.target));
  }

  /** From here to the next answer of the server. */
  begin() {
    const all = [...document.querySelectorAll(this.fields)];
    const typed = all.filter((f) => f.id && f.value !== first(f));
    this.before = new Set(all);
    this.typed = new Map(typed.map((f) => [placeOf(f), stateOf(f)]));
    const active = document.activeElement?.closest(this.within) ? document.activeElement : null;
    this.cursor = active && (active.id || active.dataset.line) ? { place: placeOf(active), ...stateOf(active) } : null;
    $(document).one('pfAjaxComplete', () => this.putBack());
  }

  /** While the answer is on its way somebody may type on; what is drawn anew meanwhile gets the cursor without anybody's doing. */
  goesOn(field) {
    if (!this.typed || !this.before.has(field)) return;
    const place = placeOf(field);
    if (this.typed.has(place) || field.value !== field.defaultValue) this.typed.set(place, stateOf(field));
    this.cursor = { place, ...stateOf(field) };
  }

  putBack() {
    const { typed, cursor } = this;
    this.typed = null;
    for (const [place, { value }] of typed) {
      const field = document.querySelector(place);
      if (!field || field.value === value) continue;
      field.value = value;
      if (field.dataset.line) field.dataset.kept = 'true';
    }
    if (!cursor) return;
    this.point(cursor);
    // what else happens after an answer must not take it away
    setTimeout(() => { if (document.activeElement === document.body) this.point(cursor); });
  }

  point({ place, from, to }) {
    const field = document.querySelector(place);
    field?.focus();
    if (from !== null && field?.setSelectionRange) field.setSelectionRange(from, to);
  }
}
