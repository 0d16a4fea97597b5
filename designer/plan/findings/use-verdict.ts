import { useTranslation } from 'react-i18next';
import { useNextAct } from '../filing/use-next-act.ts';
import { isProblemToMend, type PlanFinding } from './finding-sentence.ts';

export interface Verdict {
  /** `known`: nothing has to be mended, something is to be known. */
  readonly kind: 'clean' | 'known' | 'found';
  readonly text: string;
}

/** What the findings come to for what is to be done next with the draft. */
export function useVerdict(findings: readonly PlanFinding[] | undefined): Verdict | undefined {
  const { t } = useTranslation('designer');
  const act = useNextAct();
  if (findings === undefined) return undefined;
  const problems = findings.filter(isProblemToMend).length;
  if (problems > 0)
    return { kind: 'found', text: t(`publishing.findings.found.${act}`, { count: problems }) };
  if (findings.length > 0)
    return { kind: 'known', text: t('publishing.findings.known', { count: findings.length }) };
  return { kind: 'clean', text: t(`publishing.findings.clean.${act}`) };
}
