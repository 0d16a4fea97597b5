import { createRestClient } from '@oneplan/runtime/camunda/rest-client.ts';
import { createWorkers, type Workers } from '@oneplan/runtime/workers/workers.ts';
import type { CamundaConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { createPlatformEffects } from '../usecases/effects/platform-effects.ts';
import { chooseEngine } from '../usecases/engine/engine.ts';
import { camundaEngine } from './camunda-engine.ts';
import { type CamundaRunner, type CamundaRunnerOptions, startCamundaRunner } from './camunda-runner.ts';
import { engineEffects } from './engine-effects.ts';
import type { EngineLink } from './engine-link.ts';

export interface CamundaConnection {
  readonly link: EngineLink;
  /** Delivery, projection and reconciler of this process. */
  run(options?: CamundaRunnerOptions): CamundaRunner;
  /** The platform's workers for the engine's external tasks; nothing is fetched before they are started. */
  workers(): Workers;
}

/** Puts the engine of the configuration behind the use cases of this process. Sends nothing yet. */
export function connectCamunda(context: Context, config: CamundaConfig): CamundaConnection {
  const link: EngineLink = {
    client: createRestClient({
      baseUrl: config.url,
      timeoutMilliseconds: config.timeoutMilliseconds,
      ...(config.username === undefined ? {} : { username: config.username }),
      ...(config.password === undefined ? {} : { password: config.password }),
    }),
    settleMilliseconds: config.timeoutMilliseconds,
  };
  chooseEngine(context.database, camundaEngine);
  return {
    link,
    run: (options) => startCamundaRunner(context, link, options),
    workers: () =>
      createWorkers({
        baseUrl: config.url,
        // The client insists on credentials; an engine without authentication does not look at them.
        username: config.username ?? 'oneplan',
        password: config.password ?? 'none',
        effects: engineEffects(context, link, createPlatformEffects(context)),
        log: context.log,
      }),
  };
}
