import { useTranslation } from 'react-i18next';
import type { EngineCommandSummary } from '../../contracts/api/engine.ts';

/** What somebody has asked for, in people's words; a kind that this page does not know keeps its own name. */
export function useCommandName(): (command: EngineCommandSummary) => string {
  const { t, i18n } = useTranslation('portal');
  return ({ kind }) => {
    const key = `operations.engine.kind.${kind}`;
    return i18n.exists(key, { ns: 'portal' }) ? t(key as 'operations.engine.kind.start') : kind;
  };
}
