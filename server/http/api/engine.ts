import { listEngineMismatches } from '@oneplan/runtime/contracts/api/engine.ts';
import { listMismatches } from '../../camunda/list-mismatches.ts';
import { type Route, route } from '../route.ts';

export const engineRoutes: Route[] = [
  route(listEngineMismatches, (context, _caller, { query }) => listMismatches(context, query)),
];
