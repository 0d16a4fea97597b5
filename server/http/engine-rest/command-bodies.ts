import { z } from 'zod';
import { name, names, refused, typedValues } from './external-task-bodies.ts';

/** What clients send with commands on definitions, instances and tasks. */
export const startBody = z.object({
  businessKey: z.string().max(100).nullish(),
  variables: typedValues,
  withVariablesInReturn: z.boolean().nullish(),
  startInstructions: z
    .array(
      z.object({
        type: z.literal('startBeforeActivity', {
          error: "an instance starts at one of its start events: send 'startBeforeActivity'",
        }),
        activityId: name,
      }),
    )
    .max(1, { error: 'an instance starts at one start event; modify it afterwards' })
    .nullish(),
  ...refused('caseInstanceId'),
});

const flag = z.boolean({ error: 'suspended must be true or false' });
export const suspensionBody = z.object({
  suspended: flag,
  processDefinitionKey: name.nullish(),
  processDefinitionId: name.nullish(),
  processInstanceIds: names.nullish(),
  includeProcessInstances: z.boolean().nullish(),
  ...refused('executionDate', 'processInstanceQuery', 'historicProcessInstanceQuery'),
});
