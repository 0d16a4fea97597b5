import type { Context } from '../../context.ts';

interface DeployedDefinitions {
  /** What the engine is asked by. */
  readonly keys: readonly string[];
  /** What is ours among the answers: others may deploy processes of the same key. */
  readonly ids: ReadonlySet<string>;
}

/** Process definitions that this server has deployed to the engine. */
export async function deployedDefinitions(context: Context): Promise<DeployedDefinitions> {
  const rows = await context.sql.all<{ process_key: string; engine_definition_id: string }>(
    'SELECT process_key, engine_definition_id FROM engine_deployment',
  );
  return {
    keys: [...new Set(rows.map((row) => row.process_key))],
    ids: new Set(rows.map((row) => row.engine_definition_id)),
  };
}
