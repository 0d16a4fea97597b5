/** What a pupil fills into the form b-r01, complete and valid. */
export const goodDeed = {
  kind: 'good-deed',
  title: '在社区帮老人买菜送药',
  date: '2026-11-01T00:00:00+08:00',
  place: '梅林社区',
  organiser: '梅林社区居委会',
  organisedBy: 'school',
  description: '连续三个周末和同学一起为社区里行动不便的老人买菜、送药，陪他们聊天。',
  pledge: true,
};
