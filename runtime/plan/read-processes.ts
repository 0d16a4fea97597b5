import { deployable } from '../model/deployable.ts';
import type { ProcessUnderCheck } from './checks/plan-under-check.ts';
import type { PlanReport } from './finding.ts';
import type { PlanManifest } from './manifest.ts';
import { processPath } from './plan-files.ts';

/** The flows that the manifest lists, by key; one that cannot be executed is left out and reported. */
export async function readProcesses(
  manifest: PlanManifest,
  files: ReadonlyMap<string, string>,
  report: PlanReport,
): Promise<ReadonlyMap<string, ProcessUnderCheck>> {
  const processes = new Map<string, ProcessUnderCheck>();
  const fileNames = new Set(manifest.processes.map(({ file }) => file));
  for (const name of fileNames) {
    const file = processPath(manifest.key, name);
    const xml = files.get(file);
    const listed = [...manifest.processes.entries()].filter(([, entry]) => entry.file === name);
    if (xml === undefined) {
      for (const [index, { key }] of listed)
        report.atManifest(
          ['processes', index, 'file'],
          'file-missing',
          `${file}, the flow ${key}, is not there.`,
          {
            file,
          },
        );
      continue;
    }
    const { graphs, findings } = await deployable(xml);
    for (const { rule, elementId, line, message, params } of findings)
      report.add({ rule: `process.${rule}`, file, elementId, line, message, params });
    if (findings.length > 0) continue;
    for (const [index, { key }] of listed) {
      const graph = graphs.find(({ id }) => id === key);
      if (graph) processes.set(key, { file, xml, graph });
      else
        report.atManifest(['processes', index, 'key'], 'process-missing', `${file} has no process ${key}.`, {
          key,
          file,
        });
    }
    for (const { id } of graphs)
      if (!listed.some(([, { key }]) => key === id))
        report.add({
          rule: 'process-unlisted',
          file,
          elementId: id,
          message: `The process ${id} in ${file} is not listed in plan.json.`,
          params: { key: id },
        });
  }
  return processes;
}
