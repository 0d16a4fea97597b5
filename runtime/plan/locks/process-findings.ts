import { isPlainObject } from '../../forms/definition.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';
import type { PlanElement, PlanTree } from '../elements/element.ts';
import { checkMilestones } from '../milestones/check-milestones.ts';
import type { LayerProcess } from '../milestones/layer-process.ts';
import type { MilestoneFinding } from '../milestones/milestone-finding.ts';
import type { MilestoneLock } from '../milestones/milestone-lock.ts';
import type { LockBook } from './lock-book.ts';
import type { PlanUnderLocks } from './plan-layer.ts';
import type { StatedLock } from './stated-lock.ts';

/** What a layer does to the course of a process that a layer above has locked. */
export interface ProcessFinding extends MilestoneFinding {
  /** id of the process, as elements have it */
  readonly process: string;
}

/** Judges, on the graphs, the processes of which `process:<key>` or something in it was changed. */
export function processFindings(
  book: LockBook,
  base: PlanUnderLocks,
  mine: PlanUnderLocks,
  changed: ReadonlySet<string>,
): ProcessFinding[] {
  return [...base.graphs].flatMap(([key, graph]) => {
    const process = `process:${key}`;
    const own = mine.graphs.get(key);
    if (own === undefined || !changed.has(process)) return [];
    const findings = checkMilestones({
      base: layerProcess(key, graph, base),
      mine: layerProcess(key, own, mine),
      locks: book.statedIn(process).map(({ element, property, stated }) => ({
        ...(element !== process && { element: element.slice(process.length + 1) }),
        ...(property !== undefined && { property }),
        ...milestoneLock(stated),
      })),
      limits: limits(book, mine.tree, process),
    });
    return findings.map((finding) => ({ ...finding, process }));
  });
}

export function milestoneLock({ lock, authority, basis }: StatedLock): MilestoneLock {
  const ground = basis && [basis.number, basis.clause].filter((part) => part !== undefined).join(' ');
  return { lock, authority, ...(ground !== undefined && { basis: ground }) };
}

function layerProcess(key: string, graph: ProcessGraph, { tree, graphs }: PlanUnderLocks): LayerProcess {
  const parameters: Record<string, unknown> = {};
  const stepVariables = new Map<string, string[]>();
  for (const { kind, properties } of tree.values()) {
    const { source, name } = properties;
    if (kind !== 'variable' || !isPlainObject(source) || !tree.has(`variable:${key}/${String(name)}`))
      continue;
    if (source.from === 'parameter')
      parameters[String(name)] = tree.get(`parameter:${String(source.parameter)}`)?.properties.value;
    if (source.from === 'step')
      stepVariables.set(String(source.element), [
        ...(stepVariables.get(String(source.element)) ?? []),
        String(name),
      ]);
  }
  return { graph, parameters, stepVariables, called: (called) => graphs.get(called) };
}

/** The time limit that the manifest names for the process, as the layer has it. */
function limits(book: LockBook, mine: PlanTree, process: string) {
  const parameter: PlanElement | undefined = mine.get(
    `parameter:${String(mine.get(process)?.properties.timeLimit)}`,
  );
  const { value, calendar } = parameter?.properties ?? {};
  if (parameter === undefined || typeof value !== 'string') return [];
  const lock = milestoneLock(book.ofProperty(parameter, ['value']));
  return [{ name: parameter.name, duration: value, working: calendar === 'working-days', lock }];
}
