/**
 * Form.io's renderer with everything bundled that it would otherwise load from cdn.form.io, and without any way
 * to run code from a form. Importing this module once, before the first form, is enough; it is heavy, so pages
 * reach it through a dynamic import.
 */
import { Evaluator as CoreEvaluator, jsonLogic } from '@formio/core';
import { Components, DefaultEvaluator, Formio, Utils } from '@formio/js/form';
import flatpickr from 'flatpickr';
import { Mandarin } from 'flatpickr/dist/l10n/zh.js';
import Quill from 'quill';
import { choicesWords } from './choices-words.ts';
import './formio.css';
import { registerPickers } from './picker-component.ts';
import { quillToolbar } from './quill-toolbar.ts';
import { registerFileStorage } from './register-file-storage.ts';
import { signatureByName } from './signature-by-name.ts';
import { loadTimeZones } from './time-zones.ts';

// Form.io looks for these on `window` before it asks the CDN for them.
Object.assign(window, { flatpickr, Quill, 'flatpickr-zh': true, 'flatpickr-zh-CN': true });
Object.assign(flatpickr.l10ns, { zh: Mandarin, 'zh-CN': Mandarin });

// Nothing may leave for another host, even where Form.io learns to ask for something new.
Formio.cdn.setBaseUrl('/vendor');

loadTimeZones(Utils.moment, Intl.DateTimeFormat().resolvedOptions().timeZone);
forbidCode();
quillToolbar(Components.components.component);
choicesWords(Components.components.select);
registerFileStorage();
registerPickers();
signatureByName(Components.components.signature);

/**
 * No JavaScript from a form, whatever it says: both evaluators are switched off, the function that would build
 * code is gone from their common ancestor, and JSONLogic loses lodash's operators, which can reach `Function`.
 */
function forbidCode(): void {
  Utils.Evaluator.noeval = true;
  CoreEvaluator.noeval = true;
  for (const evaluator of [DefaultEvaluator.prototype, Object.getPrototypeOf(DefaultEvaluator.prototype)]) {
    evaluator.evaluator = () => () => undefined;
  }
  for (const name of Object.keys(Utils._)) jsonLogic.rm_operation(`_${name}`);
  // The builder's own dialogs make an option's value from its label with this one.
  jsonLogic.add_operation('_camelCase', (text: unknown) =>
    typeof text === 'string' ? Utils._.camelCase(text) : '',
  );
}

/**
 * Cleans the markup inside a definition, in place. Form.io puts it into a detached element before it cleans it, where
 * a picture's `onerror` would already run if the page's policy let it.
 */
export function cleanMarkup(definition: { readonly components: readonly object[] }): void {
  Utils.eachComponent(
    definition.components,
    (component) => {
      for (const property of ['html', 'content']) {
        const markup = component[property];
        if (typeof markup === 'string') component[property] = Utils.sanitize(markup, {});
      }
    },
    true,
  );
}

export { Components, Formio, Utils };
