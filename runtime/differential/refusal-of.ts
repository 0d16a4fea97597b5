import { Refused } from './engine-under-test.ts';

/** What an engine says when it refuses the work; undefined when it does it. */
export async function refusalOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}
