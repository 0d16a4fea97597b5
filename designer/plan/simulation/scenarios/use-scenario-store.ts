import { getLifecycle } from '@oneplan/runtime/contracts/api/filings.ts';
import { addArtefact, removeArtefact } from '@oneplan/runtime/contracts/api/layers.ts';
import { checkLayer, getLayer, listLayers, saveArtefact } from '@oneplan/runtime/contracts/api/plans.ts';
import type { ScenarioFile } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkbench } from '../../workbench/workbench-context.ts';
import { scenarioText } from './read-scenario-file.ts';
import { newScenarioKey } from './scenario-key.ts';
import type { DraftScenarios } from './use-draft-scenarios.ts';

const longestName = 60;

/** Writes scenarios into the open draft. */
export interface ScenarioStore {
  readonly sending: boolean;
  /** What happened last, said to the person. */
  readonly note: string;
  readonly say: (note: string) => void;
  readonly add: (files: readonly ScenarioFile[], said: string) => Promise<void>;
  /** Changes a file; one that is left without scenarios is removed. */
  readonly change: (
    from: DraftScenarios,
    scenarios: ScenarioFile['scenarios'],
    said: string,
  ) => Promise<void>;
}

export function useScenarioStore(): ScenarioStore {
  const api = useApi();
  const queries = useQueryClient();
  const textOf = useProblemText();
  const { layer, artefacts } = useWorkbench();
  const [sending, setSending] = useState(false);
  const [note, setNote] = useState('');

  const send = async (work: () => Promise<void>, said: string) => {
    setSending(true);
    try {
      await work();
      setNote(said);
    } catch (error) {
      setNote(textOf(error));
    }
    for (const endpoint of [getLayer, checkLayer, listLayers, getLifecycle])
      void queries.invalidateQueries({ queryKey: [endpoint.id] });
    setSending(false);
  };

  const add: ScenarioStore['add'] = (files, said) =>
    send(async () => {
      const taken = artefacts.filter(({ kind }) => kind === 'scenario').map(({ key }) => key);
      for (const file of files) {
        const key = newScenarioKey(file.process, taken);
        taken.push(key);
        const name = file.scenarios[0]?.name.trim().slice(0, longestName) || key;
        await api.call(addArtefact, {
          params: { id: layer.id },
          body: { kind: 'scenario', key, name, content: scenarioText(file) },
        });
      }
    }, said);

  const change: ScenarioStore['change'] = ({ key, revision, file }, scenarios, said) =>
    send(async () => {
      const place = { params: { id: layer.id, kind: 'scenario' as const, key }, ifMatch: `"${revision}"` };
      if (scenarios.length === 0) await api.call(removeArtefact, place);
      else
        await api.call(saveArtefact, { ...place, body: { content: scenarioText({ ...file, scenarios }) } });
    }, said);

  return { sending, note, say: setNote, add, change };
}
