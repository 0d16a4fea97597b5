import type { Context } from '../context.ts';

type Send = (...parameters: unknown[]) => unknown;

export interface RoundTrips {
  /** How often the database was asked something since the last call. */
  take(): number;
  stop(): void;
}

/** Counts what every connection of this process sends to the database, below all layers of ours. */
export async function countRoundTrips(context: Context): Promise<RoundTrips> {
  let count = 0;
  const restore = await context.database.sequelize.transaction(async (transaction) => {
    const { connection } = transaction as unknown as { connection: object };
    // A statement that this connection has prepared before is asked for and sent as one packet.
    const methods = context.database.dialect === 'mysql' ? ['writePacket'] : ['all', 'run', 'exec'];
    return watch(connection, methods, () => {
      count++;
    });
  });
  return {
    take: () => {
      const taken = count;
      count = 0;
      return taken;
    },
    stop: restore,
  };
}

/** Calls `seen` before each of the methods that all connections share; answers how to undo that. */
function watch(connection: object, methods: readonly string[], seen: () => void): () => void {
  const undo = methods.map((method) => {
    let owner: object | null = connection;
    while (owner && !Object.hasOwn(owner, method)) owner = Object.getPrototypeOf(owner) as object | null;
    const holder = owner as Record<string, Send>;
    const original = holder[method];
    if (!owner || !original) throw new Error(`the driver's connection has no ${method}`);
    holder[method] = function (this: unknown, ...parameters: unknown[]) {
      seen();
      return original.apply(this, parameters);
    };
    return () => {
      holder[method] = original;
    };
  });
  return () => {
    for (const each of undo) each();
  };
}
