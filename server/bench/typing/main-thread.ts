import type { Page } from 'playwright-core';

/** Which stretches of work a page’s main thread has done, as its own observers tell. */
export interface Blocks {
  /** ms of the longest stretch during which no key could be answered. */
  readonly longest: number;
  /** How many stretches the browser calls long tasks: 50 ms and more. */
  readonly longTasks: number;
  /** ms from a key to the next picture, the slowest of them. */
  readonly slowestKey: number;
}

interface Seen {
  tasks: number[];
  handlers: number[];
  keys: number[];
}

type WatchedWindow = Window & { seenByBench?: Seen };

/** Begins to watch the page, and forgets what was seen before. */
export async function watchMainThread(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = window as WatchedWindow;
    const fresh: Seen = { tasks: [], handlers: [], keys: [] };
    if (watched.seenByBench) {
      Object.assign(watched.seenByBench, fresh);
      return;
    }
    watched.seenByBench = fresh;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) fresh.tasks.push(duration);
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        fresh.handlers.push(entry.processingEnd - entry.processingStart);
        if (/^key|input/.test(entry.name)) fresh.keys.push(entry.duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

export async function blocksSeen(page: Page): Promise<Blocks> {
  const seen = await page.evaluate(() => (window as WatchedWindow).seenByBench);
  if (!seen) throw new Error('the page was not watched');
  return {
    longest: Math.max(0, ...seen.tasks, ...seen.handlers),
    longTasks: seen.tasks.length,
    slowestKey: Math.max(0, ...seen.keys),
  };
}

/** Waits until the page has had nothing long to do for a while. */
export async function untilCalm(page: Page): Promise<void> {
  for (let calm = 0; calm < 2; ) {
    await watchMainThread(page);
    await page.waitForTimeout(400);
    calm = (await blocksSeen(page)).longest < 50 ? calm + 1 : 0;
  }
}

/** ms between two keys of somebody who types fast, and a pause to think in the middle. */
const pace = { key: 110, pause: 900 };

/** Types into what has the focus as a person does, and goes on watching until what that has set off is done. */
export async function typeWatched(page: Page, text: string): Promise<Blocks> {
  await page.waitForLoadState('networkidle');
  await untilCalm(page);
  await watchMainThread(page);
  const half = Math.ceil(text.length / 2);
  await page.keyboard.type(text.slice(0, half), { delay: pace.key });
  await page.waitForTimeout(pace.pause);
  await page.keyboard.type(text.slice(half), { delay: pace.key });
  await page.waitForTimeout(pace.pause);
  return blocksSeen(page);
}
