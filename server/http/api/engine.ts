import * as contract from '@oneplan/runtime/contracts/api/engine.ts';
import { dropCommand, retryCommand } from '../../camunda/decide-command.ts';
import { listCommands } from '../../camunda/list-commands.ts';
import { listMismatches } from '../../camunda/list-mismatches.ts';
import { type Route, route } from '../route.ts';

export const engineRoutes: Route[] = [
  route(contract.listEngineMismatches, (context, _caller, { query }) => listMismatches(context, query)),
  route(contract.listEngineCommands, (context, _caller, { query }) => listCommands(context, query.limit)),
  route(contract.retryEngineCommand, (context, caller, { params }) =>
    retryCommand(context, caller, params.id),
  ),
  route(contract.dropEngineCommand, (context, caller, { params, body }) =>
    dropCommand(context, caller, { id: params.id, ...body }),
  ),
];
