import type { Page } from 'playwright-core';

/** What the keyboard cannot do that a mouse can, one line each. */
export async function outOfReach(page: Page, exclude: readonly string[]): Promise<string[]> {
  const stops = await collect(page, exclude);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  // Once around, and as often again for what comes first in the document of the browser itself.
  for (let pressed = 0; pressed < stops + 15; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(noteStop)) break;
  }
  return page.evaluate(missed);
}

interface Reach {
  stops: Map<Element, string>;
  seen: Set<Element>;
  unmarked: Set<Element>;
  group: (element: Element) => Element;
  name: (element: Element) => string;
  look: (element: Element) => string;
  foreign: (element: Element) => boolean;
}

type ReachWindow = Window & { reach?: Reach };

/** Notes everything that a mouse can press or fill, and how it looks without the focus; answers how much it is. */
function collect(page: Page, exclude: readonly string[]): Promise<number> {
  return page.evaluate((excluded) => {
    /** One of them has the focus, and arrows lead to the others. */
    const composites =
      '[role=tree],[role=tablist],[role=radiogroup],[role=menu],[role=listbox],[role=grid],[role=toolbar][data-roving]';
    const foreign = (element: Element) => excluded.some((selector) => element.closest(selector) !== null);
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}.${element.getAttribute('class')?.split(' ')[0] ?? ''} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
    const group = (element: Element) => {
      if (element instanceof HTMLInputElement && element.type === 'radio' && element.name)
        return document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]`) ?? element;
      return element.closest(composites) ?? element;
    };
    const isVisible = (element: Element) => {
      const box = element.getBoundingClientRect();
      const shown = element.checkVisibility({ checkVisibilityCSS: true }) && box.width > 0 && box.height > 0;
      return shown && element.closest('[inert],[aria-hidden=true]') === null;
    };
    const look = (element: Element) => {
      const around = [element, element.nextElementSibling, element.parentElement?.nextElementSibling];
      for (let at = element.parentElement; at && around.length < 8; at = at.parentElement) around.push(at);
      return around
        .map((it) => {
          if (!it) return '';
          const style = getComputedStyle(it);
          const { outlineStyle, outlineColor, outlineWidth, boxShadow, borderColor, backgroundColor } = style;
          const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineColor} ${outlineWidth}`;
          return [outline, boxShadow, borderColor, backgroundColor, style.textDecorationLine].join(' ');
        })
        .join('|');
    };
    const pressable = [
      ...document.querySelectorAll(
        'a[href],button,input:not([type=hidden]),select,textarea,summary,[contenteditable=true],[role=button],[role=link],[role=tab],[role=treeitem],[role=switch],[role=checkbox],[role=combobox]',
      ),
    ].filter(
      (element) =>
        !foreign(element) &&
        // Arrows do what the first do; a press on the second does nothing where the panel does not fold.
        !element.matches('.ant-input-number-action, .formio-component-panel .card-header') &&
        !(element as HTMLButtonElement).disabled &&
        element.getAttribute('aria-disabled') !== 'true' &&
        isVisible(element),
    );
    (window as ReachWindow).reach = {
      stops: new Map(pressable.map((element) => [element, look(element)])),
      seen: new Set(),
      unmarked: new Set(),
      group,
      name,
      look,
      foreign,
    };
    return document.querySelectorAll('a,button,input,select,textarea,[tabindex]').length;
  }, exclude);
}

/** Notes what has the focus; true when it has gone once around. */
function noteStop(): boolean {
  const { reach } = window as ReachWindow;
  const at = document.activeElement;
  if (!reach || !at || at === document.body) return false;
  if (reach.seen.has(at)) return [...reach.seen][0] === at && reach.seen.size > 1;
  reach.seen.add(at);
  const before = reach.stops.get(at);
  if (before !== undefined && before === reach.look(at)) reach.unmarked.add(at);
  return false;
}

function missed(): string[] {
  const { reach } = window as ReachWindow;
  if (!reach) return ['the page was not looked at'];
  const groups = new Set([...reach.seen].map(reach.group));
  const notReached = [...reach.stops.keys()].filter(
    (element) => element.isConnected && !reach.seen.has(element) && !groups.has(reach.group(element)),
  );
  const handlers = [...document.querySelectorAll('body *')].filter((element) => {
    const key = Object.keys(element).find((it) => it.startsWith('__reactProps$'));
    const props =
      key === undefined ? undefined : (element as unknown as Record<string, { onClick?: unknown }>)[key];
    if (!props?.onClick || reach.foreign(element)) return false;
    const focusable = 'a[href],button,input,select,textarea,label,[tabindex],[role=menuitem],[role=option]';
    return element.closest(focusable) === null && element.querySelector(focusable) === null;
  });
  return [
    ...notReached.map((element) => `Tab does not reach ${reach.name(element)}`),
    ...[...reach.unmarked].map((element) => `nothing shows the focus on ${reach.name(element)}`),
    ...handlers.map((element) => `only a mouse can press ${reach.name(element)}`),
  ];
}
