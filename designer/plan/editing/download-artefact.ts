import type { ArtefactRef } from '../artefact-ref.ts';

/** Name of the file that holds an artefact outside the system. */
export function fileNameOf({ kind, key }: ArtefactRef): string {
  if (kind === 'manifest') return 'plan.json';
  return {
    form: `${key}.form.json`,
    process: `${key}.bpmn`,
    decision: `${key}.dmn`,
    scenario: `${key}.scenario.json`,
  }[kind];
}

/** Hands a content to the person as a file. */
export function downloadArtefact(artefact: ArtefactRef, content: string): void {
  const type = /\.json$/.test(fileNameOf(artefact)) ? 'application/json' : 'application/xml';
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(artefact);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
