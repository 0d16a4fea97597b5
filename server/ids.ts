import { v7 } from 'uuid';

/** UUID v7: ordered by time, so that inserts stay at the end of the index; 74 random bits, so that none can be guessed. */
export const newId = (): string => v7();
