import { useEffect, useRef } from 'react';
import { type InboxCommand, inboxCommand } from './keys.ts';

/** Hands out what pressed keys mean, for as long as the inbox is shown and nothing lies over it. */
export function useInboxKeys(active: boolean, onCommand: (command: InboxCommand) => void): void {
  const latest = useRef(onCommand);
  latest.current = onCommand;
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      const element = event.target instanceof HTMLElement ? event.target : null;
      const command = inboxCommand({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        isComposing: event.isComposing,
        repeat: event.repeat,
        target: element && {
          tagName: element.tagName,
          role: element.getAttribute('role'),
          editable: element.isContentEditable,
        },
      });
      if (command === null || element?.closest('[role="dialog"], [aria-expanded="true"]')) return;
      event.preventDefault();
      latest.current(command);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [active]);
}
