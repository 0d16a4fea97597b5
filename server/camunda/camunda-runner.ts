import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { CamundaError } from '@oneplan/runtime/camunda/engine-error.ts';
import type { Context } from '../context.ts';
import { loggable } from '../jobs/failed-try.ts';
import { WakeSignal } from '../jobs/wake-signal.ts';
import { onWork } from '../jobs/work-announcements.ts';
import { deployNewBundles } from './bundle-deployment.ts';
import { deliverCommands } from './deliver-commands.ts';
import type { EngineLink } from './engine-link.ts';
import { HistoryPoll } from './poll-history.ts';
import { projectDelivered } from './project-instance.ts';
import { reconcile } from './reconcile.ts';
import { takeLease } from './watch.ts';

export interface CamundaRunnerOptions {
  /** Milliseconds between two looks at the engine's history; 1,000 by default. */
  readonly pollMilliseconds?: number;
  /** Milliseconds between two full comparisons; a minute by default. */
  readonly reconcileMilliseconds?: number;
}

export interface CamundaRunner {
  /** Sends nothing more and waits for what was sent. */
  stop(): Promise<void>;
}

const leaseMilliseconds = 30_000;
const longestPause = 15_000;

/**
 * Delivers commands, follows the engine's history and compares all of both once a minute, for as long as the process
 * runs. Any number of processes may do so. While the engine is away it asks ever more rarely, up to every 15 seconds.
 */
export function startCamundaRunner(
  context: Context,
  link: EngineLink,
  options: CamundaRunnerOptions = {},
): CamundaRunner {
  const { pollMilliseconds = 1_000, reconcileMilliseconds = 60_000 } = options;
  const owner = `${hostname()}:${process.pid}:${randomUUID()}`.slice(-100);
  const signal = new WakeSignal();
  const forget = onWork(context.database, () => signal.wake());
  const poll = new HistoryPoll(context, link);
  let stopping = false;
  let away = false;
  let nextPoll = 0;
  let nextReconcile = 0;

  /** One round; answers whether there may be more to do at once. */
  const work = async (): Promise<'busy' | 'idle' | 'away'> => {
    if (!(await deployNewBundles(context, link))) return 'away';
    const delivered = await deliverCommands(context, link, owner);
    if (delivered.away || !(await projectDelivered(context, link))) return 'away';
    if (performance.now() >= nextPoll && (await takeLease(context, 'history', owner, leaseMilliseconds))) {
      nextPoll = performance.now() + pollMilliseconds;
      if (!(await poll.look())) return 'away';
    }
    if (performance.now() >= nextReconcile) {
      nextReconcile = performance.now() + reconcileMilliseconds;
      if (await takeLease(context, 'reconciler', owner, reconcileMilliseconds))
        await reconcile(context, link);
    }
    return delivered.tried > 0 ? 'busy' : 'idle';
  };
  const attempt = async (): Promise<'busy' | 'idle' | 'away'> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CamundaError))
        context.log.error(loggable(error), 'the link to the engine stumbled and will try again');
      return 'away';
    }
  };
  const loop = async () => {
    let pause = 250;
    while (!stopping) {
      const state = await attempt();
      if ((state === 'away') !== away) {
        away = !away;
        if (away) context.log.error({}, 'the engine does not answer; commands wait and nothing is lost');
        else context.log.info({}, 'the engine answers again');
      }
      if (stopping) break;
      pause = away ? Math.min(pause * 2, longestPause) : 250;
      if (away) await rest(signal, pause, () => stopping);
      else if (state === 'idle') await signal.wait(pollMilliseconds);
    }
  };
  const ended = loop();
  return {
    stop: () => {
      stopping = true;
      forget();
      signal.wake();
      return ended;
    },
  };
}

/** New commands wake the loop, but an engine that is away is not asked more often for that. */
async function rest(signal: WakeSignal, milliseconds: number, stopping: () => boolean): Promise<void> {
  const until = performance.now() + milliseconds;
  for (let left = milliseconds; left > 0 && !stopping(); left = until - performance.now())
    await signal.wait(left);
}
