/** What is refused before it is read: a plan of a hundred forms and forty processes takes about a tenth of it. */
export const planFileLimits = {
  /** bytes of the zip file */
  packed: 8_000_000,
  entries: 600,
  /** bytes of one file in it; as much as one save takes */
  entry: 1_100_000,
  /** bytes of all files in it together */
  unpacked: 40_000_000,
} as const;
