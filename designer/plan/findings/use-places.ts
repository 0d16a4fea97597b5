import { getArtefact } from '@oneplan/runtime/contracts/api/plans.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useMemo } from 'react';
import type { ArtefactRef } from '../artefact-ref.ts';
import { type ComponentPlace, componentAt, elementNames, readForm } from './finding-place.ts';
import type { PlanFinding } from './finding-sentence.ts';

const parseXml = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml');

/** Finds the component or element that a finding of an artefact is about, with its name. */
export function usePlaces(layerId: string, artefact: ArtefactRef | null) {
  const { kind = 'manifest', key = '' } = artefact ?? {};
  const { data } = useAnswer(
    getArtefact,
    { params: { id: layerId, kind, key } },
    { enabled: artefact !== null && kind !== 'manifest' },
  );
  const content = data?.content;
  return useMemo(() => {
    const form = content !== undefined && kind === 'form' ? readForm(content) : null;
    const names = content !== undefined && kind === 'process' ? elementNames(content, parseXml) : null;
    return ({ elementId, path }: PlanFinding): ComponentPlace | null => {
      if (elementId !== undefined) return { key: elementId, label: names?.get(elementId) ?? elementId };
      return form && path !== undefined && path !== '' ? componentAt(form, path) : null;
    };
  }, [content, kind]);
}
