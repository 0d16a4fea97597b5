import { objectOf, textOf } from '../definition.ts';
import { itemsOf } from '../options.ts';
import type { ComponentCheck } from './check-context.ts';
import { isSet } from './scripts.ts';

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  select: ['values', 'json'],
  radio: ['values'],
  selectboxes: ['values'],
};
const STORAGES: readonly string[] = ['base64', 'oneplan'];
const BUTTON_ACTIONS: readonly string[] = ['', 'submit', 'reset', 'saveState'];
const VALUE_PROPERTY = /^[\w.-]*$/;

/** Nothing is fetched from, stored at or sent to a place that an author names. */
export const checkDataSource: ComponentCheck = ({ node, report }) => {
  const { component } = node;
  const type = textOf(component, 'type');
  const source = component.dataSrc;
  const sources = Object.hasOwn(SOURCES, type) ? SOURCES[type] : undefined;
  if (sources !== undefined && source !== undefined && source !== '' && !sources.includes(String(source))) {
    report('data-source', 'dataSrc', `Options cannot come from "${String(source)}"; list them as values`, {
      source: String(source),
    });
  }
  const data = objectOf(component, 'data');
  if (type === 'select' && source === 'json' && isSet(data.json) && itemsOf(data.json).length === 0) {
    report('data-source', 'data.json', 'The options are not a JSON list', {});
  }
  for (const at of ['url', 'resource', 'indexeddb'] as const) {
    if (type === 'select' && isSet(data[at]) && source === at) {
      report('data-source', `data.${at}`, 'Options cannot be fetched; list them as values', { source: at });
    }
  }
  const property = component.valueProperty;
  if (isSet(property) && (typeof property !== 'string' || !VALUE_PROPERTY.test(property))) {
    report('script', 'valueProperty', 'valueProperty must be the name of a property', {
      setting: 'valueProperty',
    });
  }
  if (type === 'file') {
    const storage = textOf(component, 'storage');
    if (storage !== '' && !STORAGES.includes(storage)) {
      report('data-source', 'storage', `Files cannot be stored at "${storage}"`, { source: storage });
    }
    if (isSet(component.url))
      report('data-source', 'url', 'Files are stored with the record only', { source: 'url' });
  }
  if (type === 'button' && !BUTTON_ACTIONS.includes(textOf(component, 'action'))) {
    const action = textOf(component, 'action');
    report('data-source', 'action', `A button cannot do "${action}"`, { source: action });
  }
  if (type === 'address' && isSet(component.provider)) {
    report('data-source', 'provider', 'Addresses are typed in; no map service may be asked', {
      source: String(component.provider),
    });
  }
};
