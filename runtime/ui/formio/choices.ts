import type { PickerType } from '../../contracts/pickers.ts';

/** Somebody or some place that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** What a picker of a form asks for. */
export interface ChoiceQuery {
  readonly picker: PickerType;
  readonly roles?: readonly string[];
  readonly unitKinds?: readonly string[];
}

/** Where the pickers of a form get their choices. Rejects with an `Error` whose message can be shown. */
export type ChoiceSource = (query: ChoiceQuery) => Promise<readonly Choice[]>;

/** Choices as they are offered: those of one name with what tells them apart. */
export function offered(
  choices: readonly Choice[],
): readonly { readonly id: string; readonly text: string }[] {
  const times = new Map<string, number>();
  for (const { name } of choices) times.set(name, (times.get(name) ?? 0) + 1);
  const several = new Set(choices.map(({ detail }) => detail)).size > 1;
  return choices.map(({ id, name, detail }) => ({
    id,
    text: detail !== '' && (several || (times.get(name) ?? 0) > 1) ? `${name}（${detail}）` : name,
  }));
}
