import { ADDRESS_ATTRIBUTES, ATTRIBUTES, ELEMENTS, isSafeAddress } from './markup-allow-list.ts';

/** What is wrong with a piece of markup: the element, attribute or address that is not allowed. */
export interface MarkupProblem {
  readonly what: 'element' | 'attribute' | 'address' | 'syntax';
  readonly detail: string;
}

const TAG_START = /<(?=[a-z/!?])/gi;
const NAME = /\/?([a-z][a-z\d-]*)/iy;
const ATTRIBUTE = /[\s/]+([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/y;
const TAG_END = /\s*\/?>/y;

/**
 * The first thing in an author's text that is not on the allow-list. Whatever cannot be read as a plain tag
 * counts as wrong: browsers repair broken markup in surprising ways.
 */
export function markupProblem(
  text: string,
  moreElements: ReadonlySet<string> = new Set(),
): MarkupProblem | undefined {
  TAG_START.lastIndex = 0;
  for (let match = TAG_START.exec(text); match !== null; match = TAG_START.exec(text)) {
    const problem = tagProblem(text, match.index + 1, moreElements);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function tagProblem(text: string, start: number, more: ReadonlySet<string>): MarkupProblem | undefined {
  NAME.lastIndex = start;
  const name = NAME.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return { what: 'syntax', detail: text.slice(start - 1, start + 19) };
  if (!ELEMENTS.has(name) && !more.has(name)) return { what: 'element', detail: name };
  let at = NAME.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (match === null) break;
    const problem = attributeProblem((match[1] ?? '').toLowerCase(), match[2] ?? '');
    if (problem !== undefined) return problem;
    at = ATTRIBUTE.lastIndex;
  }
  TAG_END.lastIndex = at;
  return TAG_END.test(text) ? undefined : { what: 'syntax', detail: text.slice(start - 1, start + 19) };
}

/** Whether an attribute may stand in an element; `value` may still be quoted. */
export function attributeProblem(name: string, value: string): MarkupProblem | undefined {
  if (!ATTRIBUTES.has(name) && !/^aria-[a-z]+$/.test(name)) return { what: 'attribute', detail: name };
  const plain = value.replace(/^(["'])(.*)\1$/s, '$2');
  if (ADDRESS_ATTRIBUTES.has(name) && !isSafeAddress(plain))
    return { what: 'address', detail: plain.slice(0, 80) };
  return undefined;
}
