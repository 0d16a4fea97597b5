import { calendarWindows } from './calendar-windows.ts';
import { components } from './components.ts';
import { coverage } from './coverage.ts';
import { decisions } from './decisions.ts';
import { groupMembers } from './group-members.ts';
import { indicatorTree } from './indicator-tree.ts';
import { lockTargets } from './lock-targets.ts';
import { noticePrivacy } from './notice-privacy.ts';
import { optionBase } from './option-base.ts';
import { optionalComponents } from './optional-components.ts';
import { outcomeValues } from './outcome-values.ts';
import { parameterBounds } from './parameter-bounds.ts';
import { parameterTypes } from './parameter-types.ts';
import { planOptions } from './plan-options.ts';
import type { PlanCheck } from './plan-under-check.ts';
import { processElements } from './process-elements.ts';
import { references } from './references.ts';
import { ruleVectors } from './rule-vectors.ts';
import { sheetColumns } from './sheet-columns.ts';
import { termSlots } from './term-slots.ts';
import { uniqueKeys } from './unique-keys.ts';
import { userTasks } from './user-tasks.ts';
import { variables } from './variables.ts';
import { viewColumns } from './view-columns.ts';

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
  decisions,
  components,
  outcomeValues,
  coverage,
  noticePrivacy,
  indicatorTree,
  ruleVectors,
  sheetColumns,
  viewColumns,
  groupMembers,
  calendarWindows,
  optionBase,
  planOptions,
  optionalComponents,
  lockTargets,
];
