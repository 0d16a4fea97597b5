/** What an address below `/layers/:id` has open, as others are told: `form/b-r01`; null: nothing in particular. */
export function openPlace(pathname: string): string | null {
  const [, , , page, key] = pathname.split('/');
  if (page === 'forms' && key !== undefined) return `form/${decodeURIComponent(key)}`;
  if (page === 'processes' && key !== undefined) return `process/${decodeURIComponent(key)}`;
  return page === 'settings' ? 'manifest/plan' : null;
}
