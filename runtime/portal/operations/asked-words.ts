import type { TFunction } from 'i18next';
import { groupKinds, roles } from '../../contracts/roles.ts';

/** Whom a step asks, in words: keys of roles, `group:<kind>`, or `person`. */
export function askedWords(t: TFunction<'portal'>, asked: readonly string[]): string {
  return asked
    .map((key) => {
      const role = roles.find((one) => one === key);
      if (role !== undefined) return t(`shell.role.${role}`);
      const group = groupKinds.find((kind) => key === `group:${kind}`);
      if (group !== undefined) return t(`operations.group.${group}`);
      return key === 'person' ? t('operations.person') : key;
    })
    .join('、');
}
