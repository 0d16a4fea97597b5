import type { Me } from '@oneplan/runtime/contracts/api/session.ts';
import { createContext, useContext } from 'react';

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. Only below the signed-in area. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('useMe needs the signed-in area above it');
  return me;
}
