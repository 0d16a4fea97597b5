import * as organisation from './0001-organisation.ts';
import * as identity from './0002-identity.ts';
import * as plans from './0003-plans.ts';
import * as engine from './0004-engine.ts';
import * as submissions from './0005-submissions.ts';
import * as operations from './0006-operations.ts';
import * as engineCommands from './0007-engine-commands.ts';
import * as history from './0008-history.ts';
import * as camundaEngine from './0009-camunda-engine.ts';
import * as approval from './0010-approval.ts';
import * as launches from './0011-launches.ts';
import * as calls from './0012-calls.ts';
import * as launchFailures from './0013-launch-failures.ts';
import * as masterData from './0014-master-data.ts';
import * as engineWork from './0015-engine-work.ts';
import * as calledDefinition from './0016-called-definition.ts';
import * as layers from './0017-layers.ts';
import * as scenarios from './0018-scenarios.ts';
import * as withdrawnVersions from './0019-withdrawn-versions.ts';

/** All migrations in order. A released migration is never edited; a change is a new one. */
export const migrations = [
  { name: '0001-organisation', up: organisation.up },
  { name: '0002-identity', up: identity.up },
  { name: '0003-plans', up: plans.up },
  { name: '0004-engine', up: engine.up },
  { name: '0005-submissions', up: submissions.up },
  { name: '0006-operations', up: operations.up },
  { name: '0007-engine-commands', up: engineCommands.up },
  { name: '0008-history', up: history.up },
  { name: '0009-camunda-engine', up: camundaEngine.up },
  { name: '0010-approval', up: approval.up },
  { name: '0011-launches', up: launches.up },
  { name: '0012-calls', up: calls.up },
  { name: '0013-launch-failures', up: launchFailures.up },
  { name: '0014-master-data', up: masterData.up },
  { name: '0015-engine-work', up: engineWork.up },
  { name: '0016-called-definition', up: calledDefinition.up },
  { name: '0017-layers', up: layers.up },
  { name: '0018-scenarios', up: scenarios.up },
  { name: '0019-withdrawn-versions', up: withdrawnVersions.up },
] as const;
