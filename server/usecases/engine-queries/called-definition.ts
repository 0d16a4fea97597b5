/**
 * Id of the definition that a call activity has called: what it was bound to, or else (a plan, earlier rows) the process
 * of the key in the bundle of its caller. `call` is the alias of its activity.
 */
export const definitionOf = (call: string, bundle: string): string =>
  `COALESCE(${call}.called_definition_id, (SELECT b.id FROM process_definition b WHERE b.bundle_id = ${bundle} AND b.process_key = ${call}.called_process_key))`;
