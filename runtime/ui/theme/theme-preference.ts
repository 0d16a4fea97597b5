import { useSyncExternalStore } from 'react';
import type { ColourMode } from './tokens.ts';

/** What the person chose; `system` follows the device. */
export type ThemePreference = ColourMode | 'system';

const storageKey = 'oneplan.theme';
const changed = new EventTarget();

export function themePreference(): ThemePreference {
  const stored = globalThis.localStorage?.getItem(storageKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Keeps the choice on this device and repaints every open view of it. */
export function chooseTheme(preference: ThemePreference): void {
  localStorage.setItem(storageKey, preference);
  changed.dispatchEvent(new Event('change'));
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const media = matchMedia(query);
      media.addEventListener('change', notify);
      return () => media.removeEventListener('change', notify);
    },
    () => matchMedia(query).matches,
  );
}

export function useThemePreference(): ThemePreference {
  return useSyncExternalStore((notify) => {
    changed.addEventListener('change', notify);
    return () => changed.removeEventListener('change', notify);
  }, themePreference);
}

export function useColourMode(): ColourMode {
  const preference = useThemePreference();
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  if (preference !== 'system') return preference;
  return systemDark ? 'dark' : 'light';
}

/** True where fingers do the pressing, or the window is as narrow as a phone. */
export function useTouchDensity(): boolean {
  return useMedia('(pointer: coarse), (max-width: 640px)');
}

export function useReducedMotion(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)');
}
