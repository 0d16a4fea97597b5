import { kindWords } from './element-words.ts';
import type { LockFinding, LockRule } from './lock-finding.ts';
import { propertyWord } from './property-words.ts';
import { type MessageLanguage, sayValue } from './say-value.ts';
import type { StatedLock } from './stated-lock.ts';

/**
 * The finding as a sentence for the people of the layer: which element, what the rule is, who set it on which legal
 * ground, and what may be done instead.
 */
export function lockMessage(finding: LockFinding, language: MessageLanguage): string {
  const { name, kind, property, from, to, inWorkingDays, by } = finding;
  const say = (value: unknown) => sayValue(value, language, inWorkingDays);
  const words = {
    what: what(kindWords[language][kind], name, property && propertyWord(property, language), language),
    by: (language === 'zh-CN' ? byInChinese : byInEnglish)(by),
    authority: by.authority,
    from: say(from),
    to: say(to),
    among: (by.lock.among ?? []).join(language === 'zh-CN' ? '、' : ', '),
    bound: boundOf(finding),
  };
  return sentences[language][finding.rule](words);
}

interface Words {
  readonly what: string;
  readonly by: string;
  readonly authority: string;
  readonly from: string;
  readonly to: string;
  readonly among: string;
  readonly bound: 'lower' | 'upper' | 'on' | 'off' | 'longer-list' | 'shorter-list';
}

function what(kind: string, name: string, property: string | undefined, language: MessageLanguage): string {
  if (language === 'zh-CN') return `${kind}“${name}”${property ? `的“${property}”` : ''}`;
  return `${property ? `“${property}” of ` : ''}the ${kind} “${name}”`;
}

function byInChinese({ authority, version, basis }: StatedLock): string {
  const clause = basis && `，依据${basis.number}${basis.clause ? ` ${basis.clause}` : ''}`;
  return `${authority}方案${version === undefined ? '' : `第 ${version} 版`}规定${clause ?? ''}`;
}

function byInEnglish({ authority, version, basis }: StatedLock): string {
  const clause = basis && `, on the ground of ${basis.number}${basis.clause ? ` ${basis.clause}` : ''}`;
  return `the plan of ${authority}${version === undefined ? '' : `, version ${version}`}${clause ?? ''}`;
}

function boundOf({ by, from, to }: LockFinding): Words['bound'] {
  const isLower = by.lock.direction === 'min';
  if (Array.isArray(from) || Array.isArray(to)) return isLower ? 'longer-list' : 'shorter-list';
  if (typeof from === 'boolean' || typeof to === 'boolean') return isLower ? 'on' : 'off';
  return isLower ? 'lower' : 'upper';
}

/** Chinese stands apart from figures and Latin letters. */
const spaced = (text: string) => (/[\w%]$/.test(text) ? `${text} ` : text);

const tightenedInChinese: Readonly<Record<Words['bound'], (it: Words) => string>> = {
  lower: ({ from }) => `只能提高，不能低于 ${from}。请改为 ${spaced(from)}或以上。`,
  upper: ({ from }) => `只能降低，不能高于 ${from}。请改为 ${spaced(from)}或以下。`,
  on: () => '只能从“否”改为“是”，不能取消。请改回“是”。',
  off: () => '只能从“是”改为“否”，不能打开。请改回“否”。',
  'longer-list': ({ from }) => `只能增加，不能减少：${from} 都要保留。请补上。`,
  'shorter-list': ({ from }) => `只能减少，不能超出：${from}。请去掉多出的。`,
};

const tightenedInEnglish: Readonly<Record<Words['bound'], (it: Words) => string>> = {
  lower: ({ from }) => `may only be raised, and not be below ${from}. Make it ${from} or more.`,
  upper: ({ from }) => `may only be lowered, and not be above ${from}. Make it ${from} or less.`,
  on: () => 'may be switched on, not off. Switch it on again.',
  off: () => 'may be switched off, not on. Switch it off again.',
  'longer-list': ({ from }) => `may only grow: ${from} must stay. Put back what is missing.`,
  'shorter-list': ({ from }) => `may only shrink: nothing beside ${from}. Take out the rest.`,
};

const sentences: Readonly<Record<MessageLanguage, Readonly<Record<LockRule, (it: Words) => string>>>> = {
  'zh-CN': {
    'lock-changed': (it) =>
      `${it.what}不能修改：原为 ${it.from}，现为 ${it.to}（${it.by}）。请改回 ${it.from}。`,
    'lock-append-only': (it) =>
      `${it.what}只能增补，不能修改：原为 ${it.from}，现为 ${it.to}（${it.by}）。请改回 ${it.from}；需要的内容可以另外增加。`,
    'lock-loosened': (it) => `${it.what}现为 ${it.to}（${it.by}），${tightenedInChinese[it.bound](it)}`,
    'lock-among': (it) => `${it.what}不能改为 ${it.to}（${it.by}）。请在下列范围内选择：${it.among}。`,
    'lock-removed': (it) => `${it.what}不能删除或改编号（${it.by}）。请恢复。`,
    'lock-added': (it) => `${it.what}不能加在这里（${it.by}）。请删去，或商请${it.authority}调整方案。`,
    'lock-moved': (it) => `${it.what}的位置不能改变（${it.by}）。请放回原处。`,
    'lock-hidden': (it) =>
      `${it.what}放进了会隐藏的“${it.to}”，填写的人可能看不到（${it.by}）。请移出来，或去掉“${it.to}”的显示条件。`,
    'lock-base-code': (it) =>
      `${it.what}可以新增，但须对应一个原有选项，以便全市统计（${it.by}）。请选择它对应的原有选项。`,
    'lock-counting': (it) =>
      `${it.what}可以新增，但不能计入评价结果（${it.by}）。请把类型改为“记录”或“仅展示”。`,
    'lock-approval': (it) => `${it.what}须先经${it.authority}同意（${it.by}）。请写明同意的文件。`,
    'lock-weakened': (it) =>
      `${it.what}只能更严，不能放宽（${it.by}）。请恢复原来的锁定；需要放宽的，商请${it.authority}调整方案。`,
  },
  en: {
    'lock-changed': (it) =>
      `${it.what} may not be changed: it was ${it.from} and is now ${it.to} (${it.by}). Change it back to ${it.from}.`,
    'lock-append-only': (it) =>
      `${it.what} may be added to, not changed: it was ${it.from} and is now ${it.to} (${it.by}). Change it back to ${it.from}, and add what you need beside it.`,
    'lock-loosened': (it) => `${it.what} is now ${it.to} (${it.by}); it ${tightenedInEnglish[it.bound](it)}`,
    'lock-among': (it) => `${it.what} may not be ${it.to} (${it.by}). Choose among ${it.among}.`,
    'lock-removed': (it) => `${it.what} may not be removed or given another key (${it.by}). Put it back.`,
    'lock-added': (it) =>
      `${it.what} may not be added here (${it.by}). Take it out, or ask ${it.authority} to open the plan.`,
    'lock-moved': (it) => `${it.what} may not stand elsewhere (${it.by}). Put it back.`,
    'lock-hidden': (it) =>
      `${it.what} stands in “${it.to}”, which can be hidden, so that people may not see it (${it.by}). Take it out, or let “${it.to}” always show.`,
    'lock-base-code': (it) =>
      `${it.what} may be added, but must count as one of the options from above (${it.by}). Say which one (mapsTo).`,
    'lock-counting': (it) =>
      `${it.what} may be added, but may not count towards the result (${it.by}). Make it recorded or displayed-only.`,
    'lock-approval': (it) =>
      `${it.what} needs the consent of ${it.authority} (${it.by}). Name the document that gives it.`,
    'lock-weakened': (it) =>
      `${it.what} may be made stricter, not looser (${it.by}). Put the lock back, or ask ${it.authority} to loosen it.`,
  },
};
