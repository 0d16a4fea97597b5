import { type Json, textOf } from '../../forms/definition.ts';
import type { ElementKind } from './element.ts';

/** A list of the manifest whose entries are elements, and the lists inside an entry. */
export interface ManifestList {
  /** Where the list stands in the entry around it; also the slot of its elements. */
  readonly slot: string;
  readonly kind: ElementKind;
  /** `owner` is the key of the entry around it, '' at the top. */
  readonly id: (entry: Json, owner: string) => string;
  /** property that people call the entry by */
  readonly name: string;
  /** property that the lists inside take the owner's key from */
  readonly key?: string;
  readonly lists?: readonly ManifestList[];
}

const by = (prefix: string, key: string) => (entry: Json) => `${prefix}:${text(entry, key)}`;

function text(entry: Json, key: string): string {
  const value = entry[key];
  return typeof value === 'number' ? String(value) : textOf(entry, key);
}

const keyed = (slot: string, kind: ElementKind, lists?: readonly ManifestList[]): ManifestList => ({
  slot,
  kind,
  id: by(kind, 'key'),
  name: 'name',
  key: 'key',
  ...(lists && { lists }),
});

const inside = (slot: string, kind: ElementKind, prefix: string, key: string, name = key): ManifestList => ({
  slot,
  kind,
  id: (entry, owner) => `${prefix}:${owner}/${text(entry, key)}`,
  name,
});

/** The lists of `plan.json` in the order in which the file has them. */
export const manifestLists: readonly ManifestList[] = [
  { slot: 'legalBasis', kind: 'document', id: by('document', 'id'), name: 'title' },
  keyed('dimensions', 'dimension'),
  keyed('parts', 'part'),
  { slot: 'termSlots', kind: 'term-slot', id: by('term', 'slot'), name: 'name' },
  keyed('parameters', 'parameter', [
    {
      slot: 'options',
      kind: 'parameter-option',
      id: (entry, owner) => `parameter:${owner}#${text(entry, 'value')}`,
      name: 'name',
    },
  ]),
  keyed('roles', 'role'),
  keyed('forms', 'form'),
  keyed('processes', 'process', [
    inside('variables', 'variable', 'variable', 'name'),
    inside('steps', 'step', 'step', 'element'),
    inside('states', 'state', 'state', 'element'),
  ]),
  keyed('decisions', 'decision'),
  { slot: 'records', kind: 'record', id: by('record', 'form'), name: 'form' },
  { ...keyed('notices', 'notice', [inside('fields', 'notice-fields', 'notice', 'form')]), name: 'heading' },
  {
    ...keyed('archive', 'archive', [
      inside('fields', 'archive-fields', 'archive', 'form'),
      inside('attachments', 'archive-attachments', 'attachments', 'form'),
    ]),
    name: 'heading',
  },
  {
    slot: 'indicators',
    kind: 'indicator',
    id: by('indicator', 'code'),
    name: 'text',
    key: 'code',
    lists: [
      {
        slot: 'values',
        kind: 'indicator-value',
        id: (entry, owner) => `indicator:${owner}#${text(entry, 'value')}`,
        name: 'name',
      },
    ],
  },
  keyed('rules', 'rule'),
  keyed('exemptions', 'exemption'),
  keyed('sheets', 'sheet'),
  keyed('views', 'view'),
  keyed('groups', 'group', [inside('composition', 'group-seat', 'group', 'key', 'name')]),
  keyed('modules', 'module'),
  {
    slot: 'locks',
    kind: 'lock',
    id: (entry) => {
      const property = textOf(entry, 'property');
      return `lock:${textOf(entry, 'element')}${property === '' ? '' : `@${property}`}`;
    },
    name: 'element',
  },
];

/** The windows of `calendar`, in the element of that name. */
export const calendarLists: readonly ManifestList[] = [
  keyed('windows', 'window', [inside('exceptions', 'window-exception', 'window', 'key', 'name')]),
];
