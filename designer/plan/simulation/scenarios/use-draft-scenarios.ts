import { getArtefact } from '@oneplan/runtime/contracts/api/plans.ts';
import type { ScenarioFile } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useWorkbench } from '../../workbench/workbench-context.ts';
import { readScenarioFile } from './read-scenario-file.ts';

/** A file of scenarios as the draft holds it. */
export interface DraftScenarios {
  readonly key: string;
  readonly revision: number;
  readonly file: ScenarioFile;
}

/** The scenarios of the open draft; read anew as soon as one of them was saved. */
export function useDraftScenarios() {
  const api = useApi();
  const { layer, artefacts } = useWorkbench();
  const kept = artefacts.filter(({ kind }) => kind === 'scenario');
  return useQuery<readonly DraftScenarios[]>({
    queryKey: ['draft-scenarios', layer.id, ...kept.map(({ key, revision }) => `${key}@${revision}`)],
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const read = await Promise.all(
        kept.map(({ key }) =>
          api.call(getArtefact, { params: { id: layer.id, kind: 'scenario', key }, signal }),
        ),
      );
      return read.flatMap(({ key, revision, content }) => {
        const file = readScenarioFile(content);
        return file ? [{ key, revision, file }] : [];
      });
    },
  });
}
