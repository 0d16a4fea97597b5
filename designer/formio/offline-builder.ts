/** What Form.io's builder needs on top of its renderer, bundled: the editor of its JSON fields, and its words. */

import { Components, Formio } from '@formio/js';
import { cleanMarkup } from '@oneplan/runtime/ui/formio/offline.ts';
import ace from 'ace-builds/src-noconflict/ace';
import 'ace-builds/src-noconflict/mode-json';
import 'ace-builds/src-noconflict/theme-xcode';
import { rendererWords } from '@oneplan/runtime/ui/formio/translations/renderer-words.ts';
import { type EditComponent, type KeyWords, simplifyEditForm } from './simplify-edit-form.ts';
import builderZh from './translations/builder.zh.json';
import { moreBuilderZh } from './translations/more.zh.ts';
import './builder.css';

// No workers and no further modes: they would be loaded by address.
ace.config.set('basePath', '/vendor/ace');
ace.config.set('useWorker', false);
ace.config.set('loadWorkerFromBlob', false);
Object.assign(window, { ace });

/** Form.io's words by language, those of the builder's dialogs included. */
export const builderWords = {
  ...rendererWords,
  'zh-CN': { ...rendererWords['zh-CN'], ...builderZh, ...moreBuilderZh, ...rendererWords['zh-CN'] },
};

type EditForm = (...extend: unknown[]) => { components: EditComponent[] };
const originals = new Map<string, EditForm>();

/** Lets every component's edit dialog hold only what a plan may hold; again with other words when the language changes. */
export function simplifyEditForms(words: KeyWords): void {
  for (const [type, component] of Object.entries(Components.components)) {
    const original = originals.get(type) ?? component.editForm;
    if (!original) continue;
    originals.set(type, original);
    component.editForm = (...extend) => simplifyEditForm(original(...extend), words);
  }
}

export { cleanMarkup, Formio };
