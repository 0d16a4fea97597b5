import { listAudit as auditContract } from '@oneplan/runtime/contracts/api/audit.ts';
import * as contract from '@oneplan/runtime/contracts/api/organisation.ts';
import { rosterTemplate } from '../../roster/template.ts';
import { listAudit } from '../../usecases/organisation/list-audit.ts';
import { getProgress, listChildren, listStudents } from '../../usecases/organisation/list-units.ts';
import { importRoster } from '../../usecases/roster/import-roster.ts';
import { previewRoster } from '../../usecases/roster/preview-roster.ts';
import { type Route, route } from '../route.ts';

export const organisationRoutes: Route[] = [
  route(contract.listOrgUnits, (context, _caller, { params }) => listChildren(context, params.id)),
  route(contract.listStudents, (context, _caller, { params, query }) =>
    listStudents(context, params.id, query),
  ),
  route(contract.getProgress, (context, _caller, { params }) => getProgress(context, params.id)),
  route(contract.rosterTemplate, async (_context, _caller, { response }) => {
    response.setHeader('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    response.setHeader('content-disposition', 'attachment; filename="roster-template.xlsx"');
    response.send(await rosterTemplate());
    return undefined;
  }),
  route(contract.previewRoster, (context, caller, { params, query, bytes }) =>
    previewRoster(context, caller, { orgUnitId: params.id, ...query, bytes }),
  ),
  route(contract.importRoster, (context, caller, { params, query, bytes }) =>
    importRoster(context, caller, { orgUnitId: params.id, ...query, bytes }),
  ),
  route(auditContract, (context, _caller, { query }) => listAudit(context, query)),
];
