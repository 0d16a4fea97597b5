export interface FieldList {
  readonly form: string;
  readonly components: string[];
}

/** The lists with a component of a form in or out; a form of which nothing is left has no list. */
export function withTicked(
  lists: readonly FieldList[],
  form: string,
  path: string,
  ticked: boolean,
): FieldList[] {
  const known = lists.find((list) => list.form === form)?.components ?? [];
  const others = known.filter((it) => it !== path);
  const components = ticked ? [...others, path] : others;
  if (known.length === 0) return ticked ? [...lists, { form, components }] : [...lists];
  return lists.flatMap((list) => {
    if (list.form !== form) return [list];
    return components.length === 0 ? [] : [{ form, components }];
  });
}
