/** An element of a form or flow as locks name it: `form:b-r01/title`, `process:b-f2-highlight-record/review`. */
export interface ElementReference {
  readonly kind: 'form' | 'process';
  /** key of the form or process */
  readonly key: string;
  /** component path or BPMN element id */
  readonly element: string;
}

export const elementReferencePattern = /^(form|process):([A-Za-z0-9_-]+)\/([A-Za-z0-9_.-]+)$/;

/** Throws RangeError on a text that the manifest’s schema refuses. */
export function elementReference(text: string): ElementReference {
  const [, kind, key, element] = elementReferencePattern.exec(text) ?? [];
  if (kind === undefined || key === undefined || element === undefined)
    throw new RangeError(`${text} is not form:<key>/<component> or process:<key>/<element>.`);
  return { kind: kind === 'form' ? 'form' : 'process', key, element };
}
