import type { Context } from '../../context.ts';

/** Names of users by id, for showing who did what; somebody who is gone has none. */
export async function peopleNames(
  context: Context,
  userIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(userIds.filter((id) => id !== null))];
  const users = ids.length === 0 ? [] : await context.tables.users.find({ id: ids });
  return new Map(users.map(({ id, name }) => [id, name]));
}
