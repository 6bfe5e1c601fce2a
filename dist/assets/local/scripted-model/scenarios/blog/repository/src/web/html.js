/** HTML by template: what is put in is escaped, always, unless `html` made it. */

class Html {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Template tag. Lists are joined; undefined, null and false are left out. */
export function html(strings, ...values) {
  const parts = values.map((value, index) => strings[index] + render(value));
  return new Html(parts.join('') + strings.at(-1));
}

function render(value) {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  if (value === undefined || value === null || value === false) return '';
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character]);
}
