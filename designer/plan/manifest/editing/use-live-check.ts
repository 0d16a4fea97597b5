import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { useEffect, useRef, useState } from 'react';
import { type CheckAnswer, type CheckRequest, sentAbove } from './check-request.ts';
import { LiveCheck } from './live-check.ts';
import type { ManifestAbove } from './manifest-locks.ts';

const nothing: CheckAnswer = { findings: [], refused: [] };

/** Texts of forms by key. */
type FormTexts = ReadonlyMap<string, string>;

/** What the server would say of the manifest as it stands in the editor: found in a worker, a moment after each edit. */
export function useLiveCheck(
  manifest: PlanManifest,
  forms: FormTexts,
  above: readonly ManifestAbove[],
): CheckAnswer {
  const [answer, setAnswer] = useState(nothing);
  const check = useRef<LiveCheck>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    const started = new LiveCheck((request: CheckRequest) => worker.postMessage(request), setAnswer);
    worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => started.answered(data));
    check.current = started;
    return () => {
      started.stop();
      worker.terminate();
      check.current = null;
    };
  }, []);
  useEffect(() => {
    check.current?.tell(sentAbove(above));
  }, [above]);
  useEffect(() => {
    check.current?.tell({ kind: 'forms', forms: [...forms] });
  }, [forms]);
  useEffect(() => check.current?.ask(manifest), [manifest]);
  return answer;
}
