/** An element of a form or flow as locks name it: `form:b-r01/title`, `process:b-f2-highlight-record/review`. */
export interface ElementReference {
  readonly kind: 'form' | 'process';
  /** key of the form or process */
  readonly key: string;
  /** component path or BPMN element id */
  readonly element: string;
}

const elementReferencePattern = /^(form|process):([A-Za-z0-9_-]+)\/([A-Za-z0-9_.-]+)$/;

/** Any element of a plan: what locks may name. */
export const lockTargetPattern = /^(?:plan|calendar|[a-z]+:\S.*)$/;

/** The element of a form or flow that an id names; undefined for any other element, and for an option. */
export function elementReference(text: string): ElementReference | undefined {
  const [, kind, key, element] = elementReferencePattern.exec(text) ?? [];
  if (kind === undefined || key === undefined || element === undefined) return undefined;
  return { kind: kind === 'form' ? 'form' : 'process', key, element };
}
