/** Without any progress for so long the processes are taken for stuck. */
const patience = 60_000;

export const moments = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Waits for other processes. Gives up when `progress` (nothing: the answer itself) has stood still for a minute; what is
 * wrong then shows by itself.
 */
export async function until(
  reached: () => Promise<boolean>,
  progress: () => Promise<number> = async () => 0,
  between = 20,
): Promise<void> {
  let last = Number.NaN;
  let since = performance.now();
  while (!(await reached())) {
    const now = await progress();
    if (now !== last) since = performance.now();
    last = now;
    if (performance.now() - since > patience) return;
    await moments(between);
  }
}
