import * as contract from '@oneplan/runtime/contracts/api/operated-instances.ts';
import { getOperatedInstance } from '../../usecases/instances/get-operated-instance.ts';
import { listOperatedInstances } from '../../usecases/instances/list-operated-instances.ts';
import { tryModification } from '../../usecases/instances/try-modification.ts';
import { type Route, route } from '../route.ts';

export const operatedInstanceRoutes: Route[] = [
  route(contract.listOperatedInstances, (context, _caller, { params, query }) =>
    listOperatedInstances(context, params.id, query),
  ),
  route(contract.getOperatedInstance, (context, _caller, { params }) =>
    getOperatedInstance(context, params.id),
  ),
  route(contract.tryModification, (context, _caller, { params, body }) =>
    tryModification(context, { id: params.id, ...body }),
  ),
];
