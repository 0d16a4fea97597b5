import { calendarOf } from '../../calendar/plan-calendar.ts';
import type { PlanUnderCheck } from '../../plan/checks/plan-under-check.ts';
import { readJson } from '../../plan/json-source.ts';
import type { MessageLanguage } from '../../plan/locks/say-value.ts';
import { scenarioKeyOf } from '../../plan/plan-files.ts';
import { planPieces } from '../plan-pieces.ts';
import { type AnswerCheck, type Difference, replayScenario } from './replay-scenario.ts';
import { type ScenarioFile, scenarioFile } from './scenario-file.ts';
import { scenarioMessage } from './scenario-message.ts';
import type { ScenarioContext } from './scenario-run.ts';

export type ScenarioRule = 'scenario-unreadable' | 'scenario-process' | 'scenario-differs';

/** Why a plan does not do what was recorded of it. Shaped like a finding of the plan. */
export interface ScenarioFinding {
  readonly rule: ScenarioRule;
  readonly severity: 'error';
  readonly file: string;
  /** JSON pointer to the scenario in its file; absent: the file as a whole. */
  readonly path?: string;
  readonly elementId?: string;
  readonly message: string;
  readonly sentence: Readonly<Record<MessageLanguage, string>>;
  readonly params: Readonly<Record<string, string | number>>;
  readonly difference?: Difference;
}

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
    ...planPieces(plan),
  };
  return [...files].flatMap(([path, text]) =>
    scenarioKeyOf(plan.manifest.key, path) === undefined ? [] : checkFile(plan, path, text, context),
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
    const sentence = {
      'zh-CN': `录制的演练读不出来：${reason}。请删去这份演练，重新录制。`,
      en: `The scenarios in ${file} cannot be read: ${reason}. Remove them, and record them anew.`,
    };
    return [
      {
        rule: 'scenario-unreadable',
        severity: 'error',
        file,
        message: sentence.en,
        sentence,
        params: { reason },
      },
    ];
  }
  const process = plan.processes.get(read.data.process);
  if (process === undefined) {
    const name = read.data.scenarios[0]?.name ?? '';
    const sentence = {
      'zh-CN': `演练“${name}”走的流程 ${read.data.process} 不在方案里。请删去演练，或恢复流程。`,
      en: `The scenario “${name}” is about the process ${read.data.process}, which the plan does not have. Remove the scenario, or bring the process back.`,
    };
    return [
      {
        rule: 'scenario-process',
        severity: 'error',
        file,
        message: sentence.en,
        sentence,
        params: { process: read.data.process },
      },
    ];
  }
  const answer = answersOf(plan, read.data);
  return read.data.scenarios.flatMap((scenario, index) => {
    const difference = replayScenario(process.graph, context, read.data, scenario, answer);
    if (difference === undefined) return [];
    const which = { process: read.data.process, index, scenario: scenario.name };
    return [findingOf(plan, file, which, difference)];
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

function findingOf(
  plan: PlanUnderCheck,
  file: string,
  {
    process,
    index,
    scenario,
  }: { readonly process: string; readonly index: number; readonly scenario: string },
  difference: Difference,
): ScenarioFinding {
  const elementId = elementOf(difference);
  const nodes = plan.processes.get(process)?.graph.nodes ?? {};
  const roleName = (role: string) => plan.manifest.roles.find(({ key }) => key === role)?.name ?? role;
  const said = (language: MessageLanguage) =>
    scenarioMessage(scenario, difference, {
      language,
      nameOf: (element) => nodes[element]?.name?.trim() || element,
      roleName,
    });
  return {
    rule: 'scenario-differs',
    severity: 'error',
    file,
    path: `/scenarios/${index}`,
    ...(elementId !== undefined && { elementId }),
    message: said('en'),
    sentence: { 'zh-CN': said('zh-CN'), en: said('en') },
    params: { scenario, step: difference.step + 1 },
    difference,
  };
}

function elementOf(difference: Difference): string | undefined {
  if (difference.in === 'path') return difference.found ?? difference.expected;
  return difference.in === 'end' ? undefined : difference.element;
}
