import { deployable } from '../model/deployable.ts';
import type { ProcessGraph } from '../model/process-graph.ts';
import type { PlanUnderCheck } from '../plan/checks/plan-under-check.ts';
import { PlanReport } from '../plan/finding.ts';
import { componentsOf } from '../plan/form-components.ts';
import type { LoadedPlan } from '../plan/loaded-plan.ts';
import { formPath, processPath } from '../plan/plan-files.ts';
import { readDecisionFiles } from '../plan/read-decision-files.ts';

/** A plan that has been loaded, with its processes compiled and the components of its forms, ready to be simulated. */
export async function planToSimulate({
  manifest,
  forms,
  processes,
  decisions,
}: LoadedPlan): Promise<PlanUnderCheck> {
  const graphs = new Map<string, ProcessGraph>();
  for (const xml of new Set([...processes.values()].map((process) => process.xml)))
    for (const graph of (await deployable(xml)).graphs) graphs.set(graph.id, graph);
  const tables = new Map(
    (manifest.decisions ?? []).map(({ key, file }) => [
      processPath(manifest.key, file),
      decisions.get(key)?.xml ?? '',
    ]),
  );
  return {
    manifest,
    decisions: await readDecisionFiles(manifest, tables, new PlanReport()),
    forms: new Map(
      manifest.forms.flatMap(({ key, file }) => {
        const definition = forms.get(key);
        if (definition === undefined) return [];
        const form = { file: formPath(manifest.key, file), definition, components: componentsOf(definition) };
        return [[key, form] as const];
      }),
    ),
    processes: new Map(
      manifest.processes.flatMap(({ key, file }) => {
        const xml = processes.get(key)?.xml;
        const graph = graphs.get(key);
        if (xml === undefined || graph === undefined) return [];
        return [[key, { file: processPath(manifest.key, file), xml, graph }] as const];
      }),
    ),
  };
}
