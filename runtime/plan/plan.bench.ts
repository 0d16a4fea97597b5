import { readXml } from '../model/read-xml.ts';
import type { BundleContent } from './bundle-content.ts';
import { diff } from './diff/diff.ts';
import { treeOf } from './elements/plan-tree.ts';
import { resolve } from './explain/resolve.ts';
import { juniorHighCity } from './fixtures/junior-high-city.ts';
import { chain, field, flowText, options, processEntry, task } from './fixtures/plan-text.ts';
import { type Draft, inFlow, stepBefore, variant } from './fixtures/variants.ts';
import { checkLayer } from './locks/check-layer.ts';
import { readLayer } from './locks/read-layer.ts';
import { merge3 } from './merge/merge3.ts';

const FORMS = 100;
const FIELDS = 52;
const PROCESSES = 40;
const GOAL_MS = 100;
const ROUNDS = 15;

function makePlan(): BundleContent {
  return variant(juniorHighCity, ({ manifest, forms, processes }) => {
    while (manifest.forms.length < FORMS) {
      const key = `form-${manifest.forms.length}`;
      manifest.forms.push({ key, name: key, file: `${key}.form.json`, lock: { class: 'APPEND' } });
      forms[key] = { components: Array.from({ length: FIELDS }, (_, at) => component(at)) };
    }
    while (manifest.processes.length < PROCESSES) {
      const key = `process-${manifest.processes.length}`;
      const steps = Array.from({ length: 8 }, (_, at) => `step-${at}`);
      manifest.processes.push(processEntry(key, key, steps));
      processes[key] = { xml: flowText(key, chain(...steps.map((id) => task(id, id, 'class-teacher')))) };
      manifest.locks.push({ element: `process:${key}/step-2`, lock: { class: 'LOCKED' } });
    }
  });
}

function component(at: number) {
  const values = options(['a', '甲'], ['b', '乙'], ['c', '丙']);
  const more = at % 5 === 0 ? { values } : { validate: { required: true, maxLength: 40 + at } };
  return field(at % 5 === 0 ? 'radio' : 'textfield', `field${at}`, `栏目 ${at}`, more);
}

/** What a layer does in a year: a field in every tenth form and a text in every other, and a few steps. */
const changes =
  (side: 'above' | 'own') =>
  (draft: Draft): void => {
    Object.entries(draft.forms).forEach(([key, { components }], index) => {
      const [first] = components;
      if (!key.startsWith('form-') || first === undefined) return;
      if (index % 10 === 0) components.push(field('textfield', `${side}${index}`, '新增栏目'));
      if (index % 2 === (side === 'own' ? 0 : 1)) first.description = `说明 ${side}`;
    });
    for (const number of side === 'own' ? [10, 11, 12] : [12, 13, 14])
      stepBefore(
        `process-${number}`,
        side === 'own' ? 'step-4' : 'step-6',
        task(side, side, 'principal'),
      )(draft);
    if (side === 'above') inFlow('process-20', 'name="step-1"', 'name="step one"')(draft);
  };

async function median(call: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now();
    await call();
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

async function flowsOf(content: BundleContent) {
  const files = new Map<string, Awaited<ReturnType<typeof readXml>>['definitions']>();
  for (const { xml } of Object.values(content.processes)) files.set(xml, (await readXml(xml)).definitions);
  return files;
}

const base = makePlan();
const theirs = variant(base, changes('above'));
const mine = variant(base, changes('own'));
const [city, above, own] = await Promise.all([base, theirs, mine].map(readLayer));
if (!city || !above || !own) throw new Error('The plans of the bench must be readable');
const flows = await flowsOf(mine);
const layers = [
  { authority: '深圳市', version: 3, ...base },
  { authority: '南山区', version: undefined, ...mine },
];
const read = (content: BundleContent, { tree }: typeof city) => ({ content, tree });

const figures = {
  resolve: await median(() => {
    const plan = resolve(layers);
    return plan && treeOf(plan.content, flows);
  }),
  diff: await median(() => diff(city.tree, own.tree)),
  'lock check': await median(() => checkLayer([{ authority: '深圳市', version: 3, ...city }], own)),
  merge: await median(() => merge3(read(base, city), read(theirs, above), read(mine, own))),
};
const reading = await median(() => readLayer(mine));

const refused = checkLayer([{ authority: '深圳市', version: 3, ...city }], own);
const merged = await merge3(read(base, city), read(theirs, above), read(mine, own));
if (refused.locks.length + refused.processes.length + merged.conflicts.length > 0)
  throw new Error('The changes of the bench must be accepted and fit together');

const components = [...city.tree.values()].filter(({ kind }) => kind === 'component').length;
console.log(
  `${base.manifest.forms.length} forms, ${components} components, ${base.manifest.processes.length} processes, ${city.tree.size} elements; ${diff(city.tree, own.tree).length} changes here, ${diff(city.tree, above.tree).length} above; median of ${ROUNDS}`,
);
for (const [name, value] of Object.entries(figures))
  console.log(`${name.padEnd(12)} ${value.toFixed(1).padStart(8)} ms`);
console.log(
  `${'reading all'.padEnd(12)} ${reading.toFixed(1).padStart(8)} ms  (parsing and compiling every flow; once a version)`,
);
const goals = Object.entries(figures).map(([name, value]) => ({
  name: `${name}, ms`,
  value: Number(value.toFixed(1)),
  goal: GOAL_MS,
  met: value <= GOAL_MS,
}));
console.log(JSON.stringify({ suite: 'plan', goals }));
