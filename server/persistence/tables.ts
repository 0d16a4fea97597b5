import type { GroupKind, OrgUnitKind, Role } from '@oneplan/runtime/contracts/roles.ts';
import type { Sequelize } from 'sequelize';
import { Table } from './table.ts';

/** Rows as the code sees them. Instants are milliseconds, dates `YYYY-MM-DD`; intervals are half-open. */
export interface OrgUnitRow {
  id: string;
  parentId: string | null;
  kind: OrgUnitKind;
  type: string | null;
  code: string;
  name: string;
  path: string;
  stage: string | null;
  entryCohort: number | null;
  closedOn: string | null;
}
export interface UserRow {
  id: string;
  username: string;
  name: string;
  staffNo: string | null;
  passwordHash: string;
  locale: string;
  disabled: boolean;
  createdAt: number;
}
export interface MembershipRow {
  id: string;
  userId: string;
  role: Role;
  orgUnitId: string;
  validFrom: string;
  validTo: string | null;
}
export interface GroupRow {
  id: string;
  orgUnitId: string;
  kind: GroupKind;
  name: string;
  validFrom: string;
  validTo: string | null;
}
export interface GroupMemberRow {
  id: string;
  groupId: string;
  userId: string;
  office: string | null;
  validFrom: string;
  validTo: string | null;
}
export interface StudentRow {
  id: string;
  userId: string | null;
  name: string;
  studentNoEncrypted: string;
  studentNoHash: string;
  studentNoMasked: string;
  gender: string | null;
  birthDateEncrypted: string | null;
  entryCohort: number;
}
export interface GuardianLinkRow {
  id: string;
  guardianId: string;
  studentId: string;
  relation: string;
  verifiedAt: number;
}
export interface EnrolmentRow {
  id: string;
  studentId: string;
  schoolId: string;
  classId: string;
  validFrom: string;
  validTo: string | null;
  reason: string;
}
export interface FreezeRow {
  id: string;
  studentId: string;
  validFrom: string;
  validTo: string | null;
  reason: string;
}
export interface TermRow {
  id: string;
  orgUnitId: string;
  name: string;
  startsOn: string;
  endsOn: string;
}
export interface TermSlotRow {
  termId: string;
  stage: string;
  entryCohort: number;
  slot: number;
  name: string;
}
export interface SettingRow {
  name: string;
  value: string;
}
export interface PlanRow {
  id: string;
  planKey: string;
  name: string;
  stage: string;
  orgUnitId: string;
}
export interface LayerRow {
  id: string;
  planId: string;
  orgUnitId: string;
  extendsBundleId: string | null;
  createdAt: number;
}
export interface ArtefactRow {
  layerId: string;
  kind: 'manifest' | 'form' | 'process';
  artefactKey: string;
  name: string;
  content: string;
  revision: number;
  updatedAt: number;
  updatedBy: string | null;
}
export interface BundleRow {
  id: string;
  planId: string;
  layerId: string;
  version: number;
  stage: string;
  fingerprint: string;
  note: string;
  publishedAt: number;
  publishedBy: string;
  /** `deployment`: processes and decisions alone, of no plan; plan and layer are then the bundle itself. */
  kind: 'plan' | 'deployment';
  name: string | null;
  source: string | null;
  tenantId: string;
}
export interface BundleBindingRow {
  id: string;
  bundleId: string;
  orgUnitId: string;
  stage: string;
  entryCohort: number;
  boundAt: number;
  supersededAt: number | null;
}
export interface BundleManifestRow {
  bundleId: string;
  content: string;
}
export interface FormRow {
  bundleId: string;
  formKey: string;
  name: string;
  definition: string;
}
export interface ProcessDefinitionRow {
  id: string;
  bundleId: string;
  processKey: string;
  version: number;
  name: string;
  xml: string;
  graph: string;
  suspended: boolean;
  tenantId: string;
  versionTag: string | null;
  resourceName: string | null;
}
export interface DecisionDefinitionRow {
  id: string;
  bundleId: string;
  decisionKey: string;
  version: number;
  name: string;
  xml: string;
}
export interface IncidentRow {
  id: string;
  kind: 'failedJob' | 'failedExternalTask';
  instanceId: string;
  definitionId: string;
  processKey: string;
  tenantId: string;
  elementId: string;
  token: number | null;
  /** Id of the job or external task. */
  configuration: string;
  message: string | null;
  createdAt: number;
}
export interface TaskCommentRow {
  id: string;
  taskId: string | null;
  instanceId: string;
  userId: string | null;
  message: string;
  createdAt: number;
}
export interface DraftRow {
  userId: string;
  studentId: string;
  formKey: string;
  data: string;
  savedAt: number;
}
export interface AttachmentRow {
  id: string;
  studentId: string;
  submissionId: string | null;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  createdBy: string;
  createdAt: number;
}
export interface NoticeRow {
  id: string;
  openedByTask: string;
  closedByTask: string | null;
  instanceId: string;
  submissionId: string;
  studentId: string;
  audienceId: string;
  heading: string;
  studentName: string;
  className: string;
  fields: string;
  opensAt: number;
  closesAt: number | null;
  closedAt: number | null;
}
export interface ArchiveEntryRow {
  id: string;
  appendedByTask: string;
  studentId: string;
  position: number;
  termSlot: number;
  submissionId: string;
  content: string;
  seal: string;
  archivedAt: number;
}
export interface NotificationRow {
  id: string;
  dedupeKey: string;
  userId: string;
  kind: string;
  title: string;
  submissionId: string | null;
  taskId: string | null;
  createdAt: number;
  readAt: number | null;
}
export interface AuditRow {
  id: string;
  at: number;
  actorId: string | null;
  actorName: string;
  action: string;
  objectKind: string;
  objectId: string;
  orgUnitId: string | null;
  detail: string;
}
export interface SessionRow {
  tokenHash: string;
  userId: string;
  csrfToken: string;
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
}

export type Tables = ReturnType<typeof createTables>;

export function createTables(s: Sequelize) {
  const interval = { validFrom: 'date', validTo: 'date' } as const;
  return {
    orgUnits: new Table<OrgUnitRow>(s, 'org_unit', {
      id: 'key',
      parentId: 'id',
      kind: 'text',
      type: 'text',
      code: 'text',
      name: 'text',
      path: 'text',
      stage: 'text',
      entryCohort: 'integer',
      closedOn: 'date',
    }),
    users: new Table<UserRow>(s, 'app_user', {
      id: 'key',
      username: 'text',
      name: 'text',
      staffNo: 'text',
      passwordHash: 'text',
      locale: 'text',
      disabled: 'flag',
      createdAt: 'instant',
    }),
    memberships: new Table<MembershipRow>(s, 'membership', {
      id: 'key',
      userId: 'id',
      role: 'text',
      orgUnitId: 'id',
      ...interval,
    }),
    groups: new Table<GroupRow>(s, 'org_group', {
      id: 'key',
      orgUnitId: 'id',
      kind: 'text',
      name: 'text',
      ...interval,
    }),
    groupMembers: new Table<GroupMemberRow>(s, 'group_member', {
      id: 'key',
      groupId: 'id',
      userId: 'id',
      office: 'text',
      ...interval,
    }),
    students: new Table<StudentRow>(s, 'student', {
      id: 'key',
      userId: 'id',
      name: 'text',
      studentNoEncrypted: 'text',
      studentNoHash: 'text',
      studentNoMasked: 'text',
      gender: 'text',
      birthDateEncrypted: 'text',
      entryCohort: 'integer',
    }),
    guardianLinks: new Table<GuardianLinkRow>(s, 'guardian_link', {
      id: 'key',
      guardianId: 'id',
      studentId: 'id',
      relation: 'text',
      verifiedAt: 'instant',
    }),
    enrolments: new Table<EnrolmentRow>(s, 'enrolment', {
      id: 'key',
      studentId: 'id',
      schoolId: 'id',
      classId: 'id',
      ...interval,
      reason: 'text',
    }),
    freezes: new Table<FreezeRow>(s, 'freeze', { id: 'key', studentId: 'id', ...interval, reason: 'text' }),
    terms: new Table<TermRow>(s, 'term', {
      id: 'key',
      orgUnitId: 'id',
      name: 'text',
      startsOn: 'date',
      endsOn: 'date',
    }),
    termSlots: new Table<TermSlotRow>(s, 'term_slot', {
      termId: 'id',
      stage: 'text',
      entryCohort: 'integer',
      slot: 'integer',
      name: 'text',
    }),
    settings: new Table<SettingRow>(s, 'setting', { name: 'text', value: 'long' }),
    plans: new Table<PlanRow>(s, 'plan', {
      id: 'key',
      planKey: 'text',
      name: 'text',
      stage: 'text',
      orgUnitId: 'id',
    }),
    layers: new Table<LayerRow>(s, 'plan_layer', {
      id: 'key',
      planId: 'id',
      orgUnitId: 'id',
      extendsBundleId: 'id',
      createdAt: 'instant',
    }),
    artefacts: new Table<ArtefactRow>(s, 'artefact', {
      layerId: 'id',
      kind: 'text',
      artefactKey: 'text',
      name: 'text',
      content: 'long',
      revision: 'integer',
      updatedAt: 'instant',
      updatedBy: 'id',
    }),
    bundles: new Table<BundleRow>(s, 'bundle', {
      id: 'key',
      planId: 'id',
      layerId: 'id',
      version: 'integer',
      stage: 'text',
      fingerprint: 'text',
      note: 'text',
      publishedAt: 'instant',
      publishedBy: 'id',
      kind: 'text',
      name: 'text',
      source: 'text',
      tenantId: 'text',
    }),
    bundleBindings: new Table<BundleBindingRow>(s, 'bundle_binding', {
      id: 'key',
      bundleId: 'id',
      orgUnitId: 'id',
      stage: 'text',
      entryCohort: 'integer',
      boundAt: 'instant',
      supersededAt: 'instant',
    }),
    bundleManifests: new Table<BundleManifestRow>(s, 'bundle_manifest', { bundleId: 'id', content: 'long' }),
    forms: new Table<FormRow>(s, 'form', {
      bundleId: 'id',
      formKey: 'text',
      name: 'text',
      definition: 'long',
    }),
    processDefinitions: new Table<ProcessDefinitionRow>(s, 'process_definition', {
      id: 'key',
      bundleId: 'id',
      processKey: 'text',
      version: 'integer',
      name: 'text',
      xml: 'long',
      graph: 'long',
      suspended: 'flag',
      tenantId: 'text',
      versionTag: 'text',
      resourceName: 'text',
    }),
    decisionDefinitions: new Table<DecisionDefinitionRow>(s, 'decision_definition', {
      id: 'key',
      bundleId: 'id',
      decisionKey: 'text',
      version: 'integer',
      name: 'text',
      xml: 'long',
    }),
    incidents: new Table<IncidentRow>(s, 'incident', {
      id: 'key',
      kind: 'text',
      instanceId: 'id',
      definitionId: 'id',
      processKey: 'text',
      tenantId: 'text',
      elementId: 'text',
      token: 'integer',
      configuration: 'id',
      message: 'text',
      createdAt: 'instant',
    }),
    taskComments: new Table<TaskCommentRow>(s, 'task_comment', {
      id: 'key',
      taskId: 'id',
      instanceId: 'id',
      userId: 'text',
      message: 'long',
      createdAt: 'instant',
    }),
    drafts: new Table<DraftRow>(s, 'draft', {
      userId: 'id',
      studentId: 'id',
      formKey: 'text',
      data: 'long',
      savedAt: 'instant',
    }),
    attachments: new Table<AttachmentRow>(s, 'attachment', {
      id: 'key',
      studentId: 'id',
      submissionId: 'id',
      name: 'text',
      mediaType: 'text',
      size: 'integer',
      sha256: 'text',
      createdBy: 'id',
      createdAt: 'instant',
    }),
    notices: new Table<NoticeRow>(s, 'notice', {
      id: 'key',
      openedByTask: 'id',
      closedByTask: 'id',
      instanceId: 'id',
      submissionId: 'id',
      studentId: 'id',
      audienceId: 'id',
      heading: 'text',
      studentName: 'text',
      className: 'text',
      fields: 'long',
      opensAt: 'instant',
      closesAt: 'instant',
      closedAt: 'instant',
    }),
    archiveEntries: new Table<ArchiveEntryRow>(s, 'archive_entry', {
      id: 'key',
      appendedByTask: 'id',
      studentId: 'id',
      position: 'integer',
      termSlot: 'integer',
      submissionId: 'id',
      content: 'long',
      seal: 'text',
      archivedAt: 'instant',
    }),
    notifications: new Table<NotificationRow>(s, 'notification', {
      id: 'key',
      dedupeKey: 'text',
      userId: 'id',
      kind: 'text',
      title: 'text',
      submissionId: 'id',
      taskId: 'id',
      createdAt: 'instant',
      readAt: 'instant',
    }),
    audit: new Table<AuditRow>(s, 'audit', {
      id: 'key',
      at: 'instant',
      actorId: 'id',
      actorName: 'text',
      action: 'text',
      objectKind: 'text',
      objectId: 'text',
      orgUnitId: 'id',
      detail: 'long',
    }),
    sessions: new Table<SessionRow>(s, 'session', {
      tokenHash: 'text',
      userId: 'id',
      csrfToken: 'text',
      createdAt: 'instant',
      lastSeenAt: 'instant',
      expiresAt: 'instant',
    }),
  };
}
