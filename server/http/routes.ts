import { approvalRoutes } from './api/approval.ts';
import { engineRoutes } from './api/engine.ts';
import { launchRoutes } from './api/launches.ts';
import { migrationRoutes } from './api/migrations.ts';
import { operatedInstanceRoutes } from './api/operated-instances.ts';
import { operationRoutes } from './api/operations.ts';
import { organisationRoutes } from './api/organisation.ts';
import { planFileRoutes } from './api/plan-files.ts';
import { planRoutes } from './api/plans.ts';
import { publicityRoutes } from './api/publicity.ts';
import { recordRoutes } from './api/records.ts';
import { sessionRoutes } from './api/session.ts';
import { taskRoutes } from './api/tasks.ts';
import type { Route } from './route.ts';

/** Every route of `/api`. */
export const routes = (options: { readonly secureCookies: boolean }): Route[] => [
  ...sessionRoutes(options.secureCookies),
  ...organisationRoutes,
  ...recordRoutes,
  ...taskRoutes,
  ...approvalRoutes,
  ...publicityRoutes,
  ...planRoutes,
  ...planFileRoutes,
  ...operationRoutes,
  ...operatedInstanceRoutes,
  ...engineRoutes,
  ...migrationRoutes,
  ...launchRoutes,
];
