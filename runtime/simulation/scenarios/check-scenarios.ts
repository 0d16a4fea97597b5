import { calendarOf } from '../../calendar/plan-calendar.ts';
import type { PlanUnderCheck } from '../../plan/checks/plan-under-check.ts';
import { readJson } from '../../plan/json-source.ts';
import { processPath } from '../../plan/plan-files.ts';
import { type AnswerCheck, type Difference, replayScenario } from './replay-scenario.ts';
import { type ScenarioFile, scenarioFile } from './scenario-file.ts';
import type { ScenarioContext } from './scenario-run.ts';

export type ScenarioRule = 'scenario-unreadable' | 'scenario-process' | 'scenario-differs';

/** Why a plan does not do what was recorded of it. Shaped like a finding of the plan. */
export interface ScenarioFinding {
  readonly rule: ScenarioRule;
  readonly severity: 'error';
  readonly file: string;
  readonly elementId?: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly difference?: Difference;
}

const SCENARIOS = /\.scenario\.json$/;

/**
 * Replays every scenario that lies beside the plan's processes, before a version is published: a change that makes a
 * recorded run go otherwise is refused until somebody records it anew. `files` are the plan's, by path.
 */
export function checkScenarios(
  plan: PlanUnderCheck,
  files: ReadonlyMap<string, string>,
  timeZone: string,
): readonly ScenarioFinding[] {
  const context: ScenarioContext = {
    calendar: calendarOf(plan.manifest, timeZone),
    calledProcess: (key) => plan.processes.get(key)?.graph,
  };
  const folder = processPath(plan.manifest.key, '');
  return [...files].flatMap(([path, text]) =>
    path.startsWith(folder) && SCENARIOS.test(path) ? checkFile(plan, path, text, context) : [],
  );
}

function checkFile(
  plan: PlanUnderCheck,
  file: string,
  text: string,
  context: ScenarioContext,
): readonly ScenarioFinding[] {
  const source = readJson(text);
  const read = source.ok ? scenarioFile.safeParse(source.value) : undefined;
  if (read?.success !== true) {
    const reason = source.ok ? (read?.error?.issues[0]?.message ?? '') : source.message;
    const message = `The scenarios in ${file} cannot be read: ${reason}`;
    return [{ rule: 'scenario-unreadable', severity: 'error', file, message, params: { reason } }];
  }
  const process = plan.processes.get(read.data.process);
  if (process === undefined) {
    const message = `${file} is about the process ${read.data.process}, which the plan does not have.`;
    return [
      { rule: 'scenario-process', severity: 'error', file, message, params: { process: read.data.process } },
    ];
  }
  const answer = answersOf(plan, read.data);
  return read.data.scenarios.flatMap((scenario) => {
    const difference = replayScenario(process.graph, context, read.data, scenario, answer);
    return difference === undefined ? [] : [findingOf(file, scenario.name, difference)];
  });
}

/** A value has to be one that the form at the step still offers. */
function answersOf({ manifest, forms }: PlanUnderCheck, file: ScenarioFile): AnswerCheck {
  const entry = manifest.processes.find(({ key }) => key === file.process);
  return ({ complete, variables }) => {
    const form = forms.get(entry?.steps.find(({ element }) => element === complete)?.form?.key ?? '');
    for (const { name, source } of entry?.variables ?? []) {
      if (source.from !== 'step' || source.element !== complete || !Object.hasOwn(variables, name)) continue;
      const offered = form?.components.get(source.component)?.values ?? [];
      const value = variables[name];
      if (offered.length > 0 && !offered.includes(String(value))) return { variable: name, value };
    }
    return undefined;
  };
}

function findingOf(file: string, scenario: string, difference: Difference): ScenarioFinding {
  const step = difference.step + 1;
  const elementId = elementOf(difference);
  return {
    rule: 'scenario-differs',
    severity: 'error',
    file,
    ...(elementId !== undefined && { elementId }),
    message: `“${scenario}” goes otherwise than recorded, at step ${step}: ${said(difference)}. Mend the process, or record the scenario anew.`,
    params: { scenario, step, what: said(difference) },
    difference,
  };
}

function elementOf(difference: Difference): string | undefined {
  if (difference.in === 'path') return difference.found ?? difference.expected;
  return difference.in === 'end' ? undefined : difference.element;
}

function said(difference: Difference): string {
  switch (difference.in) {
    case 'path':
      return `expected ${difference.expected ?? 'nothing'}, came to ${difference.found ?? 'nothing'}`;
    case 'end':
      return `expected ${difference.expected}, is ${difference.found}`;
    case 'answer':
      return `${difference.element} no longer offers ${difference.variable} = ${String(difference.value)}`;
    case 'step':
      if (difference.why === 'nothing-waits')
        return `nothing waits at ${difference.element}, only at ${difference.waiting.join(', ') || 'no element'}`;
      if (difference.why === 'not-for-role')
        return `${difference.element} is for ${difference.roles.join(', ')}, not for ${difference.role}`;
      return difference.reason;
  }
}
