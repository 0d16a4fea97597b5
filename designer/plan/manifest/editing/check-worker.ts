import type { FormUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { componentsOf } from '@oneplan/runtime/plan/form-components.ts';
import { readForm } from '../../findings/finding-place.ts';
import { type CheckAnswer, type CheckRequest, receivedAbove, receivedManifest } from './check-request.ts';
import { liveFindings } from './live-findings.ts';
import { manifestLocks } from './manifest-locks.ts';

let forms: ReadonlyMap<string, FormUnderCheck> = new Map();
let locks = manifestLocks([]);

/** Runs beside the page, so that nobody’s typing waits while a large plan is checked. */
addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  if (data.kind === 'forms') forms = new Map(data.forms.flatMap(readUnderCheck));
  else if (data.kind === 'above') locks = manifestLocks(receivedAbove(data.above));
  else {
    const manifest = receivedManifest(data.manifest);
    const answer: CheckAnswer = {
      findings: liveFindings(manifest, forms),
      refused: locks.findings(manifest),
    };
    postMessage(answer);
  }
});

function readUnderCheck([key, text]: readonly [string, string]): [string, FormUnderCheck][] {
  const definition = readForm(text);
  return definition ? [[key, { file: key, definition, components: componentsOf(definition) }]] : [];
}
