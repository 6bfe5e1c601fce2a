/** The buttons above a text in Markdown. It runs in the browser; without it the form works all the same. */

/** Puts `mark` before and after the selection, which stays selected. */
export function surround({ text, start, end }, mark) {
  const selected = text.slice(start, end);
  return {
    text: text.slice(0, start) + mark + selected + mark + text.slice(end),
    start: start + mark.length,
    end: end + mark.length,
  };
}

/** Puts `prefix` before every line that the selection touches. */
export function prefixLines({ text, start, end }, prefix) {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(from, end).split('\n').map((line) => prefix + line);
  return { text: text.slice(0, from) + lines.join('\n') + text.slice(end), start: from, end: end + prefix.length * lines.length };
}

/** Makes a link of the selection and selects the address, to be typed over. */
export function link({ text, start, end }) {
  const label = text.slice(start, end) || 'text';
  const address = 'https://';
  const from = start + label.length + 3;
  return { text: `${text.slice(0, start)}[${label}](${address})${text.slice(end)}`, start: from, end: from + address.length };
}

const BUTTONS = [
  ['Bold', (selection) => surround(selection, '**')],
  ['Italic', (selection) => surround(selection, '*')],
  ['Code', (selection) => surround(selection, '`')],
  ['Link', link],
  ['Heading', (selection) => prefixLines(selection, '# ')],
  ['List', (selection) => prefixLines(selection, '- ')],
  ['Quote', (selection) => prefixLines(selection, '> ')],
];

function addToolbar(area) {
  const toolbar = document.createElement('div');
  toolbar.className = 'toolbar';
  toolbar.setAttribute('role', 'group');
  toolbar.setAttribute('aria-label', 'Format the text');
  for (const [name, change] of BUTTONS) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', () => apply(area, change));
    toolbar.append(button);
  }
  area.before(toolbar);
}

function apply(area, change) {
  const changed = change({ text: area.value, start: area.selectionStart, end: area.selectionEnd });
  area.value = changed.text;
  area.focus();
  area.setSelectionRange(changed.start, changed.end);
}

if (globalThis.document) document.querySelectorAll('textarea[data-markdown]').forEach(addToolbar);
