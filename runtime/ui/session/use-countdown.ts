import { useEffect, useState } from 'react';

/** Whole seconds that are left of a wait, counted down once a second. */
export function useCountdown() {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return {
    left,
    start: (seconds: number) => setUntil(seconds > 0 ? Date.now() + seconds * 1000 : 0),
  };
}
