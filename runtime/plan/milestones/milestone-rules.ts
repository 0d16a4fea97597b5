/** Every rule about locked flow elements; the interface has a sentence for each. */
export const milestoneRules = [
  'milestone-missing',
  'milestone-type',
  'milestone-form',
  'milestone-performer',
  'milestone-work',
  'milestone-signers',
  'milestone-bound',
  'milestone-avoidable',
  'milestone-interrupted',
  'milestone-order',
  'milestone-decision',
  'milestone-decided-elsewhere',
  'milestone-addition',
  'time-limit-exceeded',
  'time-limit-unbounded',
] as const;

export type MilestoneRule = (typeof milestoneRules)[number];
