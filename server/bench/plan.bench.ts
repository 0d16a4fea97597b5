import { type Browser, chromium } from 'playwright-core';
import { signInBy } from '../browser/people.ts';
import { atMost, printGoals, printTable } from './report.ts';
import { type TypedEditor, typedEditors } from './typing/editors.ts';
import { fullSize, largest } from './typing/large-plan.ts';
import { type Blocks, typeWatched } from './typing/main-thread.ts';
import { openTypingWorld, type TypingWorld } from './typing/typing-world.ts';

const goal = { name: 'longest block while typing, ms', most: 50 };
const usualText = 'benxueqi jilu heshi';
/** ms until a page that does not come is given up. */
const patience = 60_000;

async function personOf(browser: Browser, { server }: TypingWorld, username: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await signInBy(page, `${server.address}/designer/`, username);
  return page;
}

/** Opens a page with nothing in the cache, and waits until what is edited on it is there; ms. */
async function timeToOpen(
  browser: Browser,
  world: TypingWorld,
  { path, ready }: { readonly path: string; readonly ready: string },
): Promise<number> {
  const page = await personOf(browser, world, 'nanshan');
  const begin = performance.now();
  await page.goto(`${world.server.address}/designer/layers/${world.district}/${path}`);
  await page.locator(ready).waitFor({ timeout: patience });
  const took = performance.now() - begin;
  await page.context().close();
  return took;
}

/** An editor that can not be reached was not measured, and does not meet the goal. */
async function typeIn(browser: Browser, world: TypingWorld, editor: TypedEditor): Promise<Blocks> {
  const page = await personOf(browser, world, editor.as);
  try {
    await page.goto(world.server.address + editor.path(world));
    await editor.reach(page);
    return await typeWatched(page, editor.text ?? usualText);
  } catch (error) {
    console.log(`${editor.name} was not measured: ${(error as Error).message}`);
    return { longest: Number.POSITIVE_INFINITY, longTasks: 0, slowestKey: Number.POSITIVE_INFINITY };
  } finally {
    await page.context().close();
  }
}

/** Answers the longest block of all editors. */
async function measure(browser: Browser, world: TypingWorld): Promise<number> {
  const rows: [string, Blocks][] = [];
  for (const editor of typedEditors) rows.push([editor.name, await typeIn(browser, world, editor)]);
  printTable(
    ['typing in', 'longest block, ms', 'long tasks', 'slowest key, ms'],
    rows.map(([name, { longest, longTasks, slowestKey }]) => [name, longest, String(longTasks), slowestKey]),
  );
  const form = { path: `forms/${largest.form}`, ready: '.op-builder[data-ready=true]' };
  const process = { path: `processes/${largest.process}`, ready: '.op-modeler[data-ready=true]' };
  printTable(
    ['first opening', 'ms'],
    [
      [`the largest form, ${largest.components} components`, await timeToOpen(browser, world, form)],
      ['a process', await timeToOpen(browser, world, process)],
    ],
  );
  return Math.max(...rows.map(([, { longest }]) => longest));
}

const executablePath = process.env.CHROMIUM;
if (!executablePath) {
  console.log('There is no Chromium: typing in the editors was not measured.');
  printGoals('plan', [{ name: goal.name, value: Number.NaN, goal: goal.most, met: false }]);
} else {
  const world = await openTypingWorld(fullSize);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    printGoals('plan', [atMost(goal.name, await measure(browser, world), goal.most)]);
  } finally {
    await browser.close();
    await world.server.close();
  }
}
