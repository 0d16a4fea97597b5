import type { EmbeddedSide } from './embedded-side.ts';
import type { EmbeddedWorld } from './embedded-world.ts';
import { drive, type Measured, Meter } from './meter.ts';
import { seedOpenTasks, seedOperatonTasks } from './open-tasks.ts';
import type { OperatonAccess, OperatonSide } from './operaton-side.ts';
import { seededId } from './seed-school.ts';

interface InboxSetting {
  readonly world: EmbeddedWorld;
  readonly ours: EmbeddedSide;
  readonly theirs: OperatonSide | null;
  readonly operaton: OperatonAccess | null;
  readonly clients: number;
  /** How many of the inboxes are asked for. */
  readonly teachers: number;
  readonly tasks: number;
  readonly seconds: number;
}

export interface InboxLoad {
  readonly tasks: number;
  readonly ours: Measured;
  readonly all: readonly { readonly name: string; readonly measured: Measured }[];
  /** Ours to the faster of Operaton's two kinds of inbox. */
  readonly ratio: number | null;
}

const rows = 15;
const tasksPerHolder = 100;

/**
 * Inboxes with so many tasks open in all, a hundred in each. Ours answers a page with the names of pupil and class, the
 * counts of what is due and the forms that wait; Operaton its plain tasks, of one assignee and of one group.
 */
export async function measureInboxes(setting: InboxSetting): Promise<InboxLoad> {
  const { world, ours, theirs, operaton, clients, teachers, tasks, seconds } = setting;
  const spread = { tasks, holders: tasks / tasksPerHolder };
  await seedOpenTasks(world.context, world.databaseUrl, spread);
  if (operaton) await seedOperatonTasks(new URL(`/${operaton.schema}`, operaton.databaseServer).href, spread);
  const reachable = Math.min(teachers, spread.holders);
  const people: Readonly<Record<string, string>>[] = [];
  for (let number = 1; number <= reachable; number++)
    people.push(await world.signIn(seededId('class-teacher', number)));
  let turn = 0;
  const next = () => turn++ % reachable;
  const page = `maxResults=${rows}&sortBy=dueDate&sortOrder=asc`;
  const asks: { name: string; ask: (client: number, meter: Meter) => Promise<number> }[] = [
    {
      name: 'OnePlan, a class teacher',
      ask: (client, meter) => ours.inbox(client, meter, people[next()] ?? {}, rows),
    },
  ];
  if (theirs)
    asks.push(
      {
        name: 'Operaton, an assignee',
        ask: (client, meter) => theirs.inbox(client, meter, `assignee=teacher-${next() + 1}&${page}`),
      },
      {
        name: 'Operaton, a group',
        ask: (client, meter) =>
          theirs.inbox(client, meter, `candidateGroup=class-teacher-${next() + 1}&${page}`),
      },
    );
  const meters = asks.map(() => new Meter());
  for (let round = 0; round < 2; round++)
    for (const [index, { name, ask }] of asks.entries()) {
      const meter = meters[index] ?? new Meter();
      await drive(meter, { clients, seconds, warm: seconds / 2 }, async (client) => {
        if ((await ask(client, meter)) !== rows) throw new Error(`${name}: not a full page`);
      });
    }
  const all = asks.map(({ name }, index) => ({
    name,
    measured: (meters[index] ?? new Meter()).measured('inbox'),
  }));
  const [first, ...others] = all;
  if (!first) throw new Error('nothing was measured');
  const fastest = Math.max(...others.map(({ measured }) => measured.perSecond));
  return {
    tasks,
    ours: first.measured,
    all,
    ratio: others.length > 0 ? first.measured.perSecond / fastest : null,
  };
}
