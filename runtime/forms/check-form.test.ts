import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkForm } from './check-form.ts';
import { COMPONENT_TYPES } from './component-registry.ts';
import { field } from './tests/outcome.ts';
import { Random } from './tests/random.ts';
import { FormMaker } from './tests/random-form.ts';

/** `rule path` of every finding. */
const findingsOf = (components: unknown): string[] =>
  checkForm({ components }).map((finding) => `${finding.rule} ${finding.path}`);
const one = (more: Record<string, unknown>, type = 'textfield'): string[] => findingsOf([field(type, more)]);
const at = (rule: string, place: string): string[] => [
  `${rule} components[0]${place === '' ? '' : `.${place}`}`,
];

describe('the gate', () => {
  test('lets the shipped forms and random forms pass', () => {
    const folder = new URL('../../forms/shenzhen-junior-high/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.form.json'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files)
      expect(checkForm(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))).toEqual([]);
    for (let seed = 0; seed < 50; seed += 1)
      expect(checkForm(new FormMaker(new Random(seed)).form())).toEqual([]);
  });

  test.each(COMPONENT_TYPES)('lets %s pass with the settings that the builder stores', (type) => {
    const settings = {
      ...{
        placeholder: '',
        prefix: '',
        suffix: '',
        multiple: false,
        defaultValue: null,
        protected: false,
        unique: false,
      },
      ...{
        persistent: true,
        hidden: false,
        clearOnHide: true,
        refreshOn: '',
        customDefaultValue: '',
        calculateValue: '',
      },
      ...{
        widget: null,
        attributes: {},
        addons: [],
        serverOverride: {},
        properties: {},
        customConditional: '',
        logic: [],
      },
      conditional: { show: null, when: null, eq: '' },
      validate: { required: false, custom: '', customPrivate: false, unique: false, multiple: false },
      template: '<span>{{ item.label }}</span>',
    };
    expect(one(settings, type)).toEqual([]);
  });

  const scripts: [string, Record<string, unknown>][] = [
    ['customConditional', { customConditional: 'show = true' }],
    ['customDefaultValue', { customDefaultValue: 'value = 1' }],
    ['calculateValue', { calculateValue: 'value = 1' }],
    ['validate.custom', { validate: { custom: 'valid = true' } }],
    ['validate.customPrivate', { validate: { customPrivate: true } }],
    ['validate.json', { validate: { json: 'valid = true' } }],
    ['validate.row', { validate: { row: 'valid = true' } }],
    ['custom', { custom: 'alert(1)' }],
    ['data.custom', { data: { custom: 'values = []' } }],
    ['valueProperty', { valueProperty: 'x);alert(1' }],
    ['sanitizeConfig', { sanitizeConfig: { addTags: ['script'] } }],
    ['serverOverride', { serverOverride: { validate: {} } }],
    ['addons', { addons: [{ name: 'x' }] }],
    ['conditionalAddButton', { conditionalAddButton: 'show = true' }],
    ['widget.disableFunction', { widget: { disableFunction: 'date => true' } }],
    ['modelType', { modelType: 'none' }],
    [
      'logic[0].trigger',
      { logic: [{ trigger: { type: 'javascript', javascript: 'result = true' }, actions: [] }] },
    ],
    [
      'logic[0].actions[0]',
      {
        logic: [
          { trigger: { type: 'json', json: { '!': 1 } }, actions: [{ type: 'value', value: 'value = 1' }] },
        ],
      },
    ],
    [
      'logic[0].actions[0]',
      {
        logic: [
          {
            trigger: { type: 'json', json: { '!': 1 } },
            actions: [{ type: 'customAction', customAction: 'x' }],
          },
        ],
      },
    ],
    [
      'logic[0].actions[0]',
      {
        logic: [
          {
            trigger: { type: 'json', json: { '!': 1 } },
            actions: [{ type: 'mergeComponentSchema', schemaDefinition: 'x' }],
          },
        ],
      },
    ],
    [
      'logic[0].actions[0]',
      {
        logic: [
          {
            trigger: { type: 'json', json: { '!': 1 } },
            actions: [{ type: 'property', property: { type: 'boolean', value: 'multiple' }, state: true }],
          },
        ],
      },
    ],
  ];
  test.each(scripts)('refuses a program in %s', (place, more) => {
    expect(one(more)).toEqual(at('script', place));
  });

  test.each([
    ['label', { label: '<script>alert(1)</script>' }, 'label'],
    ['tooltip', { tooltip: '<img src=x onerror=alert(1)>' }, 'tooltip'],
    ['description', { description: '<a href="javascript:alert(1)">x</a>' }, 'description'],
    [
      'entity in an address',
      { description: '<a href="jav&#x61;script&colon;alert(1)">x</a>' },
      'description',
    ],
    ['tab in an address', { description: '<a href="java\tscript:alert(1)">x</a>' }, 'description'],
    ['data address', { description: '<img src="data:text/html,x">' }, 'description'],
    ['unclosed tag', { label: '<b onclick=alert(1) ' }, 'label'],
    ['slash between attributes', { label: '<b/onclick=alert(1)>' }, 'label'],
    ['comment', { label: '<!--><img src=x>-->' }, 'label'],
    ['svg', { label: '<svg/onload=alert(1)>' }, 'label'],
    ['style', { label: '<p style="background:url(x)">' }, 'label'],
    ['iframe', { label: '<iframe srcdoc="x">' }, 'label'],
    ['customMessage', { validate: { customMessage: '<object data=x>' } }, 'validate.customMessage'],
    ['errors', { errors: { required: '<embed src=x>' } }, 'errors.required'],
    ['attributes', { attributes: { onclick: 'alert(1)' } }, 'attributes.onclick'],
  ])('refuses markup in %s', (_name, more, place) => {
    expect(one(more)).toEqual(at('markup', place));
  });

  test.each([
    ['option label', 'radio', { values: [{ label: '<script>', value: 'a' }] }, 'values[0].label'],
    ['question', 'survey', { questions: [{ label: '<script>', value: 'a' }] }, 'questions[0].label'],
    [
      'select option',
      'select',
      { data: { values: [{ label: '<script>', value: 'a' }] } },
      'data.values[0].label',
    ],
    ['JSON option', 'select', { dataSrc: 'json', data: { json: '[{"a":"<script>"}]' } }, 'data.json[0].a'],
    ['HTML attribute', 'htmlelement', { attrs: [{ attr: 'onload', value: 'x' }] }, 'attrs[0]'],
    ['HTML tag', 'htmlelement', { tag: 'script' }, 'tag'],
    ['HTML content', 'htmlelement', { content: '<form action=x>' }, 'content'],
    ['content', 'content', { html: '<p onclick="x">a</p>' }, 'html'],
    [
      'data map value',
      'datamap',
      { valueComponent: { type: 'textfield', key: 'v', label: '<script>' } },
      'valueComponent.label',
    ],
    ['raw input', 'textfield', { inputFormat: 'raw' }, 'inputFormat'],
  ])('refuses markup in the %s', (_name, type, more, place) => {
    expect(one(more, type)).toEqual(at('markup', place));
  });

  test('lets plain markup and figures of speech pass', () => {
    expect(
      one(
        { html: '<h3 class="t">A</h3><p>1 < 2 &amp; <a href="https://a.cn" target="_blank">x</a><br/></p>' },
        'content',
      ),
    ).toEqual([]);
    expect(one({ tooltip: 'a < b, c <= d, <3' })).toEqual([]);
  });

  test.each([
    '{{ alert(1) }}',
    '{% alert(1) %}',
    '{{{ x }}}',
    '{{ item.constructor }}',
    "{{ t('x') }}",
    '{{ a || b }}',
  ])('refuses %s in a text', (text) => {
    expect(one({ template: text })).toEqual(at('template', 'template'));
  });

  test('lets the row templates of the builder pass, and no others', () => {
    const row = `<div class="row">{% util.eachComponent(components, function(component) { %}
      {% if (displayValue(component)) { %}<div class="col-sm-2">{{ t(component.label) }}</div>{% } %}{% }) %}</div>`;
    expect(one({ components: [], templates: { header: row } }, 'editgrid')).toEqual([]);
    expect(one({ components: [], templates: { header: '{% alert(1) %}' } }, 'editgrid')).toEqual(
      at('template', 'templates.header'),
    );
    expect(one({ components: [], templates: { header: '<script></script>' } }, 'editgrid')).toEqual(
      at('markup', 'templates.header'),
    );
  });

  test.each([
    ['select by url', 'select', { dataSrc: 'url', data: { url: 'http://169.254.169.254/' } }, 'dataSrc'],
    ['select by resource', 'select', { dataSrc: 'resource' }, 'dataSrc'],
    ['select by code', 'select', { dataSrc: 'custom' }, 'dataSrc'],
    ['select by database', 'select', { dataSrc: 'indexeddb' }, 'dataSrc'],
    ['radio by url', 'radio', { dataSrc: 'url' }, 'dataSrc'],
    ['options that are no list', 'select', { dataSrc: 'json', data: { json: '{' } }, 'data.json'],
    ['foreign storage', 'file', { storage: 's3' }, 'storage'],
    ['foreign upload', 'file', { storage: 'base64', url: 'http://a.cn' }, 'url'],
    ['button that posts', 'button', { action: 'url' }, 'action'],
    ['map service', 'address', { provider: 'google' }, 'provider'],
  ])('refuses a %s', (_name, type, more, place) => {
    const all = one(more, type);
    expect(all).toContain(at('data-source', place)[0]);
  });

  test.each([
    ['validate.pattern', 'pattern', { validate: { pattern: '(' } }],
    ['validate.pattern', 'pattern', { validate: { pattern: '(?=a)b' } }],
    ['validate.pattern', 'pattern', { validate: { pattern: '(a)\\1' } }],
    ['validate.pattern', 'pattern', { validate: { pattern: 7 } }],
    ['validate.maxLength', 'number', { validate: { maxLength: 'many' } }],
    ['inputMask', 'mask', { inputMask: '9{1,3}' }],
    ['inputMasks[0]', 'mask', { inputMasks: [{ label: 'x' }] }],
    ['widget.minDate', 'date', { widget: { minDate: "moment().add(1, 'day')" } }],
    ['unique', 'unique', { unique: true }],
  ])('refuses %s that cannot be held to', (place, rule, more) => {
    expect(one(more)).toEqual(at(rule, place));
  });

  test('refuses JSONLogic beyond the standard operators, with its place', () => {
    expect(one({ calculateValue: { '+': [1, { _invoke: ['x', 'constructor'] }] } })).toEqual(
      at('json-logic-operator', 'calculateValue.+[1]'),
    );
    expect(one({ conditional: { json: { var: 'data.x.__proto__' } } })).toEqual(
      at('json-logic-name', 'conditional.json.var'),
    );
    expect(one({ validate: { json: { a: 1, b: 2 } } })).toEqual(at('json-logic-object', 'validate.json'));
  });

  test('refuses conditions on components or operators that there are not', () => {
    expect(one({ conditional: { show: true, when: 'gone', eq: 'a' } })).toEqual(
      at('condition-component', 'conditional.when'),
    );
    const conditions = [{ component: 'x', operator: 'constructor', value: 1 }];
    expect(one({ conditional: { conjunction: 'all', conditions } })).toEqual(
      at('condition-operator', 'conditional.conditions[0].operator'),
    );
  });

  test.each(['', '1a', 'a b', '__proto__', 'constructor', 'a.prototype', 'toString', 'a..b', 'é'])(
    'refuses the key "%s"',
    (key) => {
      expect(findingsOf([field('textfield', { key })])).toEqual(['key components[0].key']);
    },
  );

  test('refuses a key twice in one object of the data, but not in different ones', () => {
    const panel = { type: 'panel', key: 'p', components: [field('textfield')] };
    expect(findingsOf([field('textfield'), panel])).toEqual(['duplicate-key components[1].components[0]']);
    const grid = field('datagrid', { key: 'g', components: [field('textfield')] });
    expect(findingsOf([field('textfield'), grid])).toEqual([]);
  });

  test.each(['form', 'resource', 'recaptcha', 'datasource', 'tree', 'unknown', undefined, 7])(
    'refuses the type %p',
    (type) => {
      expect(one({ type: type as string })).toContain(at('component-type', 'type')[0]);
    },
  );

  test('refuses components inside one that holds none', () => {
    expect(one({ components: [field('textfield', { key: 'y' })] })).toEqual(at('children', 'components'));
  });

  test('refuses programs of the form itself, and other displays', () => {
    const rulesOf = (form: unknown) => checkForm(form).map((finding) => `${finding.rule} ${finding.path}`);
    expect(rulesOf({ components: [], controller: 'x' })).toEqual(['script controller']);
    expect(rulesOf({ components: [], module: 'x' })).toEqual(['script module']);
    expect(rulesOf({ components: [], display: 'pdf' })).toEqual(['display display']);
    for (const nothing of [null, undefined, 1, 'x', [], {}, { components: {} }])
      expect(rulesOf(nothing)).toEqual(['not-a-form ']);
  });

  test('refuses what is too large, too deep or has too many components', () => {
    const nested = (depth: number): unknown =>
      depth === 0 ? field('textfield') : { type: 'panel', key: `p${depth}`, components: [nested(depth - 1)] };
    expect(findingsOf([nested(19)])).toEqual([]);
    expect(findingsOf([nested(25)]).map((each) => each.split(' ')[0])).toEqual(['depth']);
    expect(findingsOf([nested(3_000)])).toEqual(['depth ']);
    const many = Array.from({ length: 1_001 }, (_, i) => field('textfield', { key: `k${i}` }));
    expect(findingsOf(many)).toEqual(['components components']);
    expect(one({ description: 'x'.repeat(600_000) })).toEqual(['size ']);
  });

  test('names the component by its place and by its keys', () => {
    const inner = field('number', { key: 'qty', validate: { custom: 'x' } });
    const columns = { type: 'columns', key: 'c', columns: [{ components: [] }, { components: [inner] }] };
    expect(checkForm({ components: [columns] })).toEqual([
      {
        rule: 'script',
        path: 'components[0].columns[1].components[0].validate.custom',
        keyPath: 'c.qty',
        message: 'validate.custom may hold no program; use simple conditions or JSONLogic',
        params: { setting: 'validate.custom' },
      },
    ]);
  });
});
