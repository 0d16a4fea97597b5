import type { Me } from '../../contracts/api/session.ts';
import { useChosenChild } from './chosen-child.ts';
import { useMe } from './me-context.ts';

type StudentRef = NonNullable<Me['student']>;

export interface OwnStudent {
  /** The pupil whose records this person looks at: oneself, or the chosen child. */
  readonly student: StudentRef | null;
  /** The children to choose from; empty for a pupil. */
  readonly children: readonly StudentRef[];
  readonly choose: (childId: string) => void;
}

export function useOwnStudent(): OwnStudent {
  const me = useMe();
  const [chosen, choose] = useChosenChild(me.user.id);
  const child = me.children.find((one) => one.id === chosen) ?? me.children[0] ?? null;
  return { student: me.student ?? child, children: me.student === null ? me.children : [], choose };
}
