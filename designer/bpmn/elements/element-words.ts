import type { TFunction } from 'i18next';
import type { ElementKindKey } from './element-kinds.ts';

/** What elements of a flow and what is done with them are called. */
export interface ElementWords {
  readonly name: (kind: ElementKindKey) => string;
  readonly hint: (kind: ElementKindKey) => string;
  readonly appendTitle: string;
  readonly createTitle: string;
  readonly tool: (tool: 'hand' | 'lasso' | 'space' | 'connect' | 'more' | 'delete') => string;
}

export function elementWords(t: TFunction<'flow'>): ElementWords {
  return {
    name: (kind) => t(`kind.${kind}`),
    hint: (kind) => t(`kindHint.${kind}`),
    appendTitle: t('append.title'),
    createTitle: t('create.title'),
    tool: (tool) => t(`tool.${tool}`),
  };
}
