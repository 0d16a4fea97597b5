import type { FormDefinition } from '../definition.ts';
import type { Random } from './random.ts';

export type Component = Record<string, unknown>;

export interface RandomForm extends FormDefinition {
  readonly components: Component[];
  readonly display: string;
}

const TEXTS = [
  'textfield',
  'textarea',
  'email',
  'url',
  'phoneNumber',
  'password',
  'signature',
  'tags',
  'hidden',
];
const OTHERS = [
  'number',
  'currency',
  'checkbox',
  'selectboxes',
  'select',
  'radio',
  'address',
  'datetime',
  'day',
  'time',
];
const RARE = ['survey', 'datamap', 'file', 'button', 'htmlelement', 'content'];
const NESTING = [
  'panel',
  'fieldset',
  'well',
  'columns',
  'table',
  'tabs',
  'container',
  'datagrid',
  'editgrid',
];
const OPTIONS = ['1', '2', 'true', 'red', '中文', '2.50'];
const OPERATORS = [
  ...['isEqual', 'isNotEqual', 'isEmpty', 'isNotEmpty', 'lessThan', 'greaterThan', 'lessThanOrEqual'],
  ...[
    'greaterThanOrEqual',
    'includes',
    'notIncludes',
    'startsWith',
    'endsWith',
    'dateGreaterThan',
    'dateLessThan',
  ],
  ...['isDateEqual', 'isNotDateEqual', 'dateLessThanOrEqual', 'dateGreaterThanOrEqual'],
];
const DATED: ReadonlySet<string> = new Set(['datetime', 'day', 'textfield', 'hidden', 'number']);
const COMPARED = ['1', 1, 'red', true, 'true', '', 'a', 5, '2024-05-01', null, '10'];

/** What the generator knows about a component that conditions may look at. */
interface Known {
  readonly name: string;
  readonly type: string;
  readonly grid: string | undefined;
}

/** Makes definitions over every component type, rule, condition and kind of nesting that the builder offers. */
export class FormMaker {
  private readonly random: Random;
  private count = 0;
  private readonly known: Known[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  form(): RandomForm {
    const components = this.list(2, 8, 0, undefined, '', '');
    return { display: this.random.chance(0.2) ? 'wizard' : 'form', components };
  }

  private list(
    min: number,
    max: number,
    depth: number,
    grid: string | undefined,
    path: string,
    keys: string,
  ): Component[] {
    return this.random.times(min, max, () => this.component(depth, grid, path, keys));
  }

  /** `path`: keys of the data around without row numbers; `keys`: the same with layouts. */
  private component(depth: number, grid: string | undefined, path: string, keys: string): Component {
    const { random } = this;
    this.count += 1;
    if (depth < 3 && random.chance(0.28)) return this.nesting(depth, grid, path, keys);
    const type = random.pick([...TEXTS, ...OTHERS, ...OTHERS, ...(random.chance(0.4) ? RARE : [])]);
    const isContent = type === 'htmlelement' || type === 'content';
    const key = `${type}${this.count}`;
    const component: Component = { type, key, label: `L${this.count}`, input: !isContent };
    if (isContent) {
      component.content = '<p>Text</p>';
      return component;
    }
    this.describe(component, type);
    this.settings(component, type, grid);
    if (random.chance(0.3)) this.condition(component, grid);
    if (random.chance(0.06) && grid === undefined) this.logic(component);
    this.known.push({ name: path + key, type, grid });
    if (keys !== path && random.chance(0.3)) this.known.push({ name: keys + key, type, grid });
    if (random.chance(0.2)) this.known.push({ name: key, type, grid });
    return component;
  }

  private nesting(depth: number, grid: string | undefined, path: string, keys: string): Component {
    const { random } = this;
    const types =
      grid === undefined ? NESTING : NESTING.filter((each) => !each.endsWith('grid') || random.chance(0.3));
    const type = random.pick(types);
    const key = `${type}${this.count}`;
    const isData = type === 'container' || type.endsWith('grid');
    const component: Component = { type, key, label: key, title: key, input: isData };
    if (random.chance(0.25)) this.condition(component, grid);
    if (random.chance(0.05)) component.hidden = true;
    if (random.chance(0.1)) component.clearOnHide = random.chance(0.5);
    if (isData && random.chance(0.25)) component.validate = { required: true };
    if (isData) this.known.push({ name: path + key, type: 'nested', grid });
    const inner = type.endsWith('grid') ? key : grid;
    const innerPath = isData ? `${path}${key}.` : path;
    const inside = (): Component[] => this.list(1, 3, depth + 1, inner, innerPath, `${keys}${key}.`);
    if (type === 'columns')
      component.columns = random.times(1, 2, () => ({ components: inside(), width: 6 }));
    else if (type === 'table') component.rows = random.times(1, 2, () => [{ components: inside() }]);
    else if (type === 'tabs') {
      component.components = random.times(1, 2, (i) => {
        const tab = `tab${this.count}x${i}`;
        return {
          key: tab,
          label: tab,
          components: this.list(1, 2, depth + 1, inner, innerPath, `${keys}${key}.${tab}.`),
        };
      });
    } else component.components = inside();
    return component;
  }

  private describe(component: Component, type: string): void {
    const { random } = this;
    const values = OPTIONS.slice(0, random.int(2, 6)).map((value) => ({ label: value, value }));
    switch (type) {
      case 'select':
        Object.assign(component, { dataSrc: 'values', data: { values } });
        if (random.chance(0.3))
          component.dataType = random.pick(['auto', 'string', 'number', 'boolean', 'object']);
        if (random.chance(0.2)) {
          Object.assign(component, {
            dataSrc: 'json',
            valueProperty: 'v',
            data: { json: '[{"v":"red"},{"v":"a"}]' },
          });
        }
        return;
      case 'radio':
        component.values = values;
        if (random.chance(0.2)) component.dataType = random.pick(['string', 'number', 'boolean']);
        return;
      case 'selectboxes':
        component.values = values;
        return;
      case 'survey':
        component.questions = [
          { label: 'Q1', value: 'q1' },
          { label: 'Q2', value: 'q2' },
        ];
        component.values = values;
        return;
      case 'day':
        component.fields = Object.fromEntries(
          ['day', 'month', 'year'].map((part) => [
            part,
            { hide: random.chance(0.15), required: random.chance(0.1) },
          ]),
        );
        component.dayFirst = random.chance(0.4);
        return;
      case 'tags':
        if (random.chance(0.7)) component.storeas = random.pick(['string', 'array']);
        return;
      case 'textarea':
        if (random.chance(0.15)) component.as = 'json';
        return;
      case 'address':
        component.enableManualMode = random.chance(0.4);
        return;
      case 'time':
        if (random.chance(0.2)) component.dataFormat = 'HH:mm';
        return;
      case 'datetime':
        component.enableTime = random.chance(0.5);
        return;
      default:
    }
  }

  private settings(component: Component, type: string, grid: string | undefined): void {
    const { random } = this;
    const canBeMultiple = [
      'textfield',
      'email',
      'url',
      'number',
      'select',
      'file',
      'phoneNumber',
      'time',
      'datetime',
    ];
    if (canBeMultiple.includes(type) && random.chance(0.15)) component.multiple = true;
    if (random.chance(0.05)) component.hidden = true;
    if (random.chance(0.08)) component.clearOnHide = random.chance(0.5);
    if (random.chance(0.04)) component.validateWhenHidden = true;
    if (random.chance(0.04)) component.persistent = random.pick([false, 'client-only']);
    if (random.chance(0.2)) component.defaultValue = this.defaultValue(type);
    const isNumber = type === 'number' || type === 'currency';
    if (random.chance(0.12) && (isNumber || (TEXTS.includes(type) && component.multiple !== true))) {
      component.calculateValue = isNumber ? this.figure() : this.calculation(grid);
      component.calculateServer = true;
    }
    component.validate = this.rules(component, type);
  }

  private defaultValue(type: string): unknown {
    if (type === 'checkbox') return true;
    if (type === 'number' || type === 'currency') return 7;
    if (type === 'selectboxes') return { red: true };
    if (type === 'datetime') return '2024-05-01T08:00:00+08:00';
    if (type === 'day') return '01/02/2020';
    if (type === 'time') return '10:30:00';
    if (['address', 'survey', 'datamap'].includes(type)) return { q1: 'red' };
    return type === 'file' || type === 'hidden' ? '' : 'red';
  }

  private figure(): unknown {
    const numbers = this.known.filter((each) => each.type === 'number' && each.grid === undefined);
    const name = numbers.length === 0 ? 'x' : this.random.pick(numbers).name;
    return this.random.pick<unknown>([
      { '+': [{ if: [{ var: `data.${name}` }, { var: `data.${name}` }, 1] }, 2] },
      { '*': [3, 4] },
      { var: `data.${name}` },
    ]);
  }

  private calculation(grid: string | undefined): unknown {
    const { random } = this;
    const scope = grid === undefined ? 'data' : random.pick(['row', 'data']);
    const name = this.known.length === 0 ? 'x' : (random.pick(this.known).name.split('.').at(-1) ?? 'x');
    return random.pick<unknown>([
      { if: [{ '==': [{ var: `${scope}.${name}` }, 'red'] }, 'red', '1'] },
      { cat: ['a', 'b'] },
      { var: `${scope}.nothing` },
      { if: [{ var: 'value' }, { var: 'value' }, null] },
    ]);
  }

  private rules(component: Component, type: string): Component {
    const { random } = this;
    const validate: Component = {};
    if (random.chance(0.4)) validate.required = true;
    const isText = TEXTS.includes(type);
    const few = (name: string, make: () => unknown, chance = 0.2): void => {
      if (random.chance(chance)) validate[name] = make();
    };
    if (isText) {
      few('minLength', () => random.pick([2, '3', '']));
      few('maxLength', () => random.pick([3, '6', '']));
      few('minWords', () => 2, 0.1);
      few('maxWords', () => random.pick([1, '2']), 0.1);
      few('pattern', () => random.pick(['[a-z]+', '\\d{1,3}|a.*', '[\\u4e00-\\u9fa5]{2,}', '^a.*$']), 0.2);
    }
    if (type === 'number' || type === 'currency') {
      few('min', () => random.pick([1, '2', '']), 0.4);
      few('max', () => random.pick([5, '50', '']), 0.4);
    }
    if (['select', 'radio', 'selectboxes'].includes(type)) few('onlyAvailableItems', () => true, 0.4);
    if (type === 'selectboxes') {
      few('minSelectedCount', () => random.pick([2, '2']), 0.4);
      few('maxSelectedCount', () => random.pick([1, 2]), 0.4);
    }
    if (type === 'datetime' && random.chance(0.4)) {
      component.widget = {
        enableTime: component.enableTime,
        minDate: '2024-01-01',
        maxDate: random.pick(['2024-12-31', '']),
      };
    }
    if (type === 'day' && random.chance(0.4)) {
      Object.assign(
        component,
        random.pick<Component>([
          { minDate: '2020-01-01' },
          { maxDate: '2022-06-30' },
          { minYear: '2001' },
          { maxYear: 2021 },
        ]),
      );
    }
    if (type === 'textfield' && random.chance(0.15))
      component.inputMask = random.pick(['999', 'aa-99', '(999) 9']);
    if (type === 'phoneNumber' && random.chance(0.3)) component.inputMask = '(999) 999-9999';
    if (type === 'textfield' && random.chance(0.1)) component.truncateMultipleSpaces = true;
    few('json', () => this.jsonRule(), 0.1);
    if (random.chance(0.05)) validate.customMessage = 'Wrong';
    return validate;
  }

  private jsonRule(): unknown {
    return this.random.pick<unknown>([
      { if: [{ '===': [{ var: 'value' }, 'red'] }, true, 'Must be red'] },
      { '!!': [{ var: 'input' }] },
      { '>': [{ var: 'input' }, 3] },
      { in: ['a', { var: 'input' }] },
    ]);
  }

  private condition(component: Component, grid: string | undefined): void {
    const { random } = this;
    const known = this.known.filter((each) => each.grid === undefined || each.grid === grid);
    if (known.length === 0) return;
    const target = random.pick(known);
    component.conditional = random.pick<() => unknown>([
      () => ({
        show: random.pick([true, 'true', false, 'false']),
        when: target.name,
        eq: random.pick(['red', '1', 'true', '']),
      }),
      () => ({
        show: random.pick<unknown>([true, false, 'true', undefined]),
        conjunction: random.pick(['all', 'any']),
        conditions: random.times(1, 2, () => this.simple(random.pick(known))),
      }),
      () => ({
        json: random.pick<unknown>([
          { '==': [{ var: `data.${target.name}` }, 'red'] },
          { '!': [{ var: `data.${target.name}` }] },
          { var: `row.${target.name.split('.').at(-1) ?? ''}` },
        ]),
      }),
    ])();
  }

  private simple(target: Known): Component {
    const fitting = DATED.has(target.type) ? OPERATORS : OPERATORS.filter((name) => !/date/i.test(name));
    const operator = this.random.pick(target.type === 'nested' ? ['isEmpty', 'isNotEmpty'] : fitting);
    return { component: target.name, operator, value: this.random.pick(COMPARED) };
  }

  private logic(component: Component): void {
    const { random } = this;
    const known = this.known.filter((each) => each.grid === undefined);
    if (known.length === 0) return;
    const target = random.pick(known);
    const trigger = random.chance(0.5)
      ? { type: 'simple', simple: { show: true, when: target.name, eq: random.pick(['red', '1', '']) } }
      : { type: 'json', json: { '!': [{ var: `data.${target.name}` }] } };
    const property = (value: string): Component => ({
      type: 'property',
      property: { type: 'boolean', value, label: value },
      state: random.chance(0.6),
    });
    const action = random.pick<() => Component>([
      () => property('hidden'),
      () => property('validate.required'),
      () => property('disabled'),
      () => ({ type: 'value', value: { cat: ['re', 'd'] } }),
    ])();
    component.logic = [{ name: 'l', trigger, actions: [action] }];
  }
}
