import type { Sequelize } from 'sequelize';
import { Table } from '../table.ts';

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

/** What the system itself keeps account of: incidents, audit, sessions. */
export function operationTables(s: Sequelize) {
  return {
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
