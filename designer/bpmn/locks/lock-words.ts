import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import { lockMessage } from '@oneplan/runtime/plan/locks/lock-message.ts';
import type { ProcessFinding } from '@oneplan/runtime/plan/locks/process-findings.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { milestoneMessage } from '@oneplan/runtime/plan/milestones/milestone-message.ts';
import type { TFunction } from 'i18next';

/** What one lock says, on pressing its mark. */
export interface LockNote {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface LockWords {
  /** What the mark is called. */
  readonly mark: string;
  /** Undefined where nothing is stated, or everything is free. */
  readonly noteOf: (stated: StatedLock | undefined, enforced: boolean) => LockNote | undefined;
  readonly refusal: (finding: LockFinding) => string;
  readonly course: (finding: ProcessFinding) => string;
}

/** What locks say to an officer: who laid it down, in which clause, and what may be done all the same. */
export function lockWords(t: TFunction<'editors'>, language: string): LockWords {
  const spoken = language.startsWith('zh') ? 'zh-CN' : 'en';
  return {
    mark: t('process.lock.mark'),
    noteOf: (stated, enforced) => {
      if (stated === undefined || stated.lock.class === 'FREE') return undefined;
      const { lock, authority, version, basis } = stated;
      const by = version === undefined ? authority : t('process.lock.version', { authority, version });
      const clause = basis && [basis.number, basis.clause].filter((part) => part !== undefined).join(' ');
      return {
        heading: t(`process.lock.${lock.class}`),
        lines: [
          t(enforced ? 'process.lock.by' : 'process.lock.byUs', { by }),
          clause === undefined ? t('process.lock.noBasis') : t('process.lock.basis', { basis: clause }),
          t(`process.lock.${enforced ? 'may' : 'mayBelow'}.${lock.class}`),
        ],
      };
    },
    refusal: (finding) => lockMessage(finding, spoken),
    course: (finding) => milestoneMessage(finding, spoken),
  };
}
