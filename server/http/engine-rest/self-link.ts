import type { RestCall } from './rest-route.ts';

/** Where what was just made can be read. */
export const selfLink = ({ root }: Pick<RestCall, 'root'>, path: string) => ({
  method: 'GET',
  href: root + path,
  rel: 'self',
});
