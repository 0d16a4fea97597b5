/** Words of one namespace: nested keys, strings at the ends. `{{name}}` is a placeholder. */
export interface Resource {
  readonly [key: string]: string | Resource;
}

/** The type of a translation of `T`: the same keys, any words. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** Languages of the interface, the first one is the default. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
