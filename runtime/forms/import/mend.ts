import type { Finding } from '../check/finding.ts';
import { arrayOf, isPlainObject, labelOf, textOf } from '../definition.ts';
import { pathOf, replaceAtSteps, stepsOf, valueAtSteps } from './at-path.ts';
import type { Refusal } from './import-report.ts';

/** Where a component stood in the imported file, on the component while it is being imported. */
export const originSetting = 'importedFrom';

type Draft = Record<string, unknown>;

/** Changes the draft so that the finding is no longer there, and says what was done. Undefined: it cannot be mended. */
export function mend(draft: Draft, { rule, path }: Finding): Refusal | undefined {
  const place = componentAround(draft, path);
  if (!place) {
    if (rule !== 'display' && rule !== 'script') return undefined;
    if (rule === 'display') draft.display = 'form';
    else replaceAtSteps(draft, stepsOf(path), []);
    return { rule, path, component: '', done: rule === 'display' ? 'changed' : 'removed' };
  }
  const { component, at, steps, within } = place;
  const setting = pathOf(within);
  const said = (done: Refusal['done'], now?: string): Refusal => ({
    rule,
    path: [textOf(component, originSetting) || at, setting].filter((part) => part !== '').join('.'),
    component: labelOf(component),
    done,
    ...(now !== undefined && { now }),
  });
  switch (rule) {
    case 'component-type': {
      const children = arrayOf(component, 'components').filter(isPlainObject);
      const refusal = said('removed');
      replaceAtSteps(draft, steps, children);
      return refusal;
    }
    case 'key':
    case 'duplicate-key': {
      const key = freeKey(draft, textOf(component, setting === 'name' ? 'name' : 'key'));
      component[setting === 'name' ? 'name' : 'key'] = key;
      return said('changed', key);
    }
    case 'data-source':
      return mendSource(component, setting, said);
    case 'children':
      component.components = [];
      return said('removed');
    case 'markup':
    case 'template': {
      const value = valueAtSteps(component, within);
      const plain = typeof value === 'string' ? withoutMarkup(value) : '';
      if (plain === '' || plain === value || within[0] === 'templates') {
        dropSetting(component, within);
        return said('removed');
      }
      replaceAtSteps(component, within, [plain]);
      return said('changed', plain.slice(0, 60));
    }
    default:
      if (within.length === 0) return undefined;
      dropSetting(component, within);
      return said('removed');
  }
}

function mendSource(
  component: Draft,
  setting: string,
  said: (done: Refusal['done'], now?: string) => Refusal,
): Refusal {
  if (setting === 'storage') {
    component.storage = 'oneplan';
    return said('changed', 'oneplan');
  }
  if (setting === 'action') {
    component.action = 'submit';
    return said('changed', 'submit');
  }
  if (component.type === 'select' || component.type === 'radio' || component.type === 'selectboxes') {
    component.dataSrc = 'values';
    if (component.type === 'select') {
      const data = isPlainObject(component.data) ? component.data : {};
      component.data = { values: arrayOf(data, 'values') };
    }
    return said('changed', '');
  }
  delete component[setting];
  return said('removed');
}

/** A condition, a piece of logic and an action mean nothing in parts: they go as a whole. */
function dropSetting(component: Draft, within: readonly (string | number)[]): void {
  const [first, second] = within;
  if (first === 'logic' && typeof second === 'number') replaceAtSteps(component, ['logic', second], []);
  else if (first === 'conditional') delete component.conditional;
  else if (first === 'calculateValue') delete component.calculateValue;
  else if (first === 'validate' && second !== undefined) replaceAtSteps(component, ['validate', second], []);
  else replaceAtSteps(component, within, []);
}

interface Place {
  readonly component: Draft;
  readonly at: string;
  readonly steps: readonly (string | number)[];
  /** the rest of the path, inside the component */
  readonly within: readonly (string | number)[];
}

/** The innermost component that a place lies in. */
function componentAround(draft: Draft, path: string): Place | undefined {
  const steps = stepsOf(path);
  for (let length = steps.length; length > 1; length -= 1) {
    const isItem = typeof steps[length - 1] === 'number' && steps[length - 2] === 'components';
    const isValue = steps[length - 1] === 'valueComponent';
    if (!isItem && !isValue) continue;
    const found = valueAtSteps(draft, steps.slice(0, length));
    if (!isPlainObject(found)) continue;
    const at = pathOf(steps.slice(0, length));
    return { component: found, at, steps: steps.slice(0, length), within: steps.slice(length) };
  }
  return undefined;
}

const withoutMarkup = (text: string) =>
  text
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}+/g, '')
    .trim();

/** A key like the one that was there, which is a name and which nobody has. */
function freeKey(draft: Draft, key: string): string {
  const base = key.replace(/[^\w]/g, '').replace(/^[^A-Za-z]+/, '') || 'field';
  const taken = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (isPlainObject(value)) {
      if (typeof value.key === 'string') taken.add(value.key);
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  walk(draft.components);
  if (!taken.has(base) && !(base in Object.prototype)) return base;
  let n = 2;
  while (taken.has(`${base}${n}`)) n += 1;
  return `${base}${n}`;
}
