/**
 * The order of a list that two sides changed: who left the order alone follows the other; what only one side has
 * stands behind what it stood behind there. Additions at the same place come in the order of their ids, whichever
 * side they are from. Where both reordered what both have, `mine` decides.
 */
export function mergeOrder(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
  members: ReadonlySet<string>,
): string[] {
  const inTheirs = new Set(theirs);
  const inMine = new Set(mine);
  const isShared = (id: string) => members.has(id) && inTheirs.has(id) && inMine.has(id);
  const inBase = new Set(base);
  const ofBase = (list: readonly string[]) => list.filter((id) => isShared(id) && inBase.has(id));
  const unmoved = ofBase(mine).join('\n') === base.filter(isShared).join('\n');
  const spine = (unmoved ? theirs : mine).filter(isShared);
  const runs = new Map<string, string[][]>();
  for (const [list, other] of [
    [theirs, inMine],
    [mine, inTheirs],
  ] as const)
    collectRuns(list, (id) => members.has(id) && !other.has(id), isShared, runs);
  const between = (anchor: string) =>
    (runs.get(anchor) ?? []).sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)).flat();
  return [...between(''), ...spine.flatMap((id) => [id, ...between(id)])];
}

/** What only one side has, by the shared member that it stands behind ('' at the start). */
function collectRuns(
  list: readonly string[],
  isOwn: (id: string) => boolean,
  isShared: (id: string) => boolean,
  runs: Map<string, string[][]>,
): void {
  let anchor = '';
  let run: string[] = [];
  for (const id of list) {
    if (isShared(id)) {
      anchor = id;
      run = [];
    } else if (isOwn(id)) {
      if (run.length === 0) runs.set(anchor, [...(runs.get(anchor) ?? []), run]);
      run.push(id);
    }
  }
}
