import type { Page } from 'playwright-core';

export interface Effort {
  readonly clicks: number;
  /** characters that were typed into fields */
  readonly characters: number;
}

/** Counts what a person does on a page from now on: presses of the mouse, and what is typed. */
export async function countEffort(page: Page): Promise<() => Promise<Effort>> {
  await page.addInitScript(() => {
    const add = (name: string, by: number) =>
      sessionStorage.setItem(name, String(Number(sessionStorage.getItem(name) ?? 0) + by));
    const known = new WeakMap<EventTarget, number>();
    document.addEventListener('click', ({ isTrusted }) => isTrusted && add('effort.clicks', 1), true);
    document.addEventListener(
      'input',
      ({ target }) => {
        if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
        if (target.type === 'radio' || target.type === 'checkbox') return;
        add('effort.characters', Math.max(target.value.length - (known.get(target) ?? 0), 0));
        known.set(target, target.value.length);
      },
      true,
    );
  });
  return () =>
    page.evaluate(() => ({
      clicks: Number(sessionStorage.getItem('effort.clicks') ?? 0),
      characters: Number(sessionStorage.getItem('effort.characters') ?? 0),
    }));
}
