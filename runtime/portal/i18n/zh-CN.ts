import { administrationZhCN } from './administration.zh-CN.ts';
import { approvalZhCN } from './approval.zh-CN.ts';
import { homeZhCN } from './home.zh-CN.ts';
import { inboxZhCN } from './inbox.zh-CN.ts';
import { operationsZhCN } from './operations.zh-CN.ts';
import { profileZhCN } from './profile.zh-CN.ts';
import { publicityZhCN } from './publicity.zh-CN.ts';
import { recordZhCN } from './record.zh-CN.ts';
import { sessionZhCN } from './session.zh-CN.ts';
import { shellZhCN } from './shell.zh-CN.ts';

/** Namespace `portal`: one branch a page group. */
export const portalZhCN = {
  ...administrationZhCN,
  ...publicityZhCN,
  approval: approvalZhCN,
  home: homeZhCN,
  inbox: inboxZhCN,
  operations: operationsZhCN,
  profile: profileZhCN,
  record: recordZhCN,
  session: sessionZhCN,
  shell: shellZhCN,
} as const;
