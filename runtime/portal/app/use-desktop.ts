import { useSyncExternalStore } from 'react';

const wide = '(min-width: 992px)';

/** Whether there is room for two panes. */
export function useDesktop(): boolean {
  return useSyncExternalStore(
    (notify) => {
      const media = matchMedia(wide);
      media.addEventListener('change', notify);
      return () => media.removeEventListener('change', notify);
    },
    () => matchMedia(wide).matches,
  );
}
