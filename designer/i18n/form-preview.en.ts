import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { formPreviewZhCN } from './form-preview.zh-CN.ts';

export const formPreviewEn: SameKeys<typeof formPreviewZhCN> = {
  step: 'Step',
  role: 'As whom',
  reset: 'Start over',
  submit: 'Try to submit',
  passed: 'Everything is in order: this could be submitted.',
  readsOnly: 'This role has nothing to do at this step; it can only read.',
};
