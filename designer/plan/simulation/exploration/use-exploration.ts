import type { Exploration } from '@oneplan/runtime/simulation/exploration/exploration.ts';
import { defaultTimeZone } from '@oneplan/runtime/ui/dates.ts';
import { useEffect, useRef, useState } from 'react';
import type { DraftFiles } from '../draft/draft-files.ts';
import type { ExplorationAnswer, ExplorationRequest } from './explore-worker.ts';

export type ExplorationState =
  | { readonly phase: 'none' | 'running' }
  | { readonly phase: 'failed'; readonly message: string }
  | { readonly phase: 'done'; readonly explorations: ReadonlyMap<string, Exploration> };

/** Every path of the draft's flows, explored in a worker when asked for. */
export function useExploration(planKey: string, files: DraftFiles) {
  const [state, setState] = useState<ExplorationState>({ phase: 'none' });
  const worker = useRef<Worker>(null);
  const stop = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => () => worker.current?.terminate(), []);

  const explore = () => {
    stop();
    setState({ phase: 'running' });
    const started = new Worker(new URL('./explore-worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    started.addEventListener('message', ({ data }: MessageEvent<ExplorationAnswer>) => {
      stop();
      setState(
        data.ok
          ? { phase: 'done', explorations: data.explorations }
          : { phase: 'failed', message: data.message },
      );
    });
    started.addEventListener('error', ({ message }) => {
      stop();
      setState({ phase: 'failed', message });
    });
    const request: ExplorationRequest = { planKey, files, timeZone: defaultTimeZone, now: Date.now() };
    started.postMessage(request);
  };
  const cancel = () => {
    stop();
    setState({ phase: 'none' });
  };
  return { state, explore, cancel };
}
