import { arrayOf, isPlainObject, type Json, objectOf } from '../definition.ts';
import type { CheckContext, ComponentCheck } from './check-context.ts';

/** Settings that hold JavaScript, whatever stands in them. */
const SCRIPTS: readonly string[] = [
  ...['customConditional', 'customDefaultValue', 'custom', 'validate.custom', 'validate.customPrivate'],
  ...[
    'validate.row',
    'data.custom',
    'conditionalAddButton',
    'manualModeViewString',
    'widget.disableFunction',
  ],
  ...['datePicker.disableFunction', 'widget.shortcutButtons', 'shortcutButtons', 'customOptions', 'addons'],
  ...[
    'trigger',
    'validate.script',
    'onChange',
    'onSetItems',
    'fetch',
    'sanitizeConfig',
    'serverOverride',
    'modelType',
  ],
];

/** Settings that hold JSONLogic where they are objects, and JavaScript where they are text. */
const LOGIC_OR_SCRIPT: readonly string[] = ['calculateValue', 'validate.json', 'conditional.json'];

/** No author JavaScript, nowhere. Logic is JSONLogic. */
export const checkScripts: ComponentCheck = (context) => {
  const { component } = context.node;
  for (const at of SCRIPTS) {
    if (isSet(setting(component, at))) refuse(context, at);
  }
  for (const at of LOGIC_OR_SCRIPT) {
    const value = setting(component, at);
    if (isSet(value) && !isPlainObject(value)) refuse(context, at);
  }
  arrayOf(component, 'logic').forEach((entry, index) => {
    if (isPlainObject(entry)) checkLogic(entry, `logic[${index}]`, context);
  });
};

const TRIGGERS: ReadonlySet<unknown> = new Set(['simple', 'json']);
const SWITCHES: ReadonlySet<unknown> = new Set(['hidden', 'disabled', 'validate.required']);
const TEXTS: ReadonlySet<unknown> = new Set([
  ...['label', 'title', 'legend', 'tooltip', 'description', 'placeholder', 'prefix', 'suffix', 'content'],
  ...['className', 'customClass'],
]);

function checkLogic(entry: Json, at: string, context: CheckContext): void {
  const trigger = objectOf(entry, 'trigger');
  if (isSet(trigger.javascript) || !TRIGGERS.has(trigger.type)) refuse(context, `${at}.trigger`);
  arrayOf(entry, 'actions').forEach((action, index) => {
    if (!isPlainObject(action) || !isAllowedAction(action)) refuse(context, `${at}.actions[${index}]`);
  });
}

function isAllowedAction(action: Json): boolean {
  if (isSet(action.customAction) || isSet(action.schemaDefinition)) return false;
  if (action.type === 'value') return isPlainObject(action.value);
  const property = objectOf(action, 'property');
  if (action.type !== 'property' || isSet(action.value)) return false;
  return property.type === 'boolean' ? SWITCHES.has(property.value) : TEXTS.has(property.value);
}

function refuse(context: CheckContext, at: string): void {
  context.report('script', at, `${at} may hold no program; use simple conditions or JSONLogic`, {
    setting: at,
  });
}

function setting(component: Json, at: string): unknown {
  const [first = '', second] = at.split('.');
  return second === undefined ? component[first] : objectOf(component, first)[second];
}

/** An empty text, list or object is no setting. */
export function isSet(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}
