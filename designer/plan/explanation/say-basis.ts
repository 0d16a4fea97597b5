import type { LegalBasis } from '@oneplan/runtime/plan/locks/stated-lock.ts';

/** A legal basis as it is quoted: 《方案》 深教规〔2020〕6号 三（一）. Empty without one. */
export function sayBasis(basis: LegalBasis | undefined): string {
  if (basis === undefined) return '';
  const title = basis.title.replace(/^《|》.*$/g, '');
  return [title === '' ? '' : `《${title}》`, basis.number, basis.clause ?? '']
    .filter((part) => part !== '')
    .join(' ');
}
