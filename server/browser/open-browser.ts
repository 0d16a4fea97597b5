import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const screenshots = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
/** Its text is run by the debugger: the pages' own policy would not let a foreign script in. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Without its background services, which would ask hosts of their maker. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface TestBrowser {
  /** A person with a device of their own: own cookies, own window. */
  person(device: 'phone' | 'desktop'): Promise<Page>;
  /** Everything that a page asked of another host, and everything that went wrong in a page. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A real Chromium that may reach `address` and nothing else. */
export async function openBrowser(address: string): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
  });
  const complaints: string[] = [];
  const contexts: BrowserContext[] = [];
  return {
    complaints,
    async person(device) {
      const context = await browser.newContext({
        viewport: device === 'phone' ? { width: 390, height: 844 } : { width: 1440, height: 900 },
        deviceScaleFactor: device === 'phone' ? 2 : 1,
        hasTouch: device === 'phone',
        // axe would measure colours in the middle of a fade.
        reducedMotion: 'reduce',
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      });
      contexts.push(context);
      await context.route('**/*', (route) => {
        const url = route.request().url();
        if (url.startsWith(address) || url.startsWith('blob:') || url.startsWith('data:'))
          return route.continue();
        complaints.push(`outside request: ${url}`);
        return route.abort();
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text()))
          complaints.push(message.text());
      });
      return page;
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
    },
  };
}

/**
 * Takes a picture of the page. It goes into the documents when it is not there yet, or when `KEEP_SCREENSHOTS` is
 * `on` (`npm run screenshots`): an ordinary run of the tests leaves the checkout as it was.
 */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const file = join(screenshots, `${name}.png`);
  if (process.env.KEEP_SCREENSHOTS !== 'on' && existsSync(file)) return;
  mkdirSync(screenshots, { recursive: true });
  writeFileSync(file, picture);
}

interface AxeResult {
  readonly violations: readonly {
    id: string;
    impact: string | null;
    nodes: readonly { target: unknown[] }[];
  }[];
}

/** Serious and critical accessibility violations of the page, one line each. */
export async function accessibilityViolations(
  page: Page,
  exclude: readonly string[] = [],
): Promise<string[]> {
  await page.evaluate(axe);
  const result = (await page.evaluate(async (excluded) => {
    const { axe: checker } = window as unknown as {
      axe: { run(context: unknown, options: unknown): Promise<AxeResult> };
    };
    return checker.run({ exclude: excluded.map((selector) => [selector]) }, { resultTypes: ['violations'] });
  }, exclude)) as AxeResult;
  return result.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
}
