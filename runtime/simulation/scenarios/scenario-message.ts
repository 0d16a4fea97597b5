import type { MessageLanguage } from '../../plan/locks/say-value.ts';
import type { Difference } from './replay-scenario.ts';

interface ScenarioWords {
  readonly language: MessageLanguage;
  /** What the diagram calls an element. */
  readonly nameOf: (element: string) => string;
  /** What the plan calls a role. */
  readonly roleName: (role: string) => string;
}

/** Says of a scenario at which step it goes otherwise than recorded, what was expected there, and how to mend it. */
export function scenarioMessage(scenario: string, difference: Difference, words: ScenarioWords): string {
  const what = differenceMessage(difference, words);
  return words.language === 'en'
    ? `“${scenario}” goes otherwise than recorded: ${what} Mend the flow, or record the scenario anew.`
    : `演练“${scenario}”与录制时不同：${what}请改回流程，或重新录制。`;
}

function differenceMessage(difference: Difference, words: ScenarioWords): string {
  const said = words.language === 'en' ? inEnglish(difference, words) : inChinese(difference, words);
  const step = difference.step + 1;
  if (words.language === 'en') return step === 0 ? `at the start, ${said}.` : `at step ${step}, ${said}.`;
  return step === 0 ? `一开始，${said}。` : `第 ${step} 步，${said}。`;
}

function inChinese(difference: Difference, { nameOf, roleName }: ScenarioWords): string {
  switch (difference.in) {
    case 'path':
      if (difference.found === undefined)
        return `录制时接着到“${nameOf(difference.expected ?? '')}”，现在到不了`;
      return difference.expected === undefined
        ? `录制时到此为止，现在又到“${nameOf(difference.found)}”`
        : `录制时到“${nameOf(difference.expected)}”，现在到“${nameOf(difference.found)}”`;
    case 'end':
      return `录制时${ends['zh-CN'][difference.expected] ?? difference.expected}，现在${ends['zh-CN'][difference.found] ?? difference.found}`;
    case 'answer':
      return `“${nameOf(difference.element)}”不再有选项“${String(difference.value)}”`;
    case 'step':
      if (difference.why === 'nothing-waits') {
        const waiting = difference.waiting.map((it) => `“${nameOf(it)}”`).join('、');
        return `录制时在“${nameOf(difference.element)}”办理，现在${waiting === '' ? '没有等人办理的环节' : `停在${waiting}`}`;
      }
      if (difference.why === 'not-for-role')
        return `录制时“${nameOf(difference.element)}”由${roleName(difference.role)}办理，现在由${difference.roles.map(roleName).join('、')}办理`;
      return `走到“${nameOf(difference.element)}”时出错（${difference.reason}）`;
  }
}

function inEnglish(difference: Difference, { nameOf, roleName }: ScenarioWords): string {
  switch (difference.in) {
    case 'path':
      if (difference.found === undefined)
        return `“${nameOf(difference.expected ?? '')}” is no longer reached`;
      return difference.expected === undefined
        ? `it ended there, and now comes to “${nameOf(difference.found)}”`
        : `it came to “${nameOf(difference.expected)}”, and now comes to “${nameOf(difference.found)}”`;
    case 'end':
      return `it ${ends.en[difference.expected] ?? difference.expected}, and now ${ends.en[difference.found] ?? difference.found}`;
    case 'answer':
      return `“${nameOf(difference.element)}” no longer offers “${String(difference.value)}”`;
    case 'step':
      if (difference.why === 'nothing-waits') {
        const waiting = difference.waiting.map((it) => `“${nameOf(it)}”`).join(', ');
        return `“${nameOf(difference.element)}” was done, and now ${waiting === '' ? 'nothing waits' : `it waits at ${waiting}`}`;
      }
      if (difference.why === 'not-for-role')
        return `“${nameOf(difference.element)}” was done by ${roleName(difference.role)}, and is now for ${difference.roles.map(roleName).join(', ')}`;
      return `“${nameOf(difference.element)}” fails: ${difference.reason}`;
  }
}

const ends: Readonly<Record<MessageLanguage, Readonly<Record<string, string>>>> = {
  'zh-CN': { completed: '流程走完', cancelled: '流程中止', waiting: '流程还在等' },
  en: { completed: 'ended', cancelled: 'was cancelled', waiting: 'waited' },
};
