import express, { Router } from 'express';
import type { Context } from '../../context.ts';
import { assertDepth } from '../json-depth.ts';
import { basicAuth } from './basic-auth.ts';
import { definitionRoutes } from './definition-routes.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import { engineRoutes } from './engine-routes.ts';
import { eventRoutes } from './event-routes.ts';
import { externalTaskRoutes } from './external-task-routes.ts';
import { instanceRoutes } from './instance-routes.ts';
import { jobDefinitionRoutes } from './job-definition-json.ts';
import { jobRoutes } from './job-routes.ts';
import { LongPoll, type LongPollOptions } from './long-poll.ts';
import { readRoutes } from './read-routes.ts';
import { restErrorHandler } from './rest-error.ts';
import { RestFailure } from './rest-failure.ts';
import { mountRoute, type RestRoute } from './rest-route.ts';
import { taskRoutes } from './task-routes.ts';
import { variableInstanceRoutes } from './variable-instance-routes.ts';
import { variableRoutes } from './variable-routes.ts';

export interface EngineRestOptions extends LongPollOptions {
  readonly workerPassword: string;
  /** Without one there is no administrator of the engine over this API. */
  readonly engineRestPassword?: string | undefined;
}

const maxBody = '1500kb';
/** Several BPMN files; each has its own limit in the compiler. */
const maxUpload = '10mb';

/** Every route of the dialect, one line a resource. */
export const engineRestRoutes = (longPoll: LongPoll): readonly RestRoute[] => [
  ...engineRoutes,
  ...externalTaskRoutes(longPoll),
  ...definitionRoutes,
  ...deploymentRoutes,
  ...instanceRoutes,
  ...eventRoutes,
  ...jobRoutes,
  ...jobDefinitionRoutes,
  ...taskRoutes,
  ...variableInstanceRoutes,
  ...variableRoutes,
  ...readRoutes,
];

/**
 * The Camunda 7 REST dialect: so that clients of Camunda 7 work against the embedded engine. Everything needs an
 * account's password and a row of the table of access; every error has Camunda's shape.
 */
export function engineRestRouter(context: Context, options: EngineRestOptions): Router {
  const router = Router();
  router.use(basicAuth(context, { worker: options.workerPassword, engine: options.engineRestPassword }));
  router.use(express.json({ limit: maxBody }));
  router.use(express.raw({ type: 'multipart/form-data', limit: maxUpload }));
  router.use((request, _response, next) => {
    if (!Buffer.isBuffer(request.body)) assertDepth(request.body);
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
