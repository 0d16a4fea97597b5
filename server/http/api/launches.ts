import * as contract from '@oneplan/runtime/contracts/api/launches.ts';
import { listLaunchOffers } from '../../usecases/launch/launch-offers.ts';
import { listLaunches, listLaunchFailures } from '../../usecases/launch/list-launches.ts';
import { previewLaunch } from '../../usecases/launch/preview-launch.ts';
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
  route(contract.listLaunchOffers, (context, _caller, { params }) => listLaunchOffers(context, params.id)),
  route(contract.previewLaunch, (context, _caller, { params, query }) =>
    previewLaunch(context, { orgUnitId: params.id, ...query, formKey: query.formKey ?? null }),
  ),
];
