/**
 * How much of what happened is kept, as on Camunda 7:
 * - `none`: nothing; a finished instance is deleted instead of archived;
 * - `activity`: instances, tasks and activities;
 * - `audit`: also the last values of variables;
 * - `full`: also every change of a variable.
 */
export const historyLevels = ['none', 'activity', 'audit', 'full'] as const;
export type HistoryLevel = (typeof historyLevels)[number];

/** Whether a level keeps what another one keeps. */
export function keeps(level: HistoryLevel, least: HistoryLevel): boolean {
  return historyLevels.indexOf(level) >= historyLevels.indexOf(least);
}
