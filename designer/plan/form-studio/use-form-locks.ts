import { getBundle } from '@oneplan/runtime/contracts/api/plans.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useMemo } from 'react';
import { readForm } from '../findings/finding-place.ts';
import { readManifestText } from '../workbench/use-manifest.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { type FormLocks, formLocks } from './form-locks.ts';

/** The locks of the published plan that the open layer extends, on one form; undefined at the top of a plan. */
export function useFormLocks(form: string): FormLocks | undefined {
  const { layer } = useWorkbench();
  const above = layer.extends;
  const { data } = useAnswer(
    getBundle,
    { params: { id: above?.bundleId ?? '' } },
    { enabled: above !== null, staleTime: Number.POSITIVE_INFINITY },
  );
  return useMemo(() => {
    if (above === null || data === undefined) return undefined;
    const textOf = (kind: string) => data.files.filter((file) => file.kind === kind);
    const manifest = readManifestText(textOf('manifest')[0]?.content ?? '');
    if (manifest === null) return undefined;
    const forms = textOf('form').flatMap(({ key, content }) => {
      const definition = readForm(content);
      return definition ? [[key, definition] as const] : [];
    });
    const content = { manifest, forms: Object.fromEntries(forms), processes: {} };
    return formLocks({ content, authority: above.orgUnitName, version: above.version }, form);
  }, [above, data, form]);
}
