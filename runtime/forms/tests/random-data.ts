import { type ComponentNode, componentTree } from '../component-tree.ts';
import { dataKeyOf } from '../definition.ts';
import type { Random } from './random.ts';
import type { RandomForm } from './random-form.ts';

const GOOD_TEXTS = [
  'red',
  'abc',
  'a',
  'ab',
  '1',
  '12',
  'two words',
  '中文',
  'a  b',
  '',
  'abcdefgh',
  'x@y.example',
  '123',
];
const HOSTILE: readonly unknown[] = [
  ...[
    null,
    0,
    -1,
    3.5,
    true,
    false,
    '',
    ' ',
    [],
    {},
    [[]],
    [null],
    [{}],
    { a: 1 },
    'undefined',
    'NaN',
    '\u0000',
  ],
  ...[
    '<script>alert(1)</script>',
    '{{7*7}}',
    '#{7}',
    "' OR 1=1 --",
    '﷽',
    '👩‍👩‍👧',
    '‮abc',
    '1e999',
    '0x10',
    '١٢',
  ],
  ...[
    { $ne: 1 },
    { length: 5 },
    { toString: 1 },
    { value: 'x' },
    'true',
    'a'.repeat(50),
    [1, 'a'],
    1e21,
    '2024-13-45',
  ],
];

/** Makes data for a form: near what is asked for, and now and then something hostile in its place. */
export class DataMaker {
  private readonly random: Random;
  private readonly hostility: number;

  constructor(random: Random, hostility: number) {
    this.random = random;
    this.hostility = hostility;
  }

  data(form: RandomForm): Record<string, unknown> {
    const data = this.row(componentTree(form));
    if (this.random.chance(0.1)) data.unknown = 'dropped';
    if (this.random.chance(this.hostility)) {
      Object.defineProperty(data, '__proto__', {
        value: { polluted: 1 },
        enumerable: true,
        configurable: true,
        writable: true,
      });
      Object.assign(data, { constructor: { prototype: { polluted: 1 } } });
    }
    return data;
  }

  private row(nodes: readonly ComponentNode[]): Record<string, unknown> {
    const row: Record<string, unknown> = {};
    for (const node of nodes) {
      if (node.type?.kind === 'layout') Object.assign(row, this.row(node.children));
      else if (node.type?.kind !== 'content' && !this.random.chance(0.15)) {
        row[dataKeyOf(node.component)] = this.value(node);
      }
    }
    return row;
  }

  private value(node: ComponentNode): unknown {
    const { random } = this;
    if (random.chance(this.hostility)) return structuredClone(random.pick(HOSTILE));
    if (node.type?.kind === 'container') return this.row(node.children);
    if (node.type?.kind === 'grid') return random.times(0, 3, () => this.row(node.children));
    if (node.component.multiple === true && node.component.type !== 'file')
      return random.times(0, 3, () => this.single(node));
    return this.single(node);
  }

  private single({ component }: ComponentNode): unknown {
    const { random } = this;
    switch (component.type) {
      case 'number':
      case 'currency':
        return random.pick([0, 1, 3, 5.5, 60, -2, '4']);
      case 'checkbox':
        return random.chance(0.5);
      case 'button':
        return random.chance(0.5);
      case 'selectboxes':
        return random.pick([
          { red: true, '1': true },
          { red: false, '1': false },
          { '1': true, '2': true, true: true },
          {},
          { blue: true },
          '',
        ]);
      case 'select':
      case 'radio':
        return random.pick(['red', '1', '2', 'true', 'blue', '', '2.50', 'a']);
      case 'survey':
        return random.pick([{ q1: 'red', q2: '1' }, { q1: 'red' }, {}, { q1: '', q2: '' }]);
      case 'datamap':
        return random.pick([{ a: 'b' }, {}, { a: '' }]);
      case 'address':
        return random.pick([
          { mode: 'manual', address: { city: 'x', street: 'y' } },
          { mode: 'manual', address: { city: '' } },
          { city: 'x' },
          {},
        ]);
      case 'datetime':
        return random.pick([
          '2024-05-01T08:00:00+08:00',
          '2023-05-01T08:00:00Z',
          '2025-01-01',
          '2024-12-31T10:00:00',
          'nonsense',
          '',
        ]);
      case 'day':
        return random.pick([
          '01/02/2021',
          '31/12/2020',
          '02/30/2021',
          '00/00/0000',
          '05/00/2000',
          '13/2020',
          '',
          '1/2/2003',
        ]);
      case 'time':
        return random.pick(['10:30:00', '10:30', '25:00:00', 'noon', '']);
      case 'email':
        return random.pick([
          'a@b.example',
          ' A@B.Example ',
          'a@b',
          'a.example',
          '',
          '"q q"@b.cn',
          'x@[1.2.3.4]',
          'a..b@c.cn',
        ]);
      case 'url':
        return random.pick([
          ...[
            'https://a.example/x?y',
            'a.example',
            'http://localhost:3000',
            'a',
            'x@y.cn',
            '',
            'http://10.0.0.1',
            '8.8.8.8',
          ],
          ...[
            '//a.cn',
            'ftp://u:p@a.cn/',
            'http://a b.cn',
            'http://-a.cn',
            'a.cn:80#x',
            'http://a_b.cn',
            '10.1.1.1',
          ],
        ]);
      case 'phoneNumber':
        return random.pick(['(123) 456-7890', '123', '', 'abc']);
      case 'tags':
        return component.storeas === 'array'
          ? random.pick<unknown>([['a', 'b'], [], 'a,b', ''])
          : random.pick<unknown>(['a,b', ['a'], '']);
      case 'file':
        return random.pick<unknown>([
          [],
          [{ name: 'a.pdf', size: 10, type: 'application/pdf' }],
          [{ name: 'a' }],
        ]);
      case 'textarea':
        return component.as === 'json' ? random.pick<unknown>([{ a: 1 }, 'x', 3]) : random.pick(GOOD_TEXTS);
      default:
        return random.pick(
          component.inputMask === undefined ? GOOD_TEXTS : [...GOOD_TEXTS, 'ab-12', '(123) 4', 'AB-12'],
        );
    }
  }
}
