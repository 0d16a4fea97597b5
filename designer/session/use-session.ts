import { getMe, type Me } from '@oneplan/runtime/contracts/api/session.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { isProblem } from '@oneplan/runtime/ui/api/api-problem.ts';
import { useQuery } from '@tanstack/react-query';
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
        if (!isProblem(error, 'not-signed-in')) throw error;
        sessionBegun();
        return null;
      }
    },
  });
}
