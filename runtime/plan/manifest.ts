import { z } from 'zod';
import { recordStates } from '../contracts/api/records.ts';
import { fieldPermission } from '../contracts/api/values.ts';
import { groupKinds, orgUnitKinds, roles } from '../contracts/roles.ts';
import { lockTargetPattern } from './element-reference.ts';
import { calendarWindow } from './entries/calendar-window.ts';
import { exemption } from './entries/exemption.ts';
import { group } from './entries/group.ts';
import { indicator } from './entries/indicator.ts';
import { optionalWhen } from './entries/optional-when.ts';
import { planModule } from './entries/plan-module.ts';
import { planRule } from './entries/ruled-value.ts';
import { sheet } from './entries/sheet.ts';
import { view } from './entries/view.ts';
import { lock } from './lock.ts';
import { componentKey, elementId, fileName, key, variableName } from './names.ts';
import { parameter } from './parameter.ts';

const name = z.string().min(1).max(60);

const legalDocument = z.strictObject({
  id: key,
  number: z.string().min(1).describe('文号, or where the document is attached'),
  title: z.string().min(1),
  issuer: z.string().min(1).optional(),
  date: z.iso.date().optional(),
});

const part = z.strictObject({
  key,
  name,
  evaluated: z.boolean().describe('counts towards the result; otherwise it is only recorded'),
  dimensions: z.array(key).describe('dimensions that the part is divided into; empty: none'),
  recordCap: variableName.optional().describe('integer parameter: most records of a pupil in a term slot'),
});

const dimension = z.strictObject({ key, code: z.string().min(1).max(4), name });

const termSlot = z.strictObject({
  slot: z.number().int().min(1).max(12),
  name,
  evaluated: z.boolean(),
});

const planRole = z.strictObject({
  key: z.enum(roles),
  name,
  scope: z
    .enum(['self', 'child', ...orgUnitKinds])
    .describe('whose affairs the role sees: the own ones, a child’s, or those of an org unit of this kind'),
});

const planForm = z.strictObject({
  key,
  code: z.string().max(20).optional(),
  name,
  description: z.string().max(200).optional(),
  file: fileName,
  part: key.optional(),
  dimension: key.optional(),
  optionalWhen: z.array(optionalWhen).optional().describe('what no variant of the form may require'),
  lock,
});

/** Where the value of a process variable comes from. */
const variableSource = z.union([
  z.strictObject({ from: z.literal('initiator') }).describe('id of the user who started the instance'),
  z.strictObject({ from: z.literal('subject') }).describe('id of the student the instance is about'),
  z.strictObject({ from: z.literal('submission') }).describe('id of the record that started the instance'),
  z.strictObject({ from: z.literal('form') }).describe('key of the form of that record'),
  z.strictObject({ from: z.literal('title') }).describe('title component of that record, at every revision'),
  z.strictObject({ from: z.literal('parameter'), parameter: variableName }),
  z
    .strictObject({ from: z.literal('members'), role: z.enum(roles) })
    .describe(
      'ids of the users who hold the role for the subject when the flow starts, for several who sign',
    ),
  z
    .strictObject({ from: z.literal('members'), group: z.enum(groupKinds) })
    .describe('ids of the members of the subject’s group of this kind when the flow starts'),
  z
    .strictObject({ from: z.literal('step'), element: elementId, component: componentKey })
    .describe('component of the form of a user task, once it is completed'),
]);

const processVariable = z.strictObject({ name: variableName, source: variableSource });

/**
 * What a user task shows and lets people change. Without `form` the task works on the record itself; otherwise
 * the record is shown beside the task's own form.
 */
const step = z.strictObject({
  element: elementId,
  record: fieldPermission.describe('component keys of the record that may be read and changed at this step'),
  form: fieldPermission.extend({ key }).optional().describe('the form of the step itself'),
  outcome: z
    .strictObject({
      component: componentKey.describe('component of the step’s form that holds the decision'),
      remark: componentKey.optional(),
      kinds: z.record(z.string(), z.enum(['confirm', 'return', 'other'])).describe('what each value means'),
    })
    .optional(),
});

const planProcess = z.strictObject({
  key: elementId.describe('id of the process in the BPMN file'),
  code: z.string().max(20).optional(),
  name,
  file: fileName,
  subject: z.enum(['student', 'class', 'school', 'district', 'activity']),
  lock,
  timeLimit: variableName
    .optional()
    .describe('duration parameter: what the times on no way through the flow may add up to more than'),
  variables: z.array(processVariable).describe('every variable that an expression of the flow may name'),
  steps: z.array(step),
  states: z
    .array(z.strictObject({ element: elementId, state: z.enum(recordStates) }))
    .describe('the state that the record takes when the flow enters an element'),
});

/** A DMN file; what else it holds are decisions that this one requires. */
const planDecision = z.strictObject({
  key: elementId.describe('id of the decision in the DMN file'),
  code: z.string().max(20).optional(),
  name,
  file: fileName,
  lock,
});

const planRecord = z.strictObject({
  form: key,
  process: elementId,
  createdBy: z.array(z.enum(roles)).min(1),
  permission: fieldPermission.describe('what the creator may read and fill'),
  title: componentKey,
  summary: z.array(componentKey).max(4).describe('components shown in lists'),
});

const fieldsOfForm = z.strictObject({ form: key, components: z.array(componentKey).min(1) });

const notice = z.strictObject({
  key,
  process: elementId,
  open: elementId.describe('element that opens the notice'),
  close: elementId.describe('element that closes it'),
  heading: name,
  audience: z.enum(['class', 'grade', 'school']),
  period: variableName.describe('duration parameter: how long the notice stays open'),
  fields: z.array(fieldsOfForm).describe('allow-list: nothing else of a record is shown'),
  lock,
});

const archiveSection = z.strictObject({
  key,
  process: elementId,
  element: elementId.describe('element that appends to the archive'),
  heading: name,
  fields: z.array(fieldsOfForm),
  attachments: z.array(fieldsOfForm).describe('file components that are kept with the entry'),
  lock,
});

const elementLock = z.strictObject({
  element: z
    .string()
    .max(300)
    .regex(lockTargetPattern)
    .describe(
      'id of any element: form:<key>/<component key>, process:<key>/<element id>, indicator:<code> …',
    ),
  property: z.string().max(100).optional().describe('dotted property; absent: the element as a whole'),
  lock,
});

/** Where the working days of a plan differ from the statutory calendar, and when in the term what happens. */
const planCalendar = z
  .strictObject({
    holidays: z.array(z.iso.date()).describe('days off beside the statutory ones'),
    workingDays: z.array(z.iso.date()).describe('days off of the statutory calendar that are worked'),
    windows: z.array(calendarWindow).optional(),
  })
  .refine(({ holidays, workingDays }) => !workingDays.some((date) => holidays.includes(date)), {
    path: ['workingDays'],
    error: 'a date is either a holiday or a working day, not both',
  });

/**
 * `plan.json`: everything of a plan that is neither a form nor a flow. What is optional was added after the first
 * bundles were stored: a list that is absent is empty.
 */
export const manifest = z.strictObject({
  $schema: z.string().optional(),
  schemaVersion: z.literal(1),
  key,
  code: z.string().min(1).max(30),
  name,
  stage: z.enum(['primary', 'junior-high', 'senior-high']),
  jurisdiction: z.strictObject({ kind: z.enum(orgUnitKinds), code: z.string().regex(/^\d{6}$/), name }),
  effective: z.iso.date(),
  legalBasis: z.array(legalDocument),
  dimensions: z.array(dimension),
  parts: z.array(part),
  termSlots: z.array(termSlot).min(1),
  calendar: planCalendar.optional().describe('working days; absent: the statutory ones'),
  parameters: z.array(parameter),
  roles: z.array(planRole),
  forms: z.array(planForm),
  processes: z.array(planProcess),
  decisions: z.array(planDecision).optional(),
  records: z.array(planRecord),
  notices: z.array(notice),
  archive: z.array(archiveSection),
  indicators: z.array(indicator).optional(),
  rules: z.array(planRule).optional().describe('rules of the plan as a whole, e.g. who passes'),
  exemptions: z.array(exemption).optional(),
  sheets: z.array(sheet).optional(),
  views: z.array(view).optional(),
  groups: z.array(group).optional(),
  modules: z.array(planModule).optional(),
  locks: z.array(elementLock),
});

export type PlanManifest = z.infer<typeof manifest>;
export type PlanProcess = PlanManifest['processes'][number];
export type PlanStep = PlanProcess['steps'][number];
export type PlanRecord = PlanManifest['records'][number];
