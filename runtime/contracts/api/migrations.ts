import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, none } from './values.ts';

/** Which element of the version that runs becomes which element of the other version. */
export const elementMapping = z.object({
  from: z.string().min(1).max(200),
  to: z.string().min(1).max(200),
  /** Events: begin to wait anew as the other version says; otherwise what was left stays. */
  updateTrigger: z.boolean().optional(),
});

/** Why a migration plan, or an instance under it, cannot be migrated; the message says what to do. */
export const migrationFinding = z.object({
  rule: z.string(),
  elementId: z.string(),
  message: z.string(),
});
export type MigrationFinding = z.infer<typeof migrationFinding>;

/** From the version of the path to another version of the same plan. */
const between = z.object({ to: id, processKey: z.string().min(1).max(200) });
const planned = between.extend({ mappings: z.array(elementMapping).max(2_000) });
const batch = planned.extend({
  /** The last instance of the batch before; the first batch is asked for without it. */
  after: id.optional(),
  limit: z.number().int().min(1).max(500).default(100),
});

const results = <R extends string>(...outcomes: readonly [R, ...R[]]) =>
  z.object({
    items: z.array(
      z.object({
        instanceId: id,
        result: z.enum(outcomes),
        /** Elements where it stands. */
        active: z.array(z.string()),
        findings: z.array(migrationFinding),
      }),
    ),
    /** Hand it back as `after` for the next batch; null: this was the last. */
    next: id.nullable(),
  });

/** An element of one version, for whoever decides what becomes of it. */
const migratedElement = z.object({
  elementId: z.string(),
  name: z.string(),
  kind: z.string(),
  /** Elements of one shape can become each other. */
  shape: z.string(),
  /** Subprocess or activity that it belongs to; null: the process itself. */
  around: z.string().nullable(),
  /** Instances may stand there: gateways and the like are passed at once. */
  waits: z.boolean(),
  /** Instances of the version that stand there now. */
  standing: z.number().int(),
});

export type MigratedElement = z.infer<typeof migratedElement>;

export const suggestMigration = endpoint({
  id: 'migrations.suggest',
  method: 'GET',
  path: '/api/bundles/:id/migration',
  summary: 'A migration plan that maps each element to the one of the same id where that is allowed',
  permission: 'operation.manage',
  target: { kind: 'bundle', from: 'params.id' },
  params: idParams,
  query: between,
  body: none,
  response: z.object({
    mappings: z.array(elementMapping),
    /** Elements that the plan does not map: instances that stand there would be refused. */
    unmapped: z.array(z.object({ elementId: z.string(), name: z.string() })),
    /** What there is to map, and what it can be mapped to, in the order of the files. */
    elements: z.object({ from: z.array(migratedElement), to: z.array(migratedElement) }),
    /** Instances that run on this version. */
    running: z.number().int(),
  }),
});

export const checkMigration = endpoint({
  id: 'migrations.check',
  method: 'POST',
  path: '/api/bundles/:id/migration/check',
  summary: 'What is wrong with a migration plan, whatever the instances',
  permission: 'operation.manage',
  target: { kind: 'bundle', from: 'params.id' },
  params: idParams,
  query: none,
  body: planned,
  response: z.object({ findings: z.array(migrationFinding) }),
});

export const tryMigration = endpoint({
  id: 'migrations.dry-run',
  method: 'POST',
  path: '/api/bundles/:id/migration/dry-run',
  summary: 'What a migration plan would do to each running instance, a batch at a time; changes nothing',
  permission: 'operation.manage',
  target: { kind: 'bundle', from: 'params.id' },
  params: idParams,
  query: none,
  body: batch,
  response: results('would-move', 'refused'),
});

export const executeMigration = endpoint({
  id: 'migrations.execute',
  method: 'POST',
  path: '/api/bundles/:id/migration/execute',
  summary:
    'Move running instances to the other version, a batch at a time; each has its own result, and a refused one is left as it is',
  permission: 'operation.manage',
  target: { kind: 'bundle', from: 'params.id' },
  params: idParams,
  query: none,
  body: batch.extend({
    /** Stands in the history of each instance. */
    reason: z.string().trim().min(1).max(200).optional(),
  }),
  idempotent: true,
  /** `asked`: it runs on a Camunda engine, which moves it a moment later or refuses it as a command. */
  response: results('moved', 'asked', 'refused'),
});
