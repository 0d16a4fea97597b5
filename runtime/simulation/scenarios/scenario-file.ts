import { z } from 'zod';
import { roles } from '../../contracts/roles.ts';
import { duration } from '../../plan/duration.ts';
import { elementId, variableName } from '../../plan/names.ts';

const variables = z.record(variableName, z.json());

/** What happens next in a scenario. */
const scenarioStep = z.union([
  z
    .strictObject({ complete: elementId, as: z.enum(roles).optional(), variables })
    .describe('a person completes a user task, in a role'),
  z
    .strictObject({ work: elementId, variables: variables.optional() })
    .describe('a worker completes its task'),
  z
    .strictObject({ error: elementId, code: z.string().min(1) })
    .describe('a worker or a person reports an error'),
  z
    .strictObject({ occurs: elementId, variables: variables.optional() })
    .describe('a message or signal comes'),
  z.strictObject({ wait: duration }).describe('time passes, and timers that come due fire'),
]);

const scenario = z.strictObject({
  name: z.string().min(1).max(200),
  steps: z.array(scenarioStep).max(1_000),
  path: z.array(elementId).describe('ids of the activities in the order in which they start'),
  end: z.enum(['completed', 'cancelled', 'waiting']),
});

/** `<process>.scenario.json`: recorded runs of a process, which every version that is published has to take alike. */
export const scenarioFile = z.strictObject({
  process: elementId,
  startsAt: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('when the runs begin; absent: Monday, 2 September 2024, 08:00 in Shanghai'),
  start: variables,
  scenarios: z.array(scenario).min(1),
});

export type ScenarioStep = z.infer<typeof scenarioStep>;
export type Scenario = z.infer<typeof scenario>;
export type ScenarioFile = z.infer<typeof scenarioFile>;

const WHEN_NOTHING_IS_SAID = '2024-09-02T08:00:00+08:00';

/** Milliseconds since 1970 at which the runs of a file begin. */
export function beginOf({ startsAt = WHEN_NOTHING_IS_SAID }: Pick<ScenarioFile, 'startsAt'>): number {
  return Date.parse(startsAt);
}
