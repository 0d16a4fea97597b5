import { useSyncExternalStore } from 'react';

const changed = new EventTarget();
const storageKey = (userId: string) => `oneplan.child.${userId}`;

/** Which child a guardian looks at; kept on this device. */
export function useChosenChild(userId: string): readonly [string | null, (childId: string) => void] {
  const chosen = useSyncExternalStore(
    (notify) => {
      changed.addEventListener('change', notify);
      return () => changed.removeEventListener('change', notify);
    },
    () => localStorage.getItem(storageKey(userId)),
  );
  return [
    chosen,
    (childId) => {
      localStorage.setItem(storageKey(userId), childId);
      changed.dispatchEvent(new Event('change'));
    },
  ];
}
