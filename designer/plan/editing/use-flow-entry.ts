import { getArtefact, saveArtefact } from '@oneplan/runtime/contracts/api/plans.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { useCallback, useRef } from 'react';
import { type FlowEntry, mergedEntry } from '../../bpmn/flow/flow-entry.ts';
import { entryIn, withEntry } from '../../bpmn/flow/manifest-entry.ts';
import { manifestRef } from '../artefact-ref.ts';
import { manifestText, openManifest } from '../manifest/editing/manifest-text.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/**
 * What the manifest says of a flow, as it was when the flow was opened, and how it is saved: into the manifest as it
 * stands by then, so that nothing is lost that somebody else has set meanwhile.
 */
export function useFlowEntry(process: string, manifest: PlanManifest | null) {
  const api = useApi();
  const { layer } = useWorkbench();
  const saved = useRef<FlowEntry>(null);
  saved.current ??= manifest ? entryIn(manifest, process) : { steps: [], variables: [] };
  const opened = useRef(saved.current);
  const save = useCallback(
    async (mine: FlowEntry) => {
      const base = saved.current;
      if (base === null || sameEntry(base, mine)) return;
      const params = { id: layer.id, ...manifestRef };
      const { data, etag } = await api.exchange(getArtefact, { params });
      const now = openManifest(data.content);
      // A manifest that cannot be read is mended on its own page; the flow is saved all the same.
      if (now === null) return;
      const merged = mergedEntry(base, mine, entryIn(now, process));
      const content = manifestText(withEntry(now, process, merged));
      if (content !== data.content)
        await api.exchange(saveArtefact, {
          params,
          body: { content },
          ifMatch: etag ?? `"${data.revision}"`,
        });
      saved.current = mine;
    },
    [api, layer.id, process],
  );
  return { opened: opened.current, save };
}

const sameEntry = (a: FlowEntry, b: FlowEntry) => JSON.stringify(a) === JSON.stringify(b);
