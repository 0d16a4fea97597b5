import { isReference } from '../../forms/components/reference.ts';
import { childrenOf } from '../../ui/formio/form-permission.ts';

/** A value as it is read: words, or rows of further fields (data grids). */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly iso: string; readonly time: boolean }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  /** `src` is a PNG as a data URL */
  | { readonly kind: 'picture'; readonly src: string }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly RecordField[])[] };

export interface RecordField {
  readonly key: string;
  readonly label: string;
  readonly value: FieldValue;
}

export interface RecordFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly url: string;
}

interface Component {
  readonly type?: string;
  readonly key?: string;
  readonly label?: string;
  readonly input?: boolean;
  readonly tableView?: boolean;
  readonly enableTime?: boolean;
  readonly values?: unknown;
  readonly data?: { readonly values?: unknown };
  readonly components?: unknown;
}

const drawnPicture = /^data:image\/png;base64,[A-Za-z0-9+/=]+$/;
const nestedTypes = new Set(['datagrid', 'editgrid']);
const groupTypes = new Set(['container']);

/** What is filled in, in the order of the form; empty fields, files, buttons and pledges that a reader knows are left out. */
export function recordFields(
  definition: { readonly components: readonly unknown[] },
  data: unknown,
): RecordField[] {
  return definition.components.flatMap((component) => fieldsOf(component as Component, recordOf(data)));
}

function fieldsOf(component: Component, data: Readonly<Record<string, unknown>>): RecordField[] {
  const inside = () => childrenOf(component).flatMap((child) => fieldsOf(child as Component, data));
  const { key, type = '' } = component;
  if (key === undefined || component.input === false || type === '') return inside();
  if (type === 'button' || type === 'file' || type === 'hidden' || type === 'password') return [];
  if (type === 'checkbox' && component.tableView === false) return [];
  const value = data[key];
  if (groupTypes.has(type)) {
    return childrenOf(component).flatMap((child) => fieldsOf(child as Component, recordOf(value)));
  }
  if (isEmpty(value)) return [];
  const read = readValue(component, type, value);
  return read === null ? [] : [{ key, label: component.label ?? key, value: read }];
}

function readValue(component: Component, type: string, value: unknown): FieldValue | null {
  if (nestedTypes.has(type)) {
    const rows = (Array.isArray(value) ? value : []).map((row) =>
      childrenOf(component).flatMap((child) => fieldsOf(child as Component, recordOf(row))),
    );
    return rows.length === 0 ? null : { kind: 'rows', rows };
  }
  if (type === 'checkbox') return { kind: 'yes-no', yes: value === true };
  if (type === 'signature')
    return typeof value === 'string' && drawnPicture.test(value) ? { kind: 'picture', src: value } : null;
  if ((type === 'datetime' || type === 'day') && typeof value === 'string') {
    const enableTime = type === 'datetime' && component.enableTime !== false;
    return Number.isNaN(Date.parse(value))
      ? { kind: 'text', text: value }
      : { kind: 'date', iso: value, time: enableTime };
  }
  if (type === 'selectboxes') {
    const chosen = Object.entries(recordOf(value)).filter(([, on]) => on === true);
    const text = chosen.map(([name]) => labelFor(component, name)).join('、');
    return text === '' ? null : { kind: 'text', text };
  }
  if (Array.isArray(value)) {
    return { kind: 'text', text: value.map((one) => labelFor(component, one)).join('、') };
  }
  return { kind: 'text', text: labelFor(component, value) };
}

/** The label of an option’s value; the value itself where there is no such option. */
function labelFor(component: Component, value: unknown): string {
  const options = [component.values, component.data?.values].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  if (isReference(value)) return value.name;
  const option = options.map(recordOf).find((one) => one.value === value && value !== '');
  if (typeof option?.label === 'string') return option.label;
  return typeof value === 'object' && value !== null
    ? Object.values(value).filter(isPlain).join(' ')
    : String(value);
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** The files of a record, in the order of the form. Only addresses on this server are taken. */
export function recordFiles(
  definition: { readonly components: readonly unknown[] },
  data: unknown,
): RecordFile[] {
  const walk = (component: Component, own: Readonly<Record<string, unknown>>): RecordFile[] => {
    if (component.type === 'file' && component.key !== undefined) {
      const value = own[component.key];
      return (Array.isArray(value) ? value : [value]).flatMap(fileOf);
    }
    const value = component.key === undefined ? undefined : own[component.key];
    if (component.type !== undefined && nestedTypes.has(component.type)) {
      const rows = Array.isArray(value) ? value : [];
      return rows.flatMap((row) =>
        childrenOf(component).flatMap((child) => walk(child as Component, recordOf(row))),
      );
    }
    const inner = component.type !== undefined && groupTypes.has(component.type) ? recordOf(value) : own;
    return childrenOf(component).flatMap((child) => walk(child as Component, inner));
  };
  return definition.components.flatMap((component) => walk(component as Component, recordOf(data)));
}

function fileOf(value: unknown): RecordFile[] {
  const { id, url, type, originalName, name } = recordOf(value);
  if (typeof url !== 'string' || !/^\/(?![/\\])/.test(url)) return [];
  return [
    {
      id: typeof id === 'string' ? id : url,
      url,
      type: typeof type === 'string' ? type : '',
      name: typeof originalName === 'string' ? originalName : typeof name === 'string' ? name : url,
    },
  ];
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.every(isEmpty)) ||
    (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0)
  );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
