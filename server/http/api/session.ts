import * as contract from '@oneplan/runtime/contracts/api/session.ts';
import { endSession } from '../../identity/sessions.ts';
import { changePassword } from '../../usecases/session/change-password.ts';
import { describeCaller } from '../../usecases/session/describe-caller.ts';
import { signIn } from '../../usecases/session/sign-in.ts';
import { type Route, route } from '../route.ts';
import { clearSessionCookie, setSessionCookie } from '../session-cookie.ts';

export const sessionRoutes = (secureCookies: boolean): Route[] => [
  route(contract.signIn, async (context, _caller, { body, request, response }) => {
    const { token, me } = await signIn(context, { ...body, address: request.ip ?? '' });
    setSessionCookie(response, token, secureCookies);
    return me;
  }),
  route(contract.signOut, async (context, _caller, { session, response }) => {
    await endSession(context, session.tokenHash);
    clearSessionCookie(response, secureCookies);
    return {};
  }),
  route(contract.getMe, (context, caller, { session }) => describeCaller(context, caller, session.csrfToken)),
  route(contract.changePassword, (context, caller, { body, session }) =>
    changePassword(context, caller, { ...body, keepTokenHash: session.tokenHash }),
  ),
];
