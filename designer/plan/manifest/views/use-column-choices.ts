import { viewFields } from '@oneplan/runtime/plan/entries/view.ts';
import { useTranslation } from 'react-i18next';
import type { EntryOf } from '../editing/entry-lists.ts';
import type { Choice } from '../editing/fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { formsOf } from './view-source.ts';

/** What can be a column of a view: what the platform knows, then the components of its forms. */
export function useColumnChoices(view: EntryOf['views']): readonly Choice[] {
  const { t } = useTranslation('designer');
  const { manifest, forms } = useManifestDraft();
  const labels = new Map(
    formsOf(manifest, view).flatMap((form) =>
      [...(forms.get(form)?.components.values() ?? [])].map(({ path, label }) => [path, label] as const),
    ),
  );
  return [
    ...viewFields.map((value) => ({ value: `field:${value}`, label: t(`settings.views.fields.${value}`) })),
    ...[...labels].map(([path, label]) => ({ value: `component:${path}`, label })),
  ];
}
