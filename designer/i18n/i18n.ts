import { problemNamespace, problemResources } from '@oneplan/runtime/ui/api/problems.ts';
import { createI18n } from '@oneplan/runtime/ui/i18n/setup.ts';
import { findingNamespace, findingResources } from '../plan/findings/finding-words.ts';
import { editorsEn } from './editors.en.ts';
import { editorsZhCN } from './editors.zh-CN.ts';
import { designerEn } from './en.ts';
import { flowEn } from './flow.en.ts';
import { flowZhCN } from './flow.zh-CN.ts';
import { designerZhCN } from './zh-CN.ts';

/**
 * Namespaces of the designer: `designer` for its pages, `editors` for the form builder and the process modeler, `flow`
 * for what is set beside it, and those of problems and findings.
 */
export const i18n = createI18n({
  designer: { 'zh-CN': designerZhCN, en: designerEn },
  editors: { 'zh-CN': editorsZhCN, en: editorsEn },
  flow: { 'zh-CN': flowZhCN, en: flowEn },
  [problemNamespace]: problemResources,
  [findingNamespace]: findingResources,
});
