import { describe, expect, test } from '@jest/globals';
import { missedTranslations, translateTo } from './translate.ts';

describe('the words of the modeler', () => {
  test('are Chinese where the interface is, English where it is English', () => {
    expect(translateTo('zh-CN')('User task')).toBe('用户任务');
    expect(translateTo('en')('User task')).toBe('User task');
  });

  test('are filled in', () => {
    expect(translateTo('zh-CN')('{errors} Errors, {warnings} Warnings', { errors: '2', warnings: '1' })).toBe(
      '2 个错误，1 个提醒',
    );
    expect(translateTo('en')('Open {element}', {})).toBe('Open {element}');
  });

  test('that are missing are told of; those that are Chinese already are not', () => {
    translateTo('zh-CN')('No such words');
    translateTo('zh-CN')('谁来办');
    expect(missedTranslations()).toEqual(['No such words']);
  });
});
