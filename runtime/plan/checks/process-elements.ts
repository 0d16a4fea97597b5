import type { GraphNode } from '../../model/process-graph.ts';
import type { PlanReport } from '../finding.ts';
import type { JsonPath } from '../json-source.ts';
import type { PlanCheck, ProcessUnderCheck } from './plan-under-check.ts';

/** Every flow element that the manifest names stands in the BPMN file and is of the kind that the use needs. */
export const processElements: PlanCheck = ({ manifest, processes }, report) => {
  const look = (key: string, element: string, path: JsonPath, fits?: Kind) =>
    checkElement(processes.get(key), element, path, fits, report);

  manifest.processes.forEach(({ key, steps, states, variables }, index) => {
    const path = ['processes', index];
    for (const [at, { element }] of steps.entries())
      look(key, element, [...path, 'steps', at, 'element'], userTask);
    for (const [at, { element }] of states.entries()) look(key, element, [...path, 'states', at, 'element']);
    for (const [at, { source }] of variables.entries())
      if (source.from === 'step')
        look(key, source.element, [...path, 'variables', at, 'source', 'element'], userTask);
  });
  manifest.notices.forEach(({ key, process, open, close }, index) => {
    look(process, open, ['notices', index, 'open'], worker('notice.open', 'notice', key));
    look(process, close, ['notices', index, 'close'], worker('notice.close', 'notice', key));
  });
  manifest.archive.forEach(({ key, process, element }, index) => {
    look(process, element, ['archive', index, 'element'], worker('archive.append', 'section', key));
  });
};

interface Kind {
  readonly name: string;
  fits(node: GraphNode): boolean;
}

const userTask: Kind = { name: 'user task', fits: (node) => node.kind === 'user-task' };

/** An external task of a topic that hands the worker the key of the manifest's entry. */
const worker = (topic: string, input: string, key: string): Kind => ({
  name: `external task of topic ${topic} with the input ${input} = ${key}`,
  fits: (node) =>
    node.kind === 'external-task' &&
    node.topic === topic &&
    (node.inputs ?? []).some(({ name, value }) => name === input && value === key),
});

function checkElement(
  process: ProcessUnderCheck | undefined,
  element: string,
  path: JsonPath,
  kind: Kind | undefined,
  report: PlanReport,
): void {
  if (!process) return;
  const { graph, file } = process;
  const node = Object.hasOwn(graph.nodes, element) ? graph.nodes[element] : undefined;
  if (!node) {
    if (kind === undefined && Object.hasOwn(graph.flows, element)) return;
    report.atManifest(path, 'unknown-element', `${file} has no element ${element}.`, { element, file });
    return;
  }
  if (!kind || kind.fits(node)) return;
  report.atManifest(path, 'element-kind', `${element} in ${file} is not a ${kind.name}.`, {
    element,
    file,
    expected: kind.name,
  });
}
