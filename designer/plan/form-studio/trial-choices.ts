import type { PickerType } from '@oneplan/runtime/contracts/pickers.ts';
import type { ChoiceSource } from '@oneplan/runtime/ui/formio/choices.ts';

const examples: Readonly<Record<PickerType, readonly (readonly [name: string, detail: string])[]>> = {
  pupil: [
    ['示例学生甲', '示例一班'],
    ['示例学生乙', '示例一班'],
    ['示例学生丙', '示例一班'],
  ],
  schoolClass: [['示例一班', '示例学校']],
  orgUnit: [
    ['示例学校', '示例区'],
    ['示例区', '示例市'],
    ['示例市', ''],
  ],
  person: [
    ['示例班主任', '示例一班'],
    ['示例任课教师', '示例一班'],
    ['示例校长', '示例学校'],
  ],
};

/** Invented people and places for trying a form out: no pupil is named in the designer. */
export const trialChoices: ChoiceSource = async ({ picker }) =>
  examples[picker].map(([name, detail], index) => ({ id: `example-${picker}-${index}`, name, detail }));
