import { componentIdAt } from './component-on-canvas.ts';

/** How a locked component is marked on the canvas. */
export interface LockMark {
  readonly lockClass: string;
  /** What stands on the mark: 锁定. */
  readonly short: string;
  /** What a reader hears: which component, who locked it. */
  readonly label: string;
  /** It may neither be moved nor taken out. */
  readonly stays: boolean;
}

export type LockMarks = (component: string) => LockMark | undefined;

const markClass = 'op-component-lock';

/** Puts the marks on the canvas, now and whenever it is drawn anew; pressing one opens the component. */
export function markLocks(
  canvas: Element,
  marks: LockMarks,
  onOpen: ((component: string) => void) | undefined,
): () => void {
  const draw = () => {
    for (const element of canvas.querySelectorAll<HTMLElement>('.formarea .builder-component')) {
      const id = componentIdAt(element);
      const mark = id === null ? undefined : marks(id);
      if (id === null || mark === undefined || element.querySelector(`:scope > .${markClass}`)) continue;
      element.dataset.lock = mark.lockClass;
      element.dataset.stays = String(mark.stays);
      element.classList.toggle('no-drag', mark.stays);
      element.prepend(button(mark, () => onOpen?.(id)));
    }
  };
  draw();
  const observer = new MutationObserver(draw);
  observer.observe(canvas, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function button({ short, label }: LockMark, onPress: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = markClass;
  element.setAttribute('aria-label', label);
  const icon = document.createElement('i');
  icon.className = 'bi bi-lock';
  icon.setAttribute('aria-hidden', 'true');
  element.append(icon, ` ${short}`);
  element.addEventListener('click', onPress);
  return element;
}
