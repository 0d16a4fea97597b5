import { describe, expect, test } from '@jest/globals';
import { compileDecisions } from '../decisions/compile-decisions.ts';
import { type BundleContent, bundleContent, bundleFiles } from './bundle-content.ts';
import { diff } from './diff/diff.ts';
import { planTree } from './elements/plan-tree.ts';
import { explain } from './explain/explain.ts';
import { resolve } from './explain/resolve.ts';
import { fingerprint, webDigest } from './fingerprint.ts';
import { juniorHighCity } from './fixtures/junior-high-city.ts';
import { cityRows, planWithDecision, pointsText, type Row } from './fixtures/plan-with-decision.ts';
import { loadPlan } from './load-plan.ts';
import { checkLayer } from './locks/check-layer.ts';
import { lockMessage } from './locks/lock-message.ts';
import { readLayer } from './locks/read-layer.ts';
import { merge3 } from './merge/merge3.ts';
import { readPlan } from './merge/read-plan.ts';
import { upgrade } from './upgrade/upgrade.ts';

const city = planWithDecision();
const changed = (...rows: readonly Row[]) => planWithDecision(rows);
const [first, second, third] = cityRows as [Row, Row, Row];

async function evaluated(content: BundleContent, variables: Record<string, unknown>) {
  const { decisions, findings } = await compileDecisions(content.decisions?.points?.xml ?? '');
  expect(findings).toEqual([]);
  return decisions[0]?.evaluate(variables);
}

async function lockRules(base: BundleContent, mine: BundleContent): Promise<string[]> {
  const above = { authority: '深圳市', version: 3, ...(await readLayer(base)) };
  const { locks } = checkLayer([above], await readLayer(mine));
  return locks.map((it) => `${it.rule} ${it.element}`);
}

describe('a decision of a plan', () => {
  test('is an element with its inputs, outputs and rules', async () => {
    const tree = await planTree(city);
    expect(tree.get('decision:points')).toMatchObject({
      kind: 'decision',
      parent: 'plan',
      properties: { key: 'points', dmn: { hitPolicy: 'FIRST' } },
    });
    expect(tree.get('decision:points/points-in-1')).toMatchObject({
      kind: 'decision-input',
      properties: { expression: 'place', typeRef: 'string' },
    });
    expect(tree.get('decision:points/points-1')).toMatchObject({
      kind: 'decision-rule',
      order: 1,
      name: '"市级" · - → 3',
      properties: { tests: { 'points-in-0': '"市级"' }, results: { 'points-out-0': '3' } },
    });
  });

  test('is written into files and read from them again', async () => {
    const { plan, findings } = await loadPlan(bundleFiles(withFields(city)));
    expect(findings).toEqual([]);
    expect(plan && bundleContent(plan).decisions).toEqual(city.decisions);
  });

  test('counts in the fingerprint, which is as before without one', async () => {
    const of = (content: BundleContent) => fingerprint(content, webDigest);
    expect(await of(changed(first, second))).not.toBe(await of(city));
    expect(await of({ ...juniorHighCity, decisions: {} })).toBe(await of(juniorHighCity));
  });

  test('is taken from the layer that stores it', () => {
    const top = { authority: '深圳市', version: 3, ...city };
    const own = { authority: '南山区', version: undefined, ...changed(first), forms: {}, processes: {} };
    expect(resolve([top, own])?.content.decisions?.points?.xml).toBe(pointsText([first]));
    expect(resolve([top, own])?.sources.get('decision:points')?.authority).toBe('南山区');
  });

  test('a cell that was changed is one change, and says which layer it is from', async () => {
    const own = changed(first, ['"市级"', '', '4'], third);
    const [base, mine] = [await planTree(city), await planTree(own)];
    expect(diff(base, mine)).toEqual([
      expect.objectContaining({
        change: 'changed',
        element: 'decision:points/points-1',
        property: 'results.points-out-0',
        from: '3',
        to: '4',
      }),
    ]);
    const layers = [
      { authority: '深圳市', version: 3, ...(await readLayer(city)) },
      { authority: '南山区', version: undefined, ...(await readLayer(own)) },
    ];
    const cell = explain('decision:points/points-1', layers)?.properties.find(
      ({ property }) => property === 'results.points-out-0',
    );
    expect(cell?.from.authority).toBe('南山区');
  });
});

describe('locks on a decision', () => {
  test.each<[string, readonly Row[], string]>([
    ['a changed cell', [first, ['"市级"', '', '4'], third], 'lock-changed decision:points/points-1'],
    ['a rule that is gone', [first, second], 'lock-removed decision:points/points-2'],
    ['an added rule', [...cityRows, ['"校级"', '', '1']], 'lock-added decision:points/points-3'],
  ])('LOCKED refuses %s', async (_, rows, finding) => {
    expect(await lockRules(city, planWithDecision(rows))).toEqual([finding]);
  });

  test('LOCKED refuses another hit policy', async () => {
    expect(await lockRules(city, planWithDecision(cityRows, { policy: 'COLLECT' }))).toEqual([
      'lock-changed decision:points',
    ]);
  });

  test('APPEND takes a rule behind those from above, and none in front of them', async () => {
    const lock = { class: 'APPEND' as const };
    const base = planWithDecision(cityRows, { lock });
    const own: Row = ['"校级"', '', '1'];
    const behind = planWithDecision([...cityRows, own], { lock });
    expect(await lockRules(base, behind)).toEqual([]);
    const ids = (text: string) =>
      text
        .replace('id="points-0"', 'id="own"')
        .replace(/id="points-([123])"/g, (_, at) => `id="points-${at - 1}"`);
    const before = planWithDecision([own, ...cityRows], { lock });
    const xml = ids(before.decisions?.points?.xml ?? '');
    expect(await lockRules(base, { ...before, decisions: { points: { xml } } })).toEqual([
      'lock-added decision:points/own',
    ]);
  });

  test('FREE takes everything', async () => {
    const lock = { class: 'FREE' as const };
    expect(
      await lockRules(planWithDecision(cityRows, { lock }), planWithDecision([third], { lock })),
    ).toEqual([]);
  });

  test('the refusal names the rule in the words of an officer', async () => {
    const above = { authority: '深圳市', version: 3, ...(await readLayer(city)) };
    const { locks } = checkLayer([above], await readLayer(changed(first, ['"市级"', '', '4'], third)));
    expect(locks.map((it) => lockMessage(it, 'zh-CN'))).toEqual([expect.stringContaining('决策表的规则')]);
  });
});

describe('two sides of a decision', () => {
  const merged = async (theirs: BundleContent, mine: BundleContent) =>
    merge3(await readPlan(city), await readPlan(theirs), await readPlan(mine));

  test('changes of different rules come together in one file', async () => {
    const theirs = changed(['"市级"', '"一等奖"', '6'], second, third);
    const mine = changed(...cityRows, ['"校级"', '', '1']);
    const { content, conflicts } = await merged(theirs, mine);
    expect(conflicts).toEqual([]);
    expect(await evaluated(content, { level: '市级', place: '一等奖' })).toEqual([{ points: 6 }]);
    expect(await evaluated(content, { level: '校级', place: '二等奖' })).toEqual([{ points: 1 }]);
  });

  test('a cell that both changed is a conflict that keeps the layer’s own', async () => {
    const { content, conflicts } = await merged(
      changed(['"市级"', '"一等奖"', '6'], second, third),
      changed(['"市级"', '"一等奖"', '8'], second, third),
    );
    expect(conflicts).toEqual([
      expect.objectContaining({
        element: 'decision:points/points-0',
        theirs: '6',
        mine: '8',
        chosen: 'mine',
      }),
    ]);
    expect(await evaluated(content, { level: '市级', place: '一等奖' })).toEqual([{ points: 8 }]);
  });

  test('what one side alone changed is its very file', async () => {
    const mine = changed(first, second);
    expect((await merged(city, mine)).content.decisions).toEqual(mine.decisions);
    expect((await merged(mine, city)).content.decisions).toEqual(mine.decisions);
  });

  test('what the city has locked since is given up, and kept in the conflict', async () => {
    const free = planWithDecision(cityRows, { lock: { class: 'FREE' } });
    const theirs = planWithDecision(cityRows, { lock: { class: 'LOCKED' } });
    const mine = planWithDecision([first], { lock: { class: 'FREE' } });
    const { content, conflicts } = await upgrade({
      base: await readPlan(free),
      theirs: await readPlan(theirs),
      mine: await readPlan(mine),
      above: [{ authority: '深圳市', version: 4, ...(await readLayer(theirs)) }],
    });
    expect(content.decisions).toEqual(theirs.decisions);
    expect(conflicts).toContainEqual(
      expect.objectContaining({
        element: 'decision:points',
        reason: 'locked',
        mine: mine.decisions?.points?.xml,
      }),
    );
  });
});

describe('checks of decisions', () => {
  const rules = async (content: BundleContent) => {
    const { findings } = await loadPlan(bundleFiles(content));
    return findings.map(({ rule, elementId }) => `${rule} ${elementId ?? ''}`.trim());
  };

  test('a cell that is no FEEL is named with its rule and column', async () => {
    const { findings } = await loadPlan(bundleFiles(withFields(changed(first, ['"市级', '', '3'], third))));
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'decision.expression-invalid',
        elementId: 'points-1-0',
        params: expect.objectContaining({ row: 2, column: 'level' }),
        message: expect.stringContaining('rule 2, “level”'),
      }),
    ]);
  });

  test('an input that no variable of the process gives', async () => {
    const plan = withFields(city);
    const { manifest } = plan;
    const processes = manifest.processes.map((it) => (it.key === 'award' ? { ...it, variables: [] } : it));
    expect(await rules({ ...plan, manifest: { ...manifest, processes } })).toEqual([
      'unknown-input points-in-0',
      'unknown-input points-in-1',
    ]);
  });
});

/** The variables of the fixture come from a step that a real plan would have; here they are constants. */
function withFields(content: BundleContent): BundleContent {
  const { manifest } = content;
  const source = { from: 'title' as const };
  const processes = manifest.processes.map((it) =>
    it.key === 'award' ? { ...it, variables: it.variables.map(({ name }) => ({ name, source })) } : it,
  );
  return { ...content, manifest: { ...manifest, processes } };
}
