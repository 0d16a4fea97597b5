const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:?\d\d)?$/;

/** An instant as the Camunda 7 REST API writes it, in UTC: `2026-11-22T08:00:00.000+0000`. */
export const camundaDate = (instant: number): string => new Date(instant).toISOString().replace('Z', '+0000');

/** Milliseconds since 1970 of such a text, or null when it is none. Without a zone it is UTC. */
export function instantOf(text: string): number | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const zone = (match[2] ?? 'Z').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const instant = Date.parse(text.slice(0, text.length - (match[2]?.length ?? 0)) + zone);
  return Number.isNaN(instant) ? null : instant;
}
