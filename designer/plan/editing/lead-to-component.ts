const shownFor = 2_000;

/** Brings a component of Form.io’s builder into view and marks it for a moment; false while it is not there. */
export function leadToComponent(host: Element, key: string): boolean {
  const found = host.querySelector(`.formio-component-${CSS.escape(key)}`);
  if (!(found instanceof HTMLElement)) return false;
  found.scrollIntoView({ block: 'center' });
  found.dataset.ledTo = 'true';
  setTimeout(() => delete found.dataset.ledTo, shownFor);
  found.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  return true;
}
