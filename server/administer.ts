import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { createContext } from './create-context.ts';
import { openDatabase } from './persistence/database.ts';
import { migrate } from './persistence/migrate.ts';
import { assertSuitable } from './persistence/suitability.ts';
import { createCity } from './usecases/organisation/create-city.ts';
import { setPassword } from './usecases/session/set-password.ts';

const usage = `npm run administer -- create-city --code 440300 --name 深圳市 --username city
npm run administer -- set-password --username city

Passwords are made here and printed once. Run it where the server runs, with the server's environment.`;

/** What must be done once before anybody can sign in, and when nobody can any more. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { code: { type: 'string' }, name: { type: 'string' }, username: { type: 'string' } },
  });
  const { code, name, username } = values;
  const config = readConfig(process.env);
  const database = await openDatabase(config.databaseUrl);
  await assertSuitable(database);
  await migrate(database);
  const context = createContext({ ...config, database, log: pino({ level: 'silent' }) });
  const password = randomBytes(12).toString('base64url');
  try {
    if (positionals[0] === 'create-city' && code && name && username)
      await createCity(context, { code, name, username, password });
    else if (positionals[0] === 'set-password' && username)
      await setPassword(context, { username, password });
    else throw new Error(usage);
    console.log(`${username}: ${password}`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
