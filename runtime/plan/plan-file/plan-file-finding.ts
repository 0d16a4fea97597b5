import type { FindingParams } from '../finding.ts';
import type { MessageLanguage } from '../locks/say-value.ts';

export const planFileRules = [
  'plan-file-not-zip',
  'plan-file-damaged',
  'plan-file-too-big',
  'plan-file-name',
  'plan-file-not-text',
  'plan-file-header',
  'plan-file-version',
  'plan-file-no-manifest',
  'plan-file-missing',
  'plan-file-unknown',
  'plan-file-other-plan',
  'plan-file-fingerprint',
] as const;

export type PlanFileRule = (typeof planFileRules)[number];

/** Why an exported file can not be taken in. `file`: the place in the zip file, where it is about one. */
export interface PlanFileFinding {
  readonly rule: PlanFileRule;
  readonly severity: 'error';
  readonly file?: string;
  readonly message: string;
  readonly sentence: Readonly<Record<MessageLanguage, string>>;
  readonly params: FindingParams;
}

type Sentence = (params: FindingParams) => Readonly<Record<MessageLanguage, string>>;

const sentences: Readonly<Record<PlanFileRule, Sentence>> = {
  'plan-file-not-zip': () => ({
    'zh-CN': '这不是导出的方案文件。请选择从本系统导出的 .zip 文件。',
    en: 'This is no exported plan. Choose a .zip file that was exported from this system.',
  }),
  'plan-file-damaged': ({ reason }) => ({
    'zh-CN': `文件不完整或已损坏，读不出来（${reason}）。请重新导出或重新下载。`,
    en: `The file is incomplete or damaged (${reason}). Export or download it again.`,
  }),
  'plan-file-too-big': ({ what, most }) => ({
    'zh-CN': `文件太大：${whatZh[String(what)] ?? what}最多 ${most}。方案文件不会这么大，请核对是不是选错了文件。`,
    en: `The file is too big: at most ${most} ${what}. No plan is as big; see whether it is the right file.`,
  }),
  'plan-file-name': ({ file }) => ({
    'zh-CN': `文件里有不允许的文件名“${file}”。请使用原样导出的文件。`,
    en: `The name “${file}” is not allowed in it. Use the file as it was exported.`,
  }),
  'plan-file-not-text': ({ file }) => ({
    'zh-CN': `“${file}”不是文本，读不出来。请使用原样导出的文件。`,
    en: `“${file}” is not text. Use the file as it was exported.`,
  }),
  'plan-file-header': ({ file }) => ({
    'zh-CN': `文件里没有说明（${file}），或者说明读不出来，不知道是哪份方案。请使用从本系统导出的文件。`,
    en: `It does not say what it is (${file}). Use a file that was exported from this system.`,
  }),
  'plan-file-version': ({ version, known }) => ({
    'zh-CN': `文件是更新的系统导出的（格式 ${version}，本系统最多读到格式 ${known}）。请升级本系统后再导入。`,
    en: `It was exported by a later release (format ${version}; this one reads up to ${known}). Upgrade this system first.`,
  }),
  'plan-file-no-manifest': ({ file }) => ({
    'zh-CN': `文件里没有方案清单（${file}）。请重新导出。`,
    en: `The plan’s manifest (${file}) is not in it. Export it again.`,
  }),
  'plan-file-missing': ({ file }) => ({
    'zh-CN': `清单列出的“${file}”不在文件里，或者读不出来。请重新导出。`,
    en: `“${file}”, which the manifest lists, is not in it or can not be read. Export it again.`,
  }),
  'plan-file-unknown': ({ file }) => ({
    'zh-CN': `文件里有不属于方案的“${file}”。请去掉它，或使用原样导出的文件。`,
    en: `“${file}” is no part of the plan. Take it out, or use the file as it was exported.`,
  }),
  'plan-file-other-plan': ({ plan, wanted }) => ({
    'zh-CN': `这是另一份方案（${plan}）的文件，不能导入到这里（${wanted}）。请到“新建方案”导入。`,
    en: `This is another plan (${plan}) and can not be taken in here (${wanted}). Begin a new plan from it.`,
  }),
  'plan-file-fingerprint': () => ({
    'zh-CN': '文件的内容与导出时不同：导出之后有人改过它。请使用原样导出的文件，修改请在本系统里进行。',
    en: 'Its content is not what was exported: somebody has changed it since. Use the file as it was exported, and make changes in this system.',
  }),
};

const whatZh: Readonly<Record<string, string>> = {
  bytes: '字节数',
  files: '文件数',
  'bytes in one file': '单个文件的字节数',
  'bytes unpacked': '解开后的字节数',
};

export function planFileFinding(rule: PlanFileRule, params: FindingParams = {}): PlanFileFinding {
  const sentence = sentences[rule](params);
  return {
    rule,
    severity: 'error',
    ...(typeof params.file === 'string' && { file: params.file }),
    message: sentence.en,
    sentence,
    params,
  };
}

/** Ends the reading of a file. */
export class PlanFileRefused extends Error {
  readonly finding: PlanFileFinding;
  constructor(rule: PlanFileRule, params: FindingParams = {}) {
    const finding = planFileFinding(rule, params);
    super(finding.message);
    this.finding = finding;
  }
}
