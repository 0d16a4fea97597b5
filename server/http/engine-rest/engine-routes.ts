import { type RestRoute, route } from './rest-route.ts';

/** The release of the dialect that is spoken, not of this server. */
const dialectVersion = '7.23.0';

export const engineRoutes: readonly RestRoute[] = [
  route('get', '/version', 'engine.describe', async () => ({ version: dialectVersion })),
  route('get', '/engine', 'engine.describe', async () => [{ name: 'default' }]),
];
