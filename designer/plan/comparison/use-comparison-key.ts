import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';
import { type ComparedArtefact, comparedSettings } from './compared-artefact.ts';

/** The comparison of what an address below `/layers/:id` shows; undefined: all of the plan. */
export function comparedAt(pathname: string): ComparedArtefact | undefined {
  const [, , , page, key] = pathname.split('/');
  if (page === 'settings') return comparedSettings;
  if (key === undefined) return undefined;
  if (page === 'forms') return { kind: 'form', key: decodeURIComponent(key) };
  if (page === 'decisions') return { kind: 'decision', key: decodeURIComponent(key) };
  return page === 'processes' ? { kind: 'process', key: decodeURIComponent(key) } : undefined;
}

/**
 * `d` leads from anything of the layer to its comparison, and from there back. Not while something is typed or a
 * dialog asks something.
 */
export function useComparisonKey(layerId: string, before: () => Promise<boolean>): () => Promise<void> {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const cameFrom = useRef(addresses.layer(layerId));
  const compareHere = async () => {
    if (pathname.startsWith(addresses.comparison(layerId))) return navigate(cameFrom.current);
    if (!(await before())) return;
    cameFrom.current = pathname;
    await navigate(addresses.comparison(layerId, comparedAt(pathname)));
  };
  const latest = useRef(compareHere);
  latest.current = compareHere;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'd' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || event.repeat || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]:not([hidden])')) return;
      event.preventDefault();
      void latest.current();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return compareHere;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [role="combobox"]') !==
      null
  );
}
