import { useQuery } from '@tanstack/react-query';
import { getMe, type Me } from '../../contracts/api/session.ts';
import { useApi } from '../api/api-context.tsx';
import { isProblem } from '../api/api-problem.ts';
import { sessionBegun } from './session-state.ts';

export const sessionKey = [getMe.id] as const;

/** Who is signed in; `null`: nobody. */
export function useSession() {
  const api = useApi();
  return useQuery<Me | null>({
    queryKey: sessionKey,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      try {
        return await api.call(getMe, { signal });
      } catch (error) {
        if (isProblem(error, 'not-signed-in')) {
          sessionBegun();
          return null;
        }
        throw error;
      }
    },
  });
}
