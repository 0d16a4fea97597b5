import { createContext, useContext } from 'react';
import type { Me } from '../../contracts/api/session.ts';

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. Only below the signed-in area. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) {
    throw new Error('useMe needs the signed-in area above it');
  }
  return me;
}
