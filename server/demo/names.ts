import type { Random } from './random.ts';

export type Gender = 'male' | 'female';

/** Surnames with their rough share in thousandths, and a few compound ones. */
const surnames: readonly (readonly [string, number])[] = [
  ['王', 72],
  ['李', 72],
  ['张', 68],
  ['刘', 54],
  ['陈', 60],
  ['杨', 31],
  ['黄', 36],
  ['赵', 23],
  ['吴', 25],
  ['周', 23],
  ['徐', 17],
  ['孙', 16],
  ['马', 14],
  ['朱', 14],
  ['胡', 13],
  ['郭', 12],
  ['何', 14],
  ['林', 21],
  ['高', 10],
  ['罗', 13],
  ['梁', 14],
  ['郑', 12],
  ['谢', 9],
  ['宋', 8],
  ['唐', 8],
  ['许', 8],
  ['邓', 9],
  ['韩', 7],
  ['冯', 7],
  ['曹', 6],
  ['彭', 7],
  ['曾', 8],
  ['肖', 6],
  ['田', 5],
  ['董', 5],
  ['潘', 6],
  ['袁', 5],
  ['蔡', 7],
  ['蒋', 5],
  ['余', 5],
  ['于', 5],
  ['杜', 5],
  ['叶', 6],
  ['程', 5],
  ['魏', 4],
  ['苏', 5],
  ['吕', 4],
  ['丁', 4],
  ['任', 4],
  ['卢', 4],
  ['姚', 4],
  ['沈', 4],
  ['钟', 5],
  ['姜', 4],
  ['崔', 3],
  ['谭', 4],
  ['陆', 3],
  ['范', 3],
  ['汪', 3],
  ['廖', 4],
  ['石', 3],
  ['金', 3],
  ['韦', 3],
  ['贾', 2],
  ['夏', 3],
  ['付', 2],
  ['方', 3],
  ['邹', 3],
  ['熊', 2],
  ['白', 2],
  ['孟', 2],
  ['秦', 2],
  ['邱', 3],
  ['侯', 2],
  ['江', 2],
  ['尹', 2],
  ['薛', 2],
  ['欧阳', 1],
  ['上官', 0.2],
  ['司徒', 0.3],
];

interface Characters {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/** Characters of given names: pupils born after 2010, and their parents' generation. */
const characters: Readonly<Record<'pupil' | 'adult', Readonly<Record<Gender, Characters>>>> = {
  pupil: {
    male: {
      first: [...'子浩宇梓俊博嘉明思一文泽天晨昊景瑞致启承书逸铭睿知奕亦星柏皓'],
      last: [...'轩涵宇杰豪睿辰然泽阳航霖熙远哲恒瑞毅诚翔洋凯帆谦朗屹舟川安铮'],
    },
    female: {
      first: [...'子雨梓欣思诗佳若语可嘉紫心芷静书沐婉清一乐安星颖慕初念'],
      last: [...'涵萱妍彤怡琪晴悦瑶桐宁婷雯琳馨妤菲玥然溪语薇蕊岚心禾予灵'],
    },
  },
  adult: {
    male: {
      first: [...'志建国文伟海永俊晓立明少德家振世绍庆宏'],
      last: [...'强军辉峰斌华平勇涛伟明鹏亮东林波刚超杰'],
    },
    female: {
      first: [...'晓丽雪秀玉海春淑美艳红慧文佩燕小婉月'],
      last: [...'芳玲梅娟霞敏燕华莉云萍英珍琴兰慧芬洁蓉'],
    },
  },
};

export function surname(random: Random): string {
  return random.weighted(surnames);
}

/** A given name of two characters, sometimes of one; the two are never the same. */
export function givenName(random: Random, age: 'pupil' | 'adult', gender: Gender): string {
  const { first, last } = characters[age][gender];
  const end = random.pick(last);
  if (random.chance(age === 'pupil' ? 0.12 : 0.3)) return end;
  const begin = random.pick(first.filter((character) => character !== end));
  return begin + end;
}

export function fullName(random: Random, age: 'pupil' | 'adult', gender: Gender): string {
  return surname(random) + givenName(random, age, gender);
}
