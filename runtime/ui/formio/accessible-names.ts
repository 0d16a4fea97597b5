/** Names for the parts of a form that Form.io's templates leave without one; readers would say "edit text" or nothing. */

type Namer = readonly [selector: string, name: (element: Element) => string | undefined];

const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/[\s*]+/g, ' ').trim();

const labelOfComponent = (element: Element) =>
  textOf(element.closest('.formio-component')?.querySelector('label, .col-form-label'));

/** Row and column of a survey's radio button. */
function surveyCell(input: Element): string | undefined {
  const cell = input.closest('td');
  const row = cell?.closest('tr');
  if (!cell || !row) return undefined;
  const column = cell.closest('table')?.querySelectorAll('thead th')[cell.cellIndex];
  return [textOf(row.cells[0]), textOf(column)].filter(Boolean).join(' ');
}

/** One line each: what has no name, and where its name stands. */
const namers: readonly Namer[] = [
  ['[role="textbox"]', labelOfComponent],
  ['.ql-picker-label', textOf],
  ['.formio-component-survey td input', surveyCell],
  [
    '.form-check input',
    (input) => textOf(input.closest('.form-check')?.querySelector('.form-check-label, label')),
  ],
];

function nameIn(root: Element): void {
  for (const [selector, name] of namers) {
    for (const element of root.querySelectorAll(`${selector}:not([aria-label], [aria-labelledby])`)) {
      const found = name(element) || labelOfComponent(element);
      if (found) element.setAttribute('aria-label', found);
    }
  }
  // A signature that is not there yet; pictures of files bear the file's name.
  for (const image of root.querySelectorAll('img:not([alt])'))
    image.setAttribute('alt', labelOfComponent(image) ?? '');
  // Icons that act have a name, which assistive technology ignores without a role.
  for (const icon of root.querySelectorAll('i[aria-label][tabindex]:not([role])'))
    icon.setAttribute('role', 'button');
  // Only what can be opened and closed may say whether it is open.
  for (const header of root.querySelectorAll('.card-header[aria-expanded]:not([role="button"])'))
    header.removeAttribute('aria-expanded');
}

/** Names what has no name, now and whenever the form draws anew. Returns what ends it. */
export function nameParts(root: Element): () => void {
  nameIn(root);
  const observer = new MutationObserver(() => nameIn(root));
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}
