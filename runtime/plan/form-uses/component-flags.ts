import type { PlanManifest } from '../manifest.ts';

/** A notice or a section of the archive that can hold a component, and whether it does. */
export interface ComponentFlag {
  readonly kind: 'notice' | 'archive' | 'attachment';
  readonly key: string;
  readonly heading: string;
  readonly process: string;
  /** id of the plan's element that lists the components: `notice:x/b-r01` */
  readonly planElement: string;
  readonly on: boolean;
}

interface Fields {
  readonly form: string;
  readonly components: readonly string[];
}

/** Where a component can be shown or kept: notices and sections of the flows that records of its form go through. */
export function flagsOf(
  manifest: PlanManifest,
  form: string,
  component: { readonly path: string; readonly type: string },
): readonly ComponentFlag[] {
  const flows = new Set(manifest.records.filter((it) => it.form === form).map(({ process }) => process));
  const lists = (fields: readonly Fields[]) =>
    fields.some((it) => it.form === form && it.components.includes(component.path));
  return [
    ...manifest.notices
      .filter(({ process }) => flows.has(process))
      .map(
        ({ key, heading, process, fields }): ComponentFlag => ({
          kind: 'notice',
          key,
          heading,
          process,
          planElement: `notice:${key}/${form}`,
          on: lists(fields),
        }),
      ),
    ...manifest.archive
      .filter(({ process }) => flows.has(process))
      .map(({ key, heading, process, fields, attachments }): ComponentFlag => {
        const isFile = component.type === 'file';
        return {
          kind: isFile ? 'attachment' : 'archive',
          key,
          heading,
          process,
          planElement: `${isFile ? 'attachments' : 'archive'}:${key}/${form}`,
          on: lists(isFile ? attachments : fields),
        };
      }),
  ];
}

/**
 * The manifest with a component put into a notice or section, or taken out. New ones come last. A list that would hold
 * nothing goes.
 */
export function withFlag(
  manifest: PlanManifest,
  form: string,
  path: string,
  { kind, key }: Pick<ComponentFlag, 'kind' | 'key'>,
  on: boolean,
): PlanManifest {
  const change = <F extends { form: string; components: string[] }>(fields: F[]): F[] => {
    if (on && !fields.some((it) => it.form === form))
      return [...fields, { form, components: [path] } as unknown as F];
    return fields.flatMap((it) => {
      if (it.form !== form) return [it];
      const others = it.components.filter((name) => name !== path);
      const components = on ? [...others, path] : others;
      return components.length === 0 ? [] : [{ ...it, components }];
    });
  };
  if (kind === 'notice')
    return {
      ...manifest,
      notices: manifest.notices.map((it) => (it.key === key ? { ...it, fields: change(it.fields) } : it)),
    };
  const slot = kind === 'archive' ? 'fields' : 'attachments';
  return {
    ...manifest,
    archive: manifest.archive.map((it) => (it.key === key ? { ...it, [slot]: change(it[slot]) } : it)),
  };
}
