import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { timelineOf } from './timeline.ts';

let context: TestContext;
beforeAll(async () => {
  context = await openTestContext();
}, 60_000);
afterAll(() => context.close());

const started = Date.parse('2026-11-20T02:00:00Z');
const activity = (number: number, element_id: string, element_type: string) => ({
  activity: number,
  element_id,
  element_type,
  name: `name of ${element_id}`,
  via: null,
  started_at: started,
  ended_at: started + number,
  canceled: false,
});
const deadline = (id: string, interrupting: boolean) => ({
  id,
  kind: 'boundary-event',
  attachedTo: 'review',
  interrupting,
  trigger: { on: 'timer', timer: { duration: 'P1D' } },
});

test('a deadline that only reminds is told apart from one that lets the flow go on by itself', async () => {
  const entries = await timelineOf(context, {
    instanceId: context.newId(),
    starter: '学生',
    manifest: { notices: [], archive: [] } as unknown as PlanManifest,
    nodes: {
      remind: deadline('remind', false),
      expire: deadline('expire', true),
    } as unknown as ProcessGraph['nodes'],
    activities: [
      activity(1, 'start', 'startEvent'),
      activity(2, 'remind', 'boundaryTimer'),
      activity(3, 'expire', 'boundaryTimer'),
    ],
    tasks: [],
  });
  expect(entries).toMatchObject([
    { kind: 'submitted', actor: '学生' },
    { kind: 'reminded', name: 'name of remind', actor: null },
    { kind: 'timed-out', name: 'name of expire', actor: null },
  ]);
});
