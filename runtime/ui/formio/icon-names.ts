/**
 * Form.io's icons that act are `<i tabindex="0" aria-label="…">`: a name that assistive technology must ignore
 * without a role. Gives them the role of what they are, now and whenever the form draws itself anew.
 */
export function nameIcons(element: HTMLElement): void {
  const name = () => {
    for (const icon of element.querySelectorAll('i[aria-label][tabindex]:not([role])'))
      icon.setAttribute('role', 'button');
  };
  new MutationObserver(name).observe(element, { childList: true, subtree: true });
  name();
}
