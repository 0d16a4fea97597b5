import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { sessionZhCN } from './session.zh-CN.ts';

export const sessionEn: SameKeys<typeof sessionZhCN> = {
  title: 'Sign in',
  welcome: 'Plan studio: forms, processes, publishing',
  againHint: 'Your session has ended; what you have not saved is still there. Enter your password to go on.',
  demo: {
    title: 'Demo accounts',
    hint: 'This is a demo with invented data. Choose an account, then sign in.',
    password: 'The password is always {{password}}',
  },
  notDesigner: {
    title: 'Plans are designed by the education authorities',
    hint: 'Plan administrators of the city and the districts design and publish plans here; school administrators and principals may look at them. Your account does neither: go back to the portal.',
    action: 'Back to the portal',
  },
  role: {
    'city-admin': 'City administrator',
    'district-admin': 'District administrator',
    'school-admin': 'School administrator',
    principal: 'Principal',
    'class-teacher': 'Class teacher',
    'grade-leader': 'Grade leader',
    'subject-teacher': 'Subject teacher',
    'group-member': 'Member of a group',
    pupil: 'Pupil',
    guardian: 'Guardian',
    inspector: 'Inspector',
    'system-auditor': 'System auditor',
  },
};
