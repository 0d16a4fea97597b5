import type { Random } from '../demo/random.ts';
import type { Acknowledged } from './ledger.ts';
import type { People, Story } from './record-stories.ts';
import type { StubbornClient } from './stubborn-client.ts';

const clients = 8;

/** Clients that take any story and do its next step until all are told. */
export async function tell(people: People, stories: readonly Story[], random: Random): Promise<void> {
  const open = [...stories];
  let idle = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (open.length > 0) {
        const [story] = open.splice(random.integer(0, open.length - 1), 1);
        if (!story) break;
        const went = await people.advance(story);
        if (story.steps.length > 0) open.push(story);
        idle = went ? 0 : idle + 1;
        if (idle > 5_000) throw new Error(`nobody can go on: ${story.title} waits to ${story.steps[0]}`);
        if (!went) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }),
  );
}

/** Sends acknowledged commands again; answers those that are not answered just as before. */
export async function replay(
  client: StubbornClient,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const entries = [...acknowledged];
  const wrong: string[] = [];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let entry = entries.pop(); entry; entry = entries.pop()) {
        const again = await client.send(entry.username, entry.request);
        if (again.status !== 200 || again.text !== entry.text || !again.replayed)
          wrong.push(`${entry.request.path} ${entry.request.key}: ${again.status} ${again.text}`);
      }
    }),
  );
  return wrong;
}
