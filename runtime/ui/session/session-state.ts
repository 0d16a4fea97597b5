import { useSyncExternalStore } from 'react';

/** Whether the server has said that the session is over while the page was still in use. */
let ended = false;
const changed = new EventTarget();

function set(value: boolean): void {
  if (ended !== value) {
    ended = value;
    changed.dispatchEvent(new Event('change'));
  }
}

export const sessionEnded = () => set(true);
export const sessionBegun = () => set(false);

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (notify) => {
      changed.addEventListener('change', notify);
      return () => changed.removeEventListener('change', notify);
    },
    () => ended,
  );
}
