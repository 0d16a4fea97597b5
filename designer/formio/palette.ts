import type { PaletteEntry } from './palette-entry.ts';
import { type PlanOptions, schoolPalette } from './school-palette.ts';

/** Open-source components only, none that needs code or another server. One line each. */
const groups = {
  fill: {
    textfield: { icon: 'terminal', schema: { type: 'textfield', key: 'text', input: true } },
    textarea: { icon: 'font', schema: { type: 'textarea', key: 'paragraph', input: true, autoExpand: true } },
    number: { icon: 'hashtag', schema: { type: 'number', key: 'number', input: true } },
    datetime: {
      icon: 'calendar',
      schema: {
        type: 'datetime',
        key: 'date',
        input: true,
        format: 'yyyy-MM-dd',
        enableTime: false,
        widget: undefined,
      },
    },
    day: { icon: 'calendar', schema: { type: 'day', key: 'day', input: true } },
    time: { icon: 'clock-o', schema: { type: 'time', key: 'time', input: true } },
    email: { icon: 'at', schema: { type: 'email', key: 'email', input: true } },
    phoneNumber: {
      icon: 'phone-square',
      schema: { type: 'phoneNumber', key: 'phone', input: true, inputMask: '999 9999 9999' },
    },
    url: { icon: 'link', schema: { type: 'url', key: 'url', input: true } },
    tags: { icon: 'tags', schema: { type: 'tags', key: 'tags', input: true } },
  },
  choose: {
    radio: { icon: 'dot-circle-o', schema: { type: 'radio', key: 'choice', input: true } },
    selectboxes: { icon: 'plus-square', schema: { type: 'selectboxes', key: 'choices', input: true } },
    select: { icon: 'th-list', schema: { type: 'select', key: 'select', input: true, widget: 'choicesjs' } },
    checkbox: { icon: 'check-square', schema: { type: 'checkbox', key: 'checked', input: true } },
    survey: { icon: 'list', schema: { type: 'survey', key: 'survey', input: true } },
  },
  rows: {
    datagrid: { icon: 'th', schema: { type: 'datagrid', key: 'rows', input: true, components: [] } },
    editgrid: { icon: 'tasks', schema: { type: 'editgrid', key: 'entries', input: true, components: [] } },
    container: {
      icon: 'folder-open',
      schema: { type: 'container', key: 'group', input: true, components: [] },
    },
    hidden: { icon: 'user-secret', schema: { type: 'hidden', key: 'hidden', input: true } },
  },
  arrange: {
    panel: { icon: 'list-alt', schema: { type: 'panel', key: 'panel', input: false, components: [] } },
    fieldset: {
      icon: 'th-large',
      schema: { type: 'fieldset', key: 'fieldset', input: false, components: [] },
    },
    columns: { icon: 'columns', schema: { type: 'columns', key: 'columns', input: false } },
    table: { icon: 'table', schema: { type: 'table', key: 'table', input: false } },
    tabs: { icon: 'folder-o', schema: { type: 'tabs', key: 'tabs', input: false } },
    well: { icon: 'square-o', schema: { type: 'well', key: 'well', input: false, components: [] } },
    content: { icon: 'html5', schema: { type: 'content', key: 'content', input: false } },
  },
} as const satisfies Record<string, Record<string, PaletteEntry>>;

/** Words of the palette, in the interface's language. */
export interface PaletteWords {
  readonly group: (name: string) => string;
  readonly component: (type: string) => string;
  readonly tab: (n: number) => string;
  readonly option: (n: number) => string;
}

/** The `builder` option of Form.io: its own groups off, ours on. */
export function paletteOptions(words: PaletteWords, plan: PlanOptions): Readonly<Record<string, unknown>> {
  const all: Readonly<Record<string, Readonly<Record<string, PaletteEntry>>>> = {
    school: schoolPalette(plan),
    ...groups,
  };
  const ours = Object.entries(all).map(([name, entries], index) => {
    const components = Object.entries(entries).map(([type, { icon, schema }], weight) => {
      const title = words.component(type);
      return [type, { title, icon, weight, schema: { ...schema, ...namesOf(type, title, words) } }];
    });
    return [
      name,
      {
        title: words.group(name),
        weight: index,
        default: index === 0,
        components: Object.fromEntries(components),
      },
    ];
  });
  const off = ['basic', 'advanced', 'layout', 'data', 'premium', 'resource'].map((name) => [name, false]);
  return Object.fromEntries([...off, ...ours]);
}

function namesOf(type: string, title: string, words: PaletteWords): object {
  if (type === 'panel') return { label: title, title };
  if (type === 'fieldset') return { label: title, legend: title };
  if (type === 'tabs')
    return { label: title, components: [{ label: words.tab(1), key: 'tab1', components: [] }] };
  // With options to begin with: the dialog is not saved while one has no value.
  const values = [1, 2].map((n) => ({ label: words.option(n), value: `option-${n}` }));
  if (type === 'radio' || type === 'selectboxes') return { label: title, values };
  if (type === 'select') return { label: title, data: { values } };
  return { label: title };
}
