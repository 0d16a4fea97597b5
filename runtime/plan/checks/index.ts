import { components } from './components.ts';
import { coverage } from './coverage.ts';
import { noticePrivacy } from './notice-privacy.ts';
import { outcomeValues } from './outcome-values.ts';
import { parameterBounds } from './parameter-bounds.ts';
import { parameterTypes } from './parameter-types.ts';
import type { PlanCheck } from './plan-under-check.ts';
import { processElements } from './process-elements.ts';
import { references } from './references.ts';
import { termSlots } from './term-slots.ts';
import { uniqueKeys } from './unique-keys.ts';
import { userTasks } from './user-tasks.ts';
import { variables } from './variables.ts';

/** The checks in the order in which their findings are listed. */
export const planChecks: readonly PlanCheck[] = [
  uniqueKeys,
  termSlots,
  references,
  parameterTypes,
  parameterBounds,
  processElements,
  userTasks,
  variables,
  components,
  outcomeValues,
  coverage,
  noticePrivacy,
];
