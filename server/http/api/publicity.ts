import * as contract from '@oneplan/runtime/contracts/api/publicity.ts';
import { getArchive } from '../../usecases/publicity/get-archive.ts';
import { getNotice, listNotices } from '../../usecases/publicity/list-notices.ts';
import { listNotifications, readNotifications } from '../../usecases/publicity/notifications.ts';
import { type Route, route } from '../route.ts';

export const publicityRoutes: Route[] = [
  route(contract.listNotices, (context, caller, { query }) => listNotices(context, caller, query)),
  route(contract.getNotice, (context, _caller, { params }) => getNotice(context, params.id)),
  route(contract.getArchive, (context, _caller, { params }) => getArchive(context, params.id)),
  route(contract.listNotifications, (context, caller) => listNotifications(context, caller)),
  route(contract.readNotifications, (context, caller) => readNotifications(context, caller)),
];
