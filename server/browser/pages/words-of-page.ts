import type { Page } from 'playwright-core';

/** Words of other languages that a Chinese page has, too: names of formats and units. */
const known =
  /^(OnePlan|JSON|JSONLogic|BPMN|DMN|FEEL|CSV|PDF|Excel|MB|KB|GB|SHA|Form\.io|Camunda|bpmn\.io|C[0-9]|[A-Z]{1,3}-?[A-Z]?[0-9]+|Ctrl|Alt|Shift|Enter|Esc|Tab|API|URL|ID)$/;

/** Texts that are keys of the dictionary, or English where the page is Chinese; names in code are left out. */
export async function foreignWords(page: Page, exclude: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate((excluded) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    const code = [
      'code',
      'pre',
      'kbd',
      'script',
      'style',
      '[class*=code]',
      '[lang=en]',
      '.bjs-powered-by',
      'textarea',
      ...excluded,
    ];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent?.checkVisibility() || code.some((selector) => parent.closest(selector))) continue;
      found.push(walker.currentNode.textContent?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label],[title],[placeholder]'))
      if (!code.some((selector) => element.closest(selector)))
        for (const attribute of ['aria-label', 'title', 'placeholder'])
          found.push(element.getAttribute(attribute) ?? '');
    return found;
  }, exclude);
  return [...new Set(texts)].filter(isForeign);
}

function isForeign(text: string): boolean {
  if (/^[a-z][A-Za-z]*(\.[A-Za-z-]+)+$/.test(text)) return true;
  const words = text.match(/[A-Za-z][A-Za-z0-9.-]*/g) ?? [];
  // A word in a sentence in Chinese is a name that somebody gave; two in a row are a sentence in English.
  return /[A-Za-z]{2,} [A-Za-z]{2,}/.test(text) && words.some((word) => !known.test(word));
}
