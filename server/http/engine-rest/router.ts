import express, { Router } from 'express';
import type { Context } from '../../context.ts';
import { assertDepth } from '../json-depth.ts';
import { basicAuth } from './basic-auth.ts';
import { externalTaskRoutes } from './external-task-routes.ts';
import { LongPoll, type LongPollOptions } from './long-poll.ts';
import { restErrorHandler } from './rest-error.ts';
import { RestFailure } from './rest-failure.ts';
import { mountRoute, type RestRoute } from './rest-route.ts';

export interface EngineRestOptions extends LongPollOptions {
  readonly workerPassword: string;
  /** Without one there is no administrator of the engine over this API. */
  readonly engineRestPassword?: string | undefined;
}

const maxBody = '1500kb';

/** Every route of the dialect, one line a resource. */
export const engineRestRoutes = (longPoll: LongPoll): readonly RestRoute[] => [
  ...externalTaskRoutes(longPoll),
];

/**
 * The Camunda 7 REST dialect: so that clients of Camunda 7 work against the embedded engine. Everything needs an
 * account's password and a row of the table of access; every error has Camunda's shape.
 */
export function engineRestRouter(context: Context, options: EngineRestOptions): Router {
  const router = Router();
  router.use(basicAuth(context, { worker: options.workerPassword, engine: options.engineRestPassword }));
  router.use(express.json({ limit: maxBody }));
  router.use((request, _response, next) => {
    assertDepth(request.body);
    next();
  });
  const longPoll = new LongPoll(context, options);
  for (const route of engineRestRoutes(longPoll)) mountRoute(router, context, route);
  router.use((request) => {
    throw new RestFailure(
      404,
      'NotFoundException',
      `There is no ${request.method} ${request.path} in this API.`,
    );
  });
  router.use(restErrorHandler(context.log));
  return router;
}
