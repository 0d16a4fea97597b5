import { createI18n } from '@oneplan/runtime/ui/i18n/setup.ts';
import { editorsEn } from './editors.en.ts';
import { editorsZhCN } from './editors.zh-CN.ts';
import { designerEn } from './en.ts';
import { designerZhCN } from './zh-CN.ts';

/** Namespaces of the designer: `designer` for its pages, `editors` for the form builder and the process modeler. */
export const i18n = createI18n({
  designer: { 'zh-CN': designerZhCN, en: designerEn },
  editors: { 'zh-CN': editorsZhCN, en: editorsEn },
});
