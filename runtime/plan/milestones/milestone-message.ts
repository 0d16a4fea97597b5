import { type MessageLanguage, sayValue } from '../locks/say-value.ts';
import type { MilestoneFinding } from './milestone-finding.ts';
import type { MilestoneRule } from './milestone-rules.ts';

/**
 * The finding as a sentence for the people of a district: which step, what is wrong with it, what to do, and who laid it
 * down on which ground.
 */
export function milestoneMessage(
  { rule, params, lock }: MilestoneFinding,
  language: MessageLanguage,
): string {
  const { authority, basis } = lock;
  const its = (key: string) => String(params[key] ?? '');
  const words: Words = {
    its,
    time: (key) => sayValue(params[key], language, params.working === 'true'),
    days: (key) => days(its(key), its('unit') === 'working-days', language),
    broken: its('broken'),
  };
  const sentence = SENTENCES[language][rule](words);
  if (authority === undefined && basis === undefined) return sentence;
  if (language === 'en') return `${sentence} (${[authority, basis].filter(Boolean).join(', ')})`;
  const ground = basis === undefined ? '' : `，依据${basis}`;
  return `${sentence}（${authority === undefined ? `依据${basis ?? ''}` : `${authority}规定${ground}`}）`;
}

interface Words {
  /** a parameter as it is */
  readonly its: (key: string) => string;
  /** a parameter that is a duration */
  readonly time: (key: string) => string;
  /** a parameter that is a number of days */
  readonly days: (key: string) => string;
  readonly broken: string;
}

type Sentence = (words: Words) => string;

function days(number: string, working: boolean, language: MessageLanguage): string {
  if (language === 'zh-CN') return `${number} ${working ? '个工作日' : '天'}`;
  return `${number} ${working ? 'working days' : 'days'}`;
}

const BOUND_IN_CHINESE: Readonly<Record<string, Sentence>> = {
  gone: ({ its, time }) => `“${its('name')}”的期限（${time('expected')}）被去掉了。请恢复。`,
  longer: ({ its, time }) =>
    `“${its('name')}”的期限最长 ${time('expected')}，不能改成 ${time('found')}。请缩短。`,
  shorter: ({ its, time }) =>
    `“${its('name')}”的时间最短 ${time('expected')}，不能改成 ${time('found')}。请延长。`,
  changed: ({ its, time }) =>
    `“${its('name')}”的期限是 ${time('expected')}，不能改成 ${time('found')}。请改回。`,
};

const BOUND_IN_ENGLISH: Readonly<Record<string, Sentence>> = {
  gone: ({ its, time }) => `The time of “${its('name')}” (${time('expected')}) is gone. Put it back.`,
  longer: ({ its, time }) =>
    `“${its('name')}” may take ${time('expected')} at most, not ${time('found')}. Shorten it.`,
  shorter: ({ its, time }) =>
    `“${its('name')}” needs ${time('expected')} at least, not ${time('found')}. Lengthen it.`,
  changed: ({ its, time }) =>
    `The time of “${its('name')}” is ${time('expected')}, not ${time('found')}. Change it back.`,
};

const SENTENCES: Readonly<Record<MessageLanguage, Readonly<Record<MilestoneRule, Sentence>>>> = {
  'zh-CN': {
    'milestone-missing': ({ its }) => `上级规定的环节“${its('name')}”不见了。请恢复。`,
    'milestone-type': ({ its }) => `环节“${its('name')}”换成了别的类型，不能代替原来的环节。请改回。`,
    'milestone-form': ({ its }) => `环节“${its('name')}”必须使用上级规定的表单。请改回。`,
    'milestone-performer': ({ its }) => `环节“${its('name')}”由谁办理不能更改。请改回上级规定的角色。`,
    'milestone-work': ({ its }) => `环节“${its('name')}”要做的事被改动了。请改回。`,
    'milestone-signers': ({ its }) => `环节“${its('name')}”由几人办理、几人同意才算完成，不能更改。请改回。`,
    'milestone-bound': (words) => (BOUND_IN_CHINESE[words.broken] ?? BOUND_IN_CHINESE.changed)?.(words) ?? '',
    'milestone-avoidable': ({ its }) =>
      `环节“${its('name')}”可以被绕过：从“${its('from')}”之后走“${its('over')}”，就不经过它。请让每条路都经过“${its('name')}”。`,
    'milestone-interrupted': ({ its }) =>
      `环节“${its('name')}”可能还没办完就被跳过：在“${its('from')}”处，“${its('over')}”会中断流程。请去掉它，或让它回到“${its('name')}”之前。`,
    'milestone-order': ({ its }) => `“${its('name')}”必须在“${its('before')}”办完之后。请把次序改回来。`,
    'milestone-decision': ({ its }) =>
      `判断“${its('name')}”的去向和条件由上级规定，不能增减或更改。新加的去向只能回到这个判断之前。`,
    'milestone-decided-elsewhere': ({ its }) =>
      `“${its('name')}”会填写“${its('decision')}”所依据的内容，等于代替上级规定的人作决定。请去掉这项内容。`,
    'milestone-addition': ({ its }) => `“${its('name')}”加在了不允许增加环节的地方。请移走。`,
    'time-limit-exceeded': ({ its, days: said }) =>
      `走这条路，各环节的期限合计 ${said('sum')}，超过了“${its('limitName')}”的 ${said('limit')}（到“${its('name')}”时超出）。请缩短其中的期限。`,
    'time-limit-unbounded': ({ its, days: said }) =>
      `“${its('name')}”可以反复退回，每次 ${said('sum')}，次数没有限制，可能超过“${its('limitName')}”的 ${said('limit')}。请加上期限，或去掉退回。`,
  },
  en: {
    'milestone-missing': ({ its }) =>
      `“${its('name')}” is laid down by the layer above and is no longer there. Put it back.`,
    'milestone-type': ({ its }) => `“${its('name')}” has become another kind of step. Change it back.`,
    'milestone-form': ({ its }) =>
      `“${its('name')}” has to be done with the form that is laid down. Change it back.`,
    'milestone-performer': ({ its }) =>
      `Who does “${its('name')}” is laid down by the layer above. Change it back.`,
    'milestone-work': ({ its }) => `What “${its('name')}” does has been changed. Change it back.`,
    'milestone-signers': ({ its }) =>
      `How many sign “${its('name')}”, and when they are enough, is laid down. Change it back.`,
    'milestone-bound': (words) => (BOUND_IN_ENGLISH[words.broken] ?? BOUND_IN_ENGLISH.changed)?.(words) ?? '',
    'milestone-avoidable': ({ its }) =>
      `“${its('name')}” can be bypassed: behind “${its('from')}” the way over “${its('over')}” leaves it out. Lead every way through it.`,
    'milestone-interrupted': ({ its }) =>
      `“${its('name')}” may be skipped before it is done: at “${its('from')}”, “${its('over')}” cuts the process short. Take it away, or lead it back before “${its('name')}”.`,
    'milestone-order': ({ its }) =>
      `“${its('name')}” has to come after “${its('before')}” is done. Put them in order.`,
    'milestone-decision': ({ its }) =>
      `The outcomes and conditions of the decision “${its('name')}” are laid down. An added outcome may only lead back to it.`,
    'milestone-decided-elsewhere': ({ its }) =>
      `“${its('name')}” fills what “${its('decision')}” goes by, and so decides in place of those who are laid down. Take that out.`,
    'milestone-addition': ({ its }) => `“${its('name')}” stands where nothing may be added. Take it away.`,
    'time-limit-exceeded': ({ its, days: said }) =>
      `On this way the times add up to ${said('sum')}, more than the ${said('limit')} of “${its('limitName')}” (exceeded at “${its('name')}”). Shorten them.`,
    'time-limit-unbounded': ({ its, days: said }) =>
      `The way back to “${its('name')}”, ${said('sum')} each time, can be gone any number of times and exceed the ${said('limit')} of “${its('limitName')}”. Bound it, or take it out.`,
  },
};
