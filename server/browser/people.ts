import type { Page } from 'playwright-core';
import { demoPassword } from '../demo/load-demo.ts';

/** Signs in by hand; `next` is where to go then. */
export async function signInBy(page: Page, address: string, username: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('用户名').waitFor({ state: 'detached' });
}

/** Opens an address of the portal as a person would after a sign-in that has lapsed: with a new one. */
export async function comeBack(page: Page, address: string, username: string): Promise<void> {
  await page.context().clearCookies();
  await signInBy(page, address, username);
}

interface GoodDeed {
  readonly title: string;
  readonly description: string;
}

/** Fills the form B-R01 as a pupil would on a phone, with a photo as evidence. */
export async function fillGoodDeed(page: Page, record: GoodDeed): Promise<void> {
  await page.getByLabel('好人好事').check();
  await page.getByLabel('名称').fill(record.title);
  await page.getByRole('textbox', { name: '日期' }).click();
  await page.locator('.flatpickr-calendar.open .flatpickr-day.today').click();
  await page.keyboard.press('Escape');
  await page.getByLabel('地点').fill('梅林社区');
  await page.getByLabel('学校组织').check();
  await page.getByLabel('组织单位').fill('梅林社区居委会');
  await page.getByLabel('写实描述').fill(record.description);
  await page.getByLabel(/我承诺/).check();
}
