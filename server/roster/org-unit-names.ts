/** What an import and the demo data call the units between school and pupil; one code for one grade, always. */
export const gradeCode = (schoolCode: string, entryCohort: number) => `${schoolCode}-${entryCohort}`;
export const gradeName = (entryCohort: number) => `${entryCohort}级`;

/** Materialised path of a unit below another: ids with a slash at both ends. */
export const pathBelow = (parentPath: string, id: string) => `${parentPath || '/'}${id}/`;

/** The id that stands `levels` above the unit in its materialised path, if there is one. */
export function ancestorId(path: string, levels: number): string | undefined {
  return path
    .split('/')
    .filter(Boolean)
    .at(-1 - levels);
}
