import { compileForm } from './compile.ts';
import type { FormDefinition } from './definition.ts';
import { runReference } from './tests/reference.ts';
import { validate } from './validate.ts';

/** 30 fields beside a grid of 10 rows with 5 columns, with the rules and conditions that real forms use. */
function makeForm(): FormDefinition {
  const values = ['a', 'b', 'c'].map((value) => ({ label: value, value }));
  const kinds = [
    () => ({ type: 'textfield', validate: { required: true, minLength: 2, maxLength: 40 } }),
    () => ({ type: 'number', validate: { required: true, min: 0, max: 100 } }),
    () => ({ type: 'email', validate: { required: true } }),
    () => ({ type: 'select', dataSrc: 'values', data: { values }, validate: { onlyAvailableItems: true } }),
    () => ({ type: 'datetime', validate: { required: true }, widget: { minDate: '2024-01-01' } }),
    () => ({ type: 'textarea', validate: { maxLength: 500, pattern: '[^<>]*' } }),
    () => ({ type: 'radio', values, validate: { required: true, onlyAvailableItems: true } }),
    () => ({ type: 'selectboxes', values, validate: { minSelectedCount: 1 } }),
    () => ({ type: 'checkbox', validate: { required: true } }),
    () => ({
      type: 'textfield',
      conditional: {
        show: true,
        conjunction: 'all',
        conditions: [{ component: 'f6', operator: 'isEqual', value: 'a' }],
      },
      validate: { json: { '!!': [{ var: 'input' }] } },
    }),
  ];
  const fields = Array.from({ length: 30 }, (_, i) => ({
    key: `f${i}`,
    label: `Field ${i}`,
    input: true,
    ...kinds[i % kinds.length]?.(),
  }));
  const grid = {
    type: 'datagrid',
    key: 'items',
    label: 'Items',
    input: true,
    components: [
      { type: 'textfield', key: 'name', label: 'Name', input: true, validate: { required: true } },
      { type: 'number', key: 'qty', label: 'Quantity', input: true, validate: { min: 1, max: 99 } },
      { type: 'number', key: 'price', label: 'Price', input: true, validate: { required: true } },
      {
        type: 'number',
        key: 'sum',
        label: 'Sum',
        input: true,
        calculateServer: true,
        calculateValue: { '*': [{ var: 'row.qty' }, { var: 'row.price' }] },
      },
      { type: 'textfield', key: 'remark', label: 'Remark', input: true, validate: { maxLength: 100 } },
    ],
  };
  return { display: 'form', components: [...fields, grid] };
}

function makeData(): Record<string, unknown> {
  const kinds = [
    () => '学生志愿服务记录',
    () => 42,
    () => 'someone@school.example',
    () => 'b',
    () => '2026-03-01T08:00:00+08:00',
    () => '在老师的指导下参加了这项活动，认真完成了自己负责的部分，并写下了活动的过程和收获。'.repeat(3),
    () => 'a',
    () => ({ a: true, b: false, c: true }),
    () => true,
    () => 'filled in',
  ];
  const data: Record<string, unknown> = {};
  for (let i = 0; i < 30; i += 1) data[`f${i}`] = kinds[i % kinds.length]?.();
  data.items = Array.from({ length: 10 }, (_, i) => ({
    name: `Item ${i}`,
    qty: i + 1,
    price: 2.5,
    remark: 'x',
  }));
  return data;
}

const ROUNDS = 15;
const ROUND_MS = 120;

/** Runs a second, from calls during one round. */
function perSecond(call: () => void): number {
  const begin = performance.now();
  let calls = 0;
  let now = begin;
  while (now - begin < ROUND_MS) {
    call();
    calls += 1;
    now = performance.now();
  }
  return (calls * 1000) / (now - begin);
}

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const form = makeForm();
const data = makeData();
const compiled = compileForm(form);
const ours = (): void => {
  if (!validate(compiled, data).valid) throw new Error('The submission of the bench must be valid');
};
const theirs = (): void => {
  if (runReference(form, data).errors.length > 0)
    throw new Error('The submission of the bench must be valid');
};
perSecond(ours);
perSecond(theirs);

const rounds = Array.from({ length: ROUNDS }, () => ({ ours: perSecond(ours), theirs: perSecond(theirs) }));
const our = median(rounds.map((round) => round.ours));
const their = median(rounds.map((round) => round.theirs));
const ratio = median(rounds.map((round) => round.ours / round.theirs));

console.log(`30 fields and a grid of 10 rows x 5 columns; ${ROUNDS} interleaved rounds, medians`);
console.log(`@formio/core          ${Math.round(their).toString().padStart(8)} submissions/s`);
console.log(`runtime/forms         ${Math.round(our).toString().padStart(8)} submissions/s`);
console.log(`ratio                 ${ratio.toFixed(1).padStart(8)}`);
const goal = {
  name: 'validations per second, ratio to @formio/core',
  value: Number(ratio.toFixed(1)),
  goal: 20,
  met: ratio >= 20,
};
console.log(JSON.stringify({ suite: 'forms', goals: [goal] }));
