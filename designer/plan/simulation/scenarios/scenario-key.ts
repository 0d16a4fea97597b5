const longest = 90;

/** A key for a new file of scenarios about a flow, which none of the draft has. */
export function newScenarioKey(process: string, taken: readonly string[]): string {
  const stem =
    process
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[-0-9]+|-+$/g, '')
      .slice(0, longest)
      .replace(/-+$/, '') || 'scenario';
  let key = stem;
  for (let copy = 2; taken.includes(key); copy += 1) key = `${stem}-${copy}`;
  return key;
}
