import type { Lock } from '../lock.ts';

/** The clause that a lock rests on, as it is quoted. */
export interface LegalBasis {
  /** 文号 */
  readonly number: string;
  readonly title: string;
  readonly clause: string | undefined;
}

/** A lock as it holds for an element or a property of it: by whom, on which ground, and where it was stated. */
export interface StatedLock {
  readonly lock: Lock;
  readonly authority: string;
  readonly version: number | undefined;
  readonly basis: LegalBasis | undefined;
  /** Whether it was stated for the property, for the element, for one around it, or nowhere. */
  readonly stated: 'property' | 'element' | 'around' | 'default';
}
