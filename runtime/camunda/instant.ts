/** `2026-11-22T10:33:24.148+0000`, the one form that Camunda 7 reads and writes. */
export const engineTime = (instant: number): string => new Date(instant).toISOString().replace('Z', '+0000');

/** Milliseconds since 1970 of a time that the engine wrote. */
export const instantOf = (time: string): number => Date.parse(time.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
