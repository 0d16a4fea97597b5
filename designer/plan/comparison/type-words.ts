import type { MessageLanguage } from '@oneplan/runtime/plan/locks/say-value.ts';

type Words = readonly [chinese: string, english: string];

/** BPMN elements and Form.io components by the name of their type. */
const typeWords: Readonly<Record<string, Words>> = {
  userTask: ['人工办理', 'user task'],
  serviceTask: ['自动办理', 'service task'],
  sendTask: ['发送', 'send task'],
  receiveTask: ['等待消息', 'receive task'],
  businessRuleTask: ['规则判断', 'business rule'],
  manualTask: ['线下办理', 'manual task'],
  scriptTask: ['计算', 'script'],
  startEvent: ['开始', 'start'],
  endEvent: ['结束', 'end'],
  boundaryEvent: ['附加事件', 'boundary event'],
  intermediateCatchEvent: ['等待', 'wait'],
  intermediateThrowEvent: ['发出', 'throw'],
  exclusiveGateway: ['择一分支', 'exclusive gateway'],
  parallelGateway: ['并行分支', 'parallel gateway'],
  inclusiveGateway: ['可多选分支', 'inclusive gateway'],
  eventBasedGateway: ['按事件分支', 'event-based gateway'],
  subProcess: ['子流程', 'subprocess'],
  callActivity: ['调用流程', 'call activity'],
  textfield: ['单行文本', 'text'],
  textarea: ['多行文本', 'long text'],
  number: ['数字', 'number'],
  datetime: ['日期时间', 'date and time'],
  day: ['日期', 'day'],
  checkbox: ['勾选', 'checkbox'],
  radio: ['单选', 'one choice'],
  selectboxes: ['多选', 'several choices'],
  select: ['下拉选择', 'drop-down'],
  file: ['附件', 'file'],
  signature: ['签名', 'signature'],
  survey: ['量表', 'survey'],
  datagrid: ['多行填写', 'rows'],
  editgrid: ['逐条填写', 'entries'],
  panel: ['分组', 'panel'],
  fieldset: ['分组', 'field set'],
  columns: ['分栏', 'columns'],
  content: ['说明文字', 'content'],
  integer: ['整数', 'whole number'],
  duration: ['时长', 'duration'],
  boolean: ['是否', 'yes or no'],
  enum: ['选择', 'choice'],
};

const calendarWords: Readonly<Record<string, Words>> = { 'working-days': ['工作日', 'working days'] };

const lockWords: Readonly<Record<string, Words>> = {
  LOCKED: ['锁定', 'locked'],
  TIGHTEN: ['只可收紧', 'may be tightened'],
  APPEND: ['只可增补', 'may be added to'],
  FREE: ['自定', 'free'],
  min: ['只可调高', 'may be raised'],
  max: ['只可调低', 'may be lowered'],
};

const pick = (words: Words | undefined, language: MessageLanguage) => words?.[language === 'zh-CN' ? 0 : 1];

/** A type or way of counting in words; undefined: the property is about neither. */
export function typeWord(property: string, value: string, language: MessageLanguage): string | undefined {
  if (property === 'type') return pick(typeWords[value], language);
  return property === 'calendar' ? pick(calendarWords[value], language) : undefined;
}

/** What a lock allows, in words; undefined: the property is no part of a lock. */
export function lockWord(property: string, value: string, language: MessageLanguage): string | undefined {
  return /^lock\.(class|direction)$/.test(property) ? pick(lockWords[value], language) : undefined;
}
