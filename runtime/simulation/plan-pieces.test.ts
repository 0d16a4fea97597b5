import { expect, test } from '@jest/globals';
import { step } from '../engine/step.ts';
import { planWithDecision } from '../plan/fixtures/plan-with-decision.ts';
import type { LoadedPlan } from '../plan/loaded-plan.ts';
import { planPieces } from './plan-pieces.ts';
import { planToSimulate } from './plan-to-simulate.ts';

test('a simulated business rule task asks the decision of its plan', async () => {
  const { manifest, forms, processes, decisions } = planWithDecision();
  const loaded: LoadedPlan = {
    manifest,
    forms: new Map(Object.entries(forms)),
    processes: new Map(Object.entries(processes)),
    decisions: new Map(Object.entries(decisions ?? {})),
    scenarios: new Map(),
  };
  const plan = await planToSimulate(loaded);
  const graph = plan.processes.get('award')?.graph;
  if (!graph) throw new Error('the plan of the test has the flow');
  const context = { now: 0, ...planPieces(plan) };
  const variables = { level: '市级', place: '一等奖' };
  const { state } = step(graph, null, { type: 'start', variables }, context);
  expect(JSON.stringify(state)).toContain('"points":5');
});
