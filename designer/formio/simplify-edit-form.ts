/** Form.io's own edit dialogs, cut down to what may stand in a plan: no code, no other servers, one file storage. */

export interface EditComponent {
  key?: string;
  type?: string;
  content?: unknown;
  components?: EditComponent[];
  [property: string]: unknown;
}

/** Tabs that hold only code, things of Form.io's own server, or what is set beside the dialog: rules and conditions. */
const droppedTabs = new Set(['api', 'logic', 'conditional', 'validation']);

/** Settings that run code, name other servers, or belong to Form.io's server. */
const droppedSettings = new Set([
  'customDefaultValuePanel',
  'custom-validation-js',
  'errorLabel',
  'errors',
  'protected',
  'persistent',
  'dbIndex',
  'encrypted',
  'allowCalculateOverride',
  'calculateServer',
  'serverOverride',
  'unique',
  'validate.unique',
  'kickbox',
  'pdf',
  'overlay',
  'attrs',
  'customClass',
  'tabindex',
  'modalEdit',
  'redrawOn',
  'widget.disableFunction',
  'datePicker.disableFunction',
  'panel.disableFunction',
  'disableFunction',
  'shortcutButtons',
  'isUploadEnabled',
  'uploadStorage',
  'uploadUrl',
  'uploadOptions',
  'uploadDir',
  'fileKey',
  'storage',
  'url',
  'options',
  'dir',
  'fileNameTemplate',
  'privateDownload',
  'useMultipartUpload',
  'multipart',
  'webcam',
  'webcamSize',
  'autoSync',
  'authenticate',
  'addResource',
  'addResourceLabel',
  'templates',
  'sanitize',
  'refreshOnChange',
  'wysiwyg',
  'customOptions',
  'widget',
  'widget.type',
  'template',
  'idPath',
  'dataType',
  'selectFields',
  'selectValues',
  'valueProperty',
  'lazyLoad',
  'limit',
  'refreshOn',
  'refreshOnBlur',
  'clearOnRefresh',
  'searchThreshold',
  'selectThreshold',
  'useExactSearch',
  'readOnlyValue',
  'minSearch',
  'ignoreCache',
  'noRefreshOnScroll',
  'headers',
  'filter',
  'sort',
  'searchField',
  'searchDebounce',
  'disableLimit',
  'nextPage',
  'nextPagePanel',
  'validate.custom',
  'validate.customPrivate',
]);

/** Values of a setting that are left out of its choices. */
const droppedChoices: Readonly<Record<string, ReadonlySet<string>>> = {
  editor: new Set(['ckeditor', 'ace']),
  dataSrc: new Set(['url', 'resource', 'custom', 'indexeddb']),
};

/** What the dialog says of a field's key; the words are handed in. */
export interface KeyWords {
  readonly label: string;
  readonly hint: string;
  readonly pattern: string;
}

/**
 * The edit dialog of a component without what a plan must not hold, its key in the first tab. Changes nothing given.
 * `alsoDropped`: further tabs that this type does not need.
 */
export function simplifyEditForm(
  form: { components: EditComponent[] },
  words: KeyWords,
  alsoDropped: ReadonlySet<string> = new Set(),
): { components: EditComponent[] } {
  return {
    ...form,
    components: form.components.flatMap((component) => simplified(component, words, alsoDropped)),
  };
}

function simplified(
  component: EditComponent,
  words: KeyWords,
  alsoDropped: ReadonlySet<string>,
): EditComponent[] {
  if (component.type === 'tabs') {
    const tabs = (component.components ?? [])
      .filter(({ key = '' }) => !droppedTabs.has(key) && !alsoDropped.has(key))
      .map((tab) => ({ ...tab, components: kept(tab.components ?? []) }));
    const first = tabs[0];
    if (first) first.components = [keyField(words), ...first.components];
    return [{ ...component, components: tabs.filter((tab) => tab.components.length > 0) }];
  }
  return kept([component]);
}

function kept(components: readonly EditComponent[]): EditComponent[] {
  return components.flatMap((component) => {
    if (isCode(component) || droppedSettings.has(component.key ?? '')) return [];
    const result = withPlainEditor(withFewerChoices(component));
    if (!Array.isArray(result.components)) return [result];
    const inner = kept(result.components);
    // A panel of which nothing is left would be an empty box.
    if (inner.length === 0 && result.components.length > 0 && result.input !== true) return [];
    return [{ ...result, components: inner }];
  });
}

function isCode(component: EditComponent): boolean {
  if (component.as === 'javascript' || component.as === 'js') return true;
  if (/-js$/.test(component.key ?? '')) return true;
  return typeof component.content === 'string' && component.content.includes('available in all scripts');
}

function withFewerChoices(component: EditComponent): EditComponent {
  const dropped = droppedChoices[component.key ?? ''];
  const data = component.data;
  if (
    !dropped ||
    typeof data !== 'object' ||
    data === null ||
    !('values' in data) ||
    !Array.isArray(data.values)
  ) {
    return { ...component };
  }
  const values = data.values.filter((choice: { value?: string }) => !dropped.has(choice.value ?? ''));
  return { ...component, data: { ...data, values } };
}

/** Texts are written as texts; rich ones in Quill, which is bundled, never in editors that would be loaded. */
function withPlainEditor(component: EditComponent): EditComponent {
  if (component.type !== 'textarea' || component.as === 'json') return component;
  if (component.editor === 'ckeditor') return { ...component, editor: 'quill', wysiwyg: true, as: 'html' };
  if (component.editor === 'ace') return { ...component, editor: '', wysiwyg: false, as: undefined, rows: 2 };
  return component;
}

function keyField(words: KeyWords): EditComponent {
  return {
    type: 'textfield',
    input: true,
    key: 'key',
    label: words.label,
    tooltip: words.hint,
    weight: -1,
    validate: { required: true, pattern: '[A-Za-z]\\w*', customMessage: '', patternMessage: words.pattern },
  };
}
