/** bytes; as the contract of the import */
export const rosterLimit = 20 * 1024 * 1024;

export type RosterFormat = 'xlsx' | 'csv';

/** The format of a roster file by its name; `null`: neither. */
export function rosterFormat(name: string): RosterFormat | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'xlsx' || ending === 'csv' ? ending : null;
}

export function rosterFault(file: {
  readonly name: string;
  readonly size: number;
}): 'wrongType' | 'tooLarge' | null {
  if (rosterFormat(file.name) === null) return 'wrongType';
  return file.size > rosterLimit ? 'tooLarge' : null;
}
