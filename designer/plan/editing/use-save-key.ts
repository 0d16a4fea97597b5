import { useEffect } from 'react';

/** Ctrl+S (⌘S) saves, wherever the focus is; the browser’s own is kept from it. */
export function useSaveKey(save: () => unknown): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      event.stopPropagation();
      save();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [save]);
}
