import type { SameKeys } from '../../ui/i18n/resource.ts';
import type { sessionZhCN } from './session.zh-CN.ts';

export const sessionEn: SameKeys<typeof sessionZhCN> = {
  title: 'Sign in',
  welcome: 'Student comprehensive quality evaluation',
  againHint: 'Your session has ended; everything on the page is still there. Enter your password to go on.',
  forgotten: 'If you forgot your password, ask your class teacher or your school’s administrator.',
  demo: {
    title: 'Demo accounts',
    hint: 'This is a demo with invented data. Choose an account, then sign in.',
    password: 'The password is always {{password}}',
  },
};
