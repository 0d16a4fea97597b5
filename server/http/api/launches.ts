import * as contract from '@oneplan/runtime/contracts/api/launches.ts';
import { listLaunches, listLaunchFailures } from '../../usecases/launch/list-launches.ts';
import { resumeLaunch, startLaunch } from '../../usecases/launch/start-launch.ts';
import { type Route, route } from '../route.ts';

export const launchRoutes: Route[] = [
  route(contract.listLaunches, (context, _caller, { params, query }) =>
    listLaunches(context, params.id, query),
  ),
  route(contract.startLaunch, (context, caller, { params, body }) =>
    startLaunch(context, caller, { orgUnitId: params.id, ...body }),
  ),
  route(contract.resumeLaunch, (context, caller, { params, body }) =>
    resumeLaunch(context, caller, { orgUnitId: params.id, launchId: body.launchId }),
  ),
  route(contract.listLaunchFailures, (context, _caller, { params, query }) =>
    listLaunchFailures(context, params.id, query),
  ),
];
