import * as contract from '@oneplan/runtime/contracts/api/operations.ts';
import { cancelInstance } from '../../usecases/instances/cancel-instance.ts';
import { moveByHand, setVariablesByHand } from '../../usecases/instances/correct-instance.ts';
import { listSuspended } from '../../usecases/instances/list-suspended.ts';
import { activateInstance, suspendInstance } from '../../usecases/instances/suspend-instance.ts';
import { activateSubject, suspendSubject } from '../../usecases/instances/suspend-subject.ts';
import { listIncidents } from '../../usecases/jobs/list-incidents.ts';
import { listJobs } from '../../usecases/jobs/list-jobs.ts';
import { resolveIncident } from '../../usecases/jobs/resolve-incident.ts';
import { retryJob } from '../../usecases/jobs/retry-job.ts';
import { type Route, route } from '../route.ts';

export const operationRoutes: Route[] = [
  route(contract.listIncidents, (context, _caller, { params, query }) =>
    listIncidents(context, params.id, query),
  ),
  route(contract.resolveIncident, (context, caller, { params, body }) =>
    resolveIncident(context, caller, { id: params.id, ...body }),
  ),
  route(contract.listJobs, (context, _caller, { params }) => listJobs(context, params.id)),
  route(contract.retryJob, (context, caller, { params, body }) =>
    retryJob(context, caller, { id: params.id, ...body }),
  ),
  route(contract.listSuspended, (context, _caller, { params, query }) =>
    listSuspended(context, params.id, query),
  ),
  route(contract.suspendInstance, (context, caller, { params, body }) =>
    suspendInstance(context, caller, { id: params.id, ...body }),
  ),
  route(contract.activateInstance, (context, caller, { params, body }) =>
    activateInstance(context, caller, { id: params.id, ...body }),
  ),
  route(contract.cancelInstance, (context, caller, { params, body }) =>
    cancelInstance(context, caller, { id: params.id, ...body }),
  ),
  route(contract.modifyInstance, (context, caller, { params, body }) =>
    moveByHand(context, caller, { id: params.id, ...body }),
  ),
  route(contract.setInstanceVariables, (context, caller, { params, body }) =>
    setVariablesByHand(context, caller, { id: params.id, ...body }),
  ),
  route(contract.suspendStudent, (context, caller, { params, body }) =>
    suspendSubject(context, caller, { kind: 'student', id: params.id, ...body }),
  ),
  route(contract.activateStudent, (context, caller, { params, body }) =>
    activateSubject(context, caller, { kind: 'student', id: params.id, ...body }),
  ),
];
