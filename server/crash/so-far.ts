import type { Context } from '../context.ts';
import { differences } from './findings.ts';
import type { Ledger } from './ledger.ts';
import { acknowledged, doneOf, effectsOf, seenEffects } from './outcomes.ts';
import { type Story, toItsEnd } from './story.ts';
import type { StubbornClient } from './stubborn-client.ts';

/** Longer than any recovery may take, many times over. */
const longestWait = 60_000;

/** What can be said while people act and nothing has settled. Each must be empty. */
export interface SoFar {
  /** Acknowledged, and not there. */
  readonly lost: readonly string[];
  /** There more often than it can ever be. */
  readonly doubled: readonly string[];
  /** Given up, or without an answer for a minute. */
  readonly stuck: readonly string[];
}

/** The judgement in the middle: what is not done yet is nothing wrong. */
export async function judgeSoFar(
  context: Context,
  stories: readonly Story[],
  ledger: Ledger,
  client: StubbornClient,
): Promise<SoFar> {
  // First what is known, then what is there: in the meantime that can only become more.
  const promised = acknowledged(ledger);
  const done = await doneOf(context);
  const seen = (await seenEffects(context)).map((item) =>
    item.replace(/notice open$/, 'notice opened and closed'),
  );
  const atMost = stories.flatMap((story) => effectsOf(toItsEnd(story)));
  const tooMany = (expected: readonly string[], actual: readonly string[]) =>
    differences(expected, actual).filter((line) => line.startsWith('too many'));
  return {
    lost: differences(promised, done).filter((line) => line.startsWith('missing')),
    doubled: [...tooMany([...new Set(done)], done), ...tooMany(atMost, seen)],
    stuck: [...(await givenUp(context)), ...client.waitingLongerThan(longestWait)],
  };
}

async function givenUp({ sql }: Context): Promise<string[]> {
  const rows = await sql.all<{ kind: string; element_id: string; instance_id: string }>(
    'SELECT kind, element_id, instance_id FROM incident',
  );
  return rows.map((row) => `an incident (${row.kind}) at ${row.element_id} of ${row.instance_id}`);
}
