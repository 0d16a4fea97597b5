import { atLeast, atMost } from '../../bench/report.ts';
import { distributionOf, rowsOf } from '../crash-figures.ts';
import { type CommandsRun, longCommandsRun } from './commands-run.ts';
import { findingsOf, type LongPart } from './long-part.ts';

const slowestRecovery = 5_000;

/** People who record and decide while servers and database are killed. */
export async function commandsPart(run: CommandsRun): Promise<LongPart> {
  const figures = await longCommandsRun(run);
  const { wrong, left } = figures;
  const recoveries = [...figures.serverRecoveries, ...figures.databaseRecoveries];
  const early = figures.whole ? [] : ['it ended early: these are the figures of what was done until then'];
  const unsettled = left > 0 ? [`${left} pieces of work were left: it was judged as in the middle`] : [];
  return {
    title: 'Kills of servers and database',
    rows: rowsOf(figures),
    goals: [
      atLeast('kills of the server', figures.serverKills, run.kills.server),
      atLeast('kills of the database', figures.databaseKills, run.kills.database),
      atLeast('keyed commands acknowledged', figures.submissions + figures.completions, figures.commands),
      atMost('lost', wrong.lost.length, 0),
      atMost('doubled', wrong.doubled.length, 0),
      atMost('left behind or stuck', wrong.stuck.length + left, 0),
      atMost('states and rows that disagree', wrong.inconsistent.length, 0),
      atMost('wrong answers', wrong.serverErrors.length + wrong.surprises.length, 0),
      atMost('longest recovery, ms', distributionOf(recoveries).longest, slowestRecovery),
    ],
    findings: [...early, ...unsettled, ...findingsOf({ ...wrong })],
  };
}
