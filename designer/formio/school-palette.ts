import { fileStorageName } from '@oneplan/runtime/ui/formio/file-storage.ts';
import type { PaletteEntry } from './palette-entry.ts';
import type { Option } from './setup/options.ts';

/** Options that the plan itself holds, and the words of the scale that a new rating has. */
export interface PlanOptions {
  readonly terms: readonly Option[];
  readonly indicators: readonly Option[];
  readonly grades: readonly Option[];
  readonly hoursUnit: string;
}

const named = (palette: string, schema: Readonly<Record<string, unknown>>) => ({
  ...schema,
  input: true,
  tableView: true,
  properties: { palette },
});
const picker = (type: string, key: string) => ({ type, key, input: true, tableView: true });
const list = (palette: string, key: string, values: readonly Option[]) =>
  named(palette, {
    type: 'select',
    key,
    widget: 'html5',
    dataSrc: 'values',
    data: { values: values.map(({ value, label }) => ({ label, value })) },
    validate: { onlyAvailableItems: true },
  });

/** The field's own components: ready to use when they are dropped, in the order of the palette. */
export function schoolPalette({
  terms,
  indicators,
  grades,
  hoursUnit,
}: PlanOptions): Readonly<Record<string, PaletteEntry>> {
  return {
    pupil: { icon: 'person', schema: picker('pupil', 'pupil') },
    schoolClass: { icon: 'people', schema: picker('schoolClass', 'class') },
    orgUnit: { icon: 'building', schema: picker('orgUnit', 'unit') },
    term: { icon: 'calendar', schema: list('term', 'term', terms) },
    indicator: { icon: 'list-check', schema: list('indicator', 'indicator', indicators) },
    resourceUnit: { icon: 'geo-alt', schema: list('resourceUnit', 'resourceUnit', []) },
    person: { icon: 'person-badge', schema: picker('person', 'person') },
    evidence: {
      icon: 'images',
      schema: {
        type: 'file',
        key: 'evidence',
        input: true,
        tableView: true,
        multiple: true,
        maxFiles: 2,
        storage: fileStorageName,
        filePattern: 'image/*,application/pdf',
        fileMaxSize: '5MB',
      },
    },
    signature: { icon: 'pencil', schema: { type: 'signature', key: 'signature', input: true, footer: ' ' } },
    rating: {
      icon: 'star',
      schema: named('rating', {
        type: 'radio',
        key: 'rating',
        inline: true,
        customClass: 'op-rating',
        values: grades.map(({ value, label }) => ({ label, value })),
        validate: { onlyAvailableItems: true },
      }),
    },
    hours: {
      icon: 'clock-o',
      schema: named('hours', {
        type: 'number',
        key: 'hours',
        suffix: hoursUnit,
        validate: { min: 0, max: 24, step: 0.5 },
        termCap: 40,
      }),
    },
  };
}
