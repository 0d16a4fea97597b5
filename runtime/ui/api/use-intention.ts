import { useMemo } from 'react';
import { randomKey } from './browser-client.ts';
import { createIntention, type Intention } from './intention.ts';

/** One intention for as long as the component is shown. */
export function useIntention(): Intention {
  return useMemo(() => createIntention(randomKey), []);
}
