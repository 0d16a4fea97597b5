/** Works through a list with some pieces at the same time; results stand in the order of the list. */
export async function playAll<T, R>(
  items: readonly T[],
  atOnce: number,
  play: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next; index < items.length; index = next) {
      next += 1;
      results[index] = await play(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
