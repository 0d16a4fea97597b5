import { type QueryInterface, QueryTypes } from 'sequelize';
import { SequelizeStorage, Umzug } from 'umzug';
import type { Database } from './database.ts';
import { migrations } from './migrations/index.ts';

/**
 * Brings the schema up to date. Several servers may start at once: one migrates, the others wait.
 * A migration that was cut off is run again from its beginning; its statements are repeatable.
 */
export async function migrate(database: Database): Promise<string[]> {
  const umzug = new Umzug<QueryInterface>({
    migrations: migrations.map((migration) => ({
      name: migration.name,
      up: ({ context }) => migration.up(context),
    })),
    context: database.sequelize.getQueryInterface(),
    storage: new SequelizeStorage({ sequelize: database.sequelize, tableName: 'schema_migration' }),
    logger: undefined,
  });
  const run = async () => (await umzug.up()).map((done) => done.name);
  if (database.dialect === 'sqlite') return run();
  // The lock belongs to a session, and a transaction keeps one; each DDL statement commits by itself all the same.
  return database.sequelize.transaction(async (transaction) => {
    const query = (statement: string) =>
      database.sequelize.query<{ held: number }>(statement, { type: QueryTypes.SELECT, transaction });
    const [lock] = await query("SELECT GET_LOCK(CONCAT('oneplan.migrate.', DATABASE()), 120) AS held");
    if (lock?.held !== 1)
      throw new Error(
        'another server has been migrating this database for two minutes; start again when it is done',
      );
    try {
      return await run();
    } finally {
      await query("SELECT RELEASE_LOCK(CONCAT('oneplan.migrate.', DATABASE())) AS held");
    }
  });
}
