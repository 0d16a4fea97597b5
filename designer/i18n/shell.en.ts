import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { shellZhCN } from './shell.zh-CN.ts';

export const shellEn: SameKeys<typeof shellZhCN> = {
  product: 'OnePlan',
  studio: 'Plan studio',
  titled: '{{title}} · OnePlan studio',
  skip: 'Skip to the content',
  loading: 'Opening…',
  account: 'My account:',
  portal: 'Portal',
  signOut: 'Sign out',
  notFound: {
    title: 'There is no such page',
    hint: 'The link may be wrong, or the page has been moved.',
    action: 'Back to the plans',
  },
  broken: {
    title: 'The page failed',
    hint: 'What was saved is not lost. Reload the page; if it happens again, tell your administrator.',
    action: 'Reload the page',
  },
  offline: {
    title: 'No connection',
    hint: 'The server could not be reached. Check the network and try again.',
  },
  forbidden: 'This layer of the plan is not yours to see. If it should be, ask the authority above.',
};
