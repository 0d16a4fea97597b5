import type { Endpoint } from '../endpoint.ts';
import * as approval from './approval.ts';
import * as audit from './audit.ts';
import * as choices from './choices.ts';
import * as engine from './engine.ts';
import * as filings from './filings.ts';
import * as instances from './instances.ts';
import * as launches from './launches.ts';
import * as layers from './layers.ts';
import * as migrations from './migrations.ts';
import * as operatedInstances from './operated-instances.ts';
import * as operations from './operations.ts';
import * as organisation from './organisation.ts';
import * as planFiles from './plan-files.ts';
import * as plans from './plans.ts';
import * as publicity from './publicity.ts';
import * as records from './records.ts';
import * as session from './session.ts';
import * as tasks from './tasks.ts';
import * as upgrades from './upgrades.ts';

/** Every endpoint of `/api`, in the order of the documentation. */
export const endpoints: readonly Endpoint[] = [
  session,
  organisation,
  choices,
  records,
  tasks,
  approval,
  instances,
  publicity,
  plans,
  layers,
  planFiles,
  filings,
  upgrades,
  operations,
  operatedInstances,
  migrations,
  launches,
  engine,
  audit,
].flatMap((contract) =>
  Object.values(contract).filter(
    (value): value is Endpoint =>
      typeof value === 'object' && value !== null && 'path' in value && 'permission' in value,
  ),
);
