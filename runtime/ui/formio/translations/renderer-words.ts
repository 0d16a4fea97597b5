import english from '@formio/js/lib/cjs/translations/en';
import { rendererZh } from './renderer.zh.ts';

/** Form.io's words in each language of the interface; what Chinese should miss appears in English, never as a bare key. */
export const rendererWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'zh-CN': { ...english, ...rendererZh },
  en: { ...english },
};
