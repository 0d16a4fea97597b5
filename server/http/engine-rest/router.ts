import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import express, { Router } from 'express';
import type { Context } from '../../context.ts';
import { basicAuth } from './basic-auth.ts';
import { externalTaskRoutes } from './external-task-routes.ts';
import { LongPoll, type LongPollOptions } from './long-poll.ts';
import { restErrorHandler } from './rest-error.ts';

export interface EngineRestOptions extends LongPollOptions {
  readonly workerPassword: string;
}

const maxBody = '1500kb';

/**
 * The Camunda 7 REST dialect: so that any Camunda 7 external task client works against the embedded engine. Everything
 * needs the worker's password; every error has Camunda's shape.
 */
export function engineRestRouter(context: Context, options: EngineRestOptions): Router {
  const router = Router();
  router.use(basicAuth('worker', options.workerPassword));
  router.use(express.json({ limit: maxBody }));
  router.use('/external-task', externalTaskRoutes(context, new LongPoll(context, options)));
  router.use((request) => {
    throw new AppError('not-found', `There is no ${request.method} ${request.path} in this API.`);
  });
  router.use(restErrorHandler(context.log));
  return router;
}
