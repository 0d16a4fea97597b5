import { compileProcess } from './compile-process.ts';
import type { Finding } from './finding.ts';
import { childrenOf, flagOf, type ModdleElement } from './moddle-element.ts';
import type { ProcessGraph } from './process-graph.ts';
import { readXml } from './read-xml.ts';
import type { Report } from './report.ts';
import { GRAPH_RULES } from './rules/graph-rules.ts';

export interface Deployable {
  /** the executable processes of the file; empty when there is any finding */
  readonly graphs: readonly ProcessGraph[];
  /** why the file is refused; empty when it may be deployed */
  readonly findings: readonly Finding[];
}

/**
 * Reads a BPMN 2.0 file (as text) and compiles every process in it that is marked executable.
 * Total: whatever the text is, the answer is graphs or findings, never an exception.
 */
export async function deployable(xml: string): Promise<Deployable> {
  const { definitions, report } = await readXml(xml);
  if (definitions === undefined) return { graphs: [], findings: report.findings };
  const graphs = executableProcesses(definitions, report).map((process) => compileProcess(process, report));
  if (report.findings.length === 0)
    for (const graph of graphs) for (const rule of GRAPH_RULES) rule(graph, report);
  return { graphs: report.findings.length === 0 ? graphs : [], findings: report.findings };
}

/** Processes that are not executable are pictures and are left out, as on Camunda 7. */
function executableProcesses(definitions: ModdleElement, report: Report): ModdleElement[] {
  const processes = childrenOf(definitions, 'rootElements').filter(
    (element) => element.$type === 'bpmn:Process' && flagOf(element, 'isExecutable'),
  );
  if (processes.length === 0)
    report.add('no-process', {}, 'The file holds no executable process; set isExecutable="true" on one');
  return processes;
}
