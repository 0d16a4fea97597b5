/** What Form.io's builder needs on top of its renderer, bundled: the editor of its JSON fields, and its words. */

import { Components, Formio } from '@formio/js';
import { pickerTypes } from '@oneplan/runtime/contracts/pickers.ts';
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
/** By class: some types are two names of one. */
const originals = new Map<object, EditForm>();

/** Lets every component's edit dialog hold only what a plan may hold; again with other words when the language changes. */
export function simplifyEditForms(words: KeyWords): void {
  const base = Components.components.component;
  for (const [type, component] of Object.entries(Components.components)) {
    const known = originals.get(component);
    const own = known ?? (Object.hasOwn(component, 'editForm') ? component.editForm : undefined);
    // Types of our own have the dialog of the base class.
    const isPicker = pickerTypes.some((it) => it === type);
    const original = own ?? (isPicker && base ? (originals.get(base) ?? base.editForm) : undefined);
    if (!original) continue;
    originals.set(component, original);
    const dropped = isPicker ? setBesideTheDialog : undefined;
    component.editForm = (...extend) => simplifyEditForm(original(...extend), words, dropped);
  }
}

/** What a picker holds comes from the organisation; what it offers is set in the panel. */
const setBesideTheDialog: ReadonlySet<string> = new Set(['data']);

export { cleanMarkup, Formio };
