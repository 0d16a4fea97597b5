/** Trying a form out as a role at a step. */
export const formPreviewZhCN = {
  step: '步骤',
  role: '以谁的身份',
  reset: '重新填写',
  submit: '试着提交',
  passed: '检查通过，这样填写可以提交。',
  readsOnly: '这个角色在这一步不办理，只能查看。',
} as const;
