import { type RefObject, useEffect, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { placeParameter } from '../addresses.ts';
import { whenFound } from './when-found.ts';

/** Leads to the place that the address names, as soon as the editor has it; again each time a link to it is followed. */
export function usePlace(host: RefObject<HTMLElement | null>, lead: (place: string) => boolean): void {
  const [search] = useSearchParams();
  const { key } = useLocation();
  const place = search.get(placeParameter);
  const latest = useRef(lead);
  latest.current = lead;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is new each time a link is followed
  useEffect(() => {
    if (place === null || host.current === null) return;
    return whenFound(host.current, () => latest.current(place));
  }, [place, key, host]);
}
