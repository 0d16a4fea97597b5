import type { Random } from '../demo/random.ts';
import type { Acknowledged } from './ledger.ts';
import type { People } from './record-stories.ts';
import type { Story } from './story.ts';
import type { StubbornClient } from './stubborn-client.ts';

const clients = 8;

/** Clients that take any story and do its next step until all are told, or they are to stop after what they have begun. */
export async function tell(
  people: People,
  stories: readonly Story[],
  random: Random,
  stop: AbortSignal,
): Promise<void> {
  const open = [...stories];
  let idle = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (open.length > 0 && !stop.aborted) {
        const [story] = open.splice(random.integer(0, open.length - 1), 1);
        if (!story) break;
        const went = await people.advance(story);
        if (story.toDo.length > 0) open.push(story);
        idle = went ? 0 : idle + 1;
        if (idle > 5_000) throw new Error(`nobody can go on: ${story.title} waits to ${story.toDo[0]}`);
        if (!went) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }),
  );
}

/** Sends acknowledged commands again; answers those that are not answered just as before. */
export async function replay(
  client: StubbornClient,
  acknowledged: readonly Acknowledged[],
  stop: AbortSignal,
): Promise<string[]> {
  const entries = [...acknowledged];
  const wrong: string[] = [];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let entry = entries.pop(); entry && !stop.aborted; entry = entries.pop()) {
        const again = await client.send(entry.username, entry.request);
        if (again.status !== 200 || again.text !== entry.text || !again.replayed)
          wrong.push(`${entry.request.path} ${entry.request.key}: ${again.status} ${again.text}`);
      }
    }),
  );
  return wrong;
}
