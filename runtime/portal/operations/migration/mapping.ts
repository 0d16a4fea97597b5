import type { MigratedElement } from '../../../contracts/api/migrations.ts';

/** Ids of both versions, and the flow. */
export interface MigrationAbout {
  readonly from: string;
  readonly to: string;
  readonly processKey: string;
}

/** What an element becomes, by its id in the version that runs. */
export type Mapping = Readonly<Record<string, { readonly to: string; readonly updateTrigger?: boolean }>>;

export interface MigratedElements {
  readonly from: readonly MigratedElement[];
  readonly to: readonly MigratedElement[];
}

interface PlannedMapping {
  readonly from: string;
  readonly to: string;
  readonly updateTrigger?: boolean;
}

export const mappingOf = (mappings: readonly PlannedMapping[]): Mapping =>
  Object.fromEntries(mappings.map(({ from, ...rest }) => [from, rest]));

/** As the API takes it, in the order of the elements. */
export const mappingsOf = (mapping: Mapping, { from }: MigratedElements): PlannedMapping[] =>
  from.flatMap(({ elementId }) => {
    const found = mapping[elementId];
    return found === undefined ? [] : [{ from: elementId, ...found }];
  });

/** What an element can become: one of its shape. */
export const choicesFor = (element: MigratedElement, { to }: MigratedElements): MigratedElement[] =>
  to.filter(({ shape }) => shape === element.shape);

/**
 * Maps an element, or, with null, none. What belongs to it and has its counterpart at the other one follows; what
 * belonged to it and was mapped is left out with it.
 */
export function assign(
  mapping: Mapping,
  elements: MigratedElements,
  from: string,
  to: string | null,
): Mapping {
  const { [from]: _before, ...others } = mapping;
  const inside = elements.from.filter(({ around }) => around === from);
  if (to === null)
    return inside.reduce((rest, { elementId }) => assign(rest, elements, elementId, null), others);
  return inside.reduce(
    (rest: Mapping, element) => {
      const same = elements.to.find(
        ({ elementId, shape, around }) =>
          elementId === element.elementId && shape === element.shape && around === to,
      );
      return assign(rest, elements, element.elementId, same?.elementId ?? null);
    },
    { ...others, [from]: { to } },
  );
}

/** Events can begin to wait anew. */
export const hasTrigger = ({ kind }: MigratedElement) => kind === 'catch-event' || kind === 'boundary-event';

/** One number for each mapped element where instances may stand, the same in both pictures. */
export function pairLabels(
  mapping: Mapping,
  elements: MigratedElements,
): { readonly from: Record<string, string>; readonly to: Record<string, string> } {
  const labels: { from: Record<string, string>; to: Record<string, string> } = { from: {}, to: {} };
  const shown = elements.from.filter(({ waits }) => waits);
  for (const [index, { elementId }] of shown.entries()) {
    const target = mapping[elementId]?.to;
    if (target === undefined) continue;
    labels.from[elementId] = String(index + 1);
    labels.to[target] = String(index + 1);
  }
  return labels;
}
