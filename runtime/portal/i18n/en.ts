import type { SameKeys } from '../../ui/i18n/resource.ts';
import { administrationEn } from './administration.en.ts';
import { approvalEn } from './approval.en.ts';
import { homeEn } from './home.en.ts';
import { inboxEn } from './inbox.en.ts';
import { operationsEn } from './operations.en.ts';
import { profileEn } from './profile.en.ts';
import { publicityEn } from './publicity.en.ts';
import { recordEn } from './record.en.ts';
import { sessionEn } from './session.en.ts';
import { shellEn } from './shell.en.ts';
import type { portalZhCN } from './zh-CN.ts';

export const portalEn: SameKeys<typeof portalZhCN> = {
  ...administrationEn,
  ...publicityEn,
  approval: approvalEn,
  home: homeEn,
  inbox: inboxEn,
  operations: operationsEn,
  profile: profileEn,
  record: recordEn,
  session: sessionEn,
  shell: shellEn,
};
