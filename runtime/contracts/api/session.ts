import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { permissions } from '../permissions.ts';
import { roles } from '../roles.ts';
import { id, none, orgUnitRef, studentRef } from './values.ts';

export const me = z.object({
  user: z.object({ id, name: z.string(), username: z.string() }),
  memberships: z.array(z.object({ role: z.enum(roles), orgUnit: orgUnitRef })),
  /** The pupil that the user is, if any. */
  student: studentRef.nullable(),
  /** The pupils whose verified guardian the user is. */
  children: z.array(studentRef),
  /** What the interface may offer; the server decides again on each call. */
  permissions: z.array(z.enum(permissions)),
  /** Goes back in `X-CSRF-Token` with every call that changes something. */
  csrfToken: z.string(),
});
export type Me = z.infer<typeof me>;

export const signIn = endpoint({
  id: 'session.sign-in',
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with a password',
  permission: 'public',
  params: none,
  query: none,
  body: z.object({ username: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) }),
  response: me,
});

export const signOut = endpoint({
  id: 'session.sign-out',
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out: ends the session on the server',
  permission: 'session.own',
  params: none,
  query: none,
  body: none,
  response: none,
});

export const getMe = endpoint({
  id: 'session.me',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, with roles and permissions',
  permission: 'session.own',
  params: none,
  query: none,
  body: none,
  response: me,
});

export const changePassword = endpoint({
  id: 'session.change-password',
  method: 'PUT',
  path: '/api/me/password',
  summary: 'Change the own password; ends all other sessions of the user',
  permission: 'session.own',
  params: none,
  query: none,
  body: z.object({ current: z.string().min(1).max(200), next: z.string().min(10).max(200) }),
  response: none,
});
