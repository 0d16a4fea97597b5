import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../bpmn/properties/plan-properties.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** Topics of external tasks that the platform’s workers serve, in the order of a record’s life. */
const topics = ['notify', 'notice.open', 'notice.close', 'archive.append'] as const;

/** Form key of a task that works on the record itself. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the flow, not of this file
const recordForm = '${recordForm}';

/** What a task of a flow may be given: the plan’s forms and roles, and what the platform does by itself. */
export function useChoices(): {
  readonly forms: readonly Choice[];
  readonly roles: readonly Choice[];
  readonly actions: readonly Choice[];
} {
  const { t } = useTranslation('designer');
  const { artefacts, roles } = useWorkbench();
  return useMemo(
    () => ({
      forms: [
        ...artefacts.filter(({ kind }) => kind === 'form').map(({ key, name }) => ({ key, label: name })),
        { key: recordForm, label: t('workbench.recordForm') },
      ],
      roles: roles.map(({ key, name }) => ({ key, label: name })),
      actions: topics.map((topic) => ({
        key: topic,
        label: t(`workbench.topic.${topic.replace('.', '-')}`),
      })),
    }),
    [artefacts, roles, t],
  );
}
