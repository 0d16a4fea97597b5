/** The day after a day, `YYYY-MM-DD`: the end of a half-open interval whose last day is given. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
