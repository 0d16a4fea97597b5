import type { SameKeys } from '../../ui/i18n/resource.ts';
import type { profileZhCN } from './profile.zh-CN.ts';

export const profileEn: SameKeys<typeof profileZhCN> = {
  title: 'Me',
  account: 'Account',
  name: 'Name',
  username: 'User name',
  duties: 'Roles',
  children: 'Children',
  display: 'Display',
  links: 'Go to',
  signOut: 'Sign out',
  password: {
    title: 'Change the password',
    current: 'Present password',
    next: 'New password',
    nextHint: 'At least 10 characters; no birthday, no phone number',
    repeat: 'New password again',
    save: 'Change the password',
    saving: 'Changing…',
    done: 'The password is changed, and you are signed out everywhere else.',
    currentMissing: 'Enter your present password',
    currentWrong: 'The present password is wrong; enter it again',
    tooShort: 'The new password needs at least 10 characters',
    differs: 'The two new passwords differ',
    same: 'The new password must differ from the present one',
  },
};
