import { readFileSync } from 'node:fs';

/** What was measured of one kind of operation. Times in milliseconds. */
export interface Measured {
  readonly count: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly mean: number;
}

/** Collects how long operations took, over one or several windows of time; outside of a window nothing counts. */
export class Meter {
  readonly #times = new Map<string, number[]>();
  readonly #totals = new Map<string, number>();
  #seconds = 0;
  #open = false;

  async time<T>(operation: string, call: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await call();
    this.#totals.set(operation, this.total(operation) + 1);
    if (this.#open) {
      let times = this.#times.get(operation);
      if (!times) {
        times = [];
        this.#times.set(operation, times);
      }
      times.push(performance.now() - began);
    }
    return result;
  }

  /** How often it was done, outside of the windows too: what CPU time over the whole of it belongs to. */
  total(operation: string): number {
    return this.#totals.get(operation) ?? 0;
  }

  /** Counts for as long as `body` runs. */
  async window(body: () => Promise<void>): Promise<void> {
    const began = performance.now();
    this.#open = true;
    await body();
    this.#open = false;
    this.#seconds += (performance.now() - began) / 1000;
  }

  measured(operation: string): Measured {
    const times = Float64Array.from(this.#times.get(operation) ?? []).sort();
    const at = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
    return {
      count: times.length,
      perSecond: times.length / this.#seconds,
      p50: at(0.5),
      p99: at(0.99),
      mean: times.reduce((sum, time) => sum + time, 0) / times.length,
    };
  }
}

/**
 * Lets so many clients repeat `body` until the time is over, each at its own pace; what they are in the middle of then
 * is finished. With `warm` seconds before, in which nothing counts.
 */
export async function drive(
  meter: Meter,
  { clients, seconds, warm = 0 }: { clients: number; seconds: number; warm?: number },
  body: (client: number) => Promise<void>,
): Promise<void> {
  let over = false;
  const running = Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (!over) await body(client);
    }),
  );
  // A client that fails ends the wait at once.
  const wait = (time: number) =>
    Promise.race([running, new Promise((resolve) => setTimeout(resolve, time * 1000))]);
  if (warm > 0) await wait(warm);
  await meter.window(async () => {
    await wait(seconds);
  });
  over = true;
  await running;
}

const clockTick = 10;

/** Milliseconds of CPU that a process has used so far, in user and kernel mode; 0 where the system does not tell. */
export function cpuOf(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * clockTick;
  } catch {
    return 0;
  }
}
