import type { FormioComponentClass } from '@formio/js/form';

interface SelectInstance {
  readonly t: (text: string) => string;
}

type ChoicesOptions = (this: SelectInstance) => Readonly<Record<string, unknown>>;

/** Gives the drop-down lists (Choices.js) the words that Form.io leaves in English. */
export function choicesWords(select: FormioComponentClass | undefined): void {
  const prototype = select?.prototype as { choicesOptions?: ChoicesOptions } | undefined;
  const inherited = prototype?.choicesOptions;
  if (!prototype || !inherited) return;
  prototype.choicesOptions = function () {
    const word = this.t('Remove item');
    return {
      ...inherited.call(this),
      removeItemIconText: () => word,
      removeItemLabelText: (value: unknown) => `${word} ${String(value)}`,
    };
  };
}
