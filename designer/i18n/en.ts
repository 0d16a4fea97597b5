import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { designerZhCN } from './zh-CN.ts';

export const designerEn: SameKeys<typeof designerZhCN> = {
  home: {
    empty: 'No plan yet',
    emptyHint: 'Plans that are published or imported appear here.',
  },
};
