import type { FindingRule } from '@oneplan/runtime/model/finding-rules.ts';
import type { PlanRule } from '@oneplan/runtime/plan/plan-rules.ts';

/** i18n namespace of the sentences below. */
export const findingNamespace = 'finding';

const planRules = {
  'manifest-missing': '方案缺少清单文件，无法读取。请联系管理员。',
  'manifest-ambiguous': '同时有几份方案清单，不知道用哪一份。请联系管理员。',
  'json-syntax': '内容的格式有误，读不出来。请撤销刚才的修改。',
  schema: '这一处的内容不合规定。请改成允许的内容。',
  'folder-mismatch': '方案编号与所在位置不一致。请改回原来的编号。',
  'file-missing': '清单里列出的内容不在草稿中。请补上或从清单里去掉。',
  'file-unlisted': '草稿里有清单没有列出的内容。请列入清单或去掉它。',
  'duplicate-key': '编号重复。请改成不同的编号。',
  'term-slot-order': '学期的次序有误，应从第 1 学期起依次排列。',
  'unknown-reference': '引用的内容不存在。请改成方案里有的内容。',
  'parameter-type': '参数的类型与流程里的用法不符。',
  'parameter-bounds': '参数的取值超出允许范围。请改到范围之内。',
  'process-missing': '流程文件里没有清单列出的流程。请核对流程编号。',
  'process-unlisted': '流程文件里有清单没有列出的流程。',
  'unknown-element': '流程里没有这个元素，可能已被删除。请恢复它，或改用别的元素。',
  'element-kind': '这个流程元素的类型不对，不能用在这里。',
  'step-missing': '这个用户任务没有规定可以看、可以改哪些栏目。',
  'unknown-form-key': '用户任务用的表单不在方案里。请另选一张表单。',
  'form-key-mismatch': '用户任务的表单与方案规定的不一致。请改回规定的表单。',
  'unknown-role': '办理角色不在方案里。请另选一个角色。',
  'unknown-variable': '流程用到的变量没有来源。请改用方案里有的变量。',
  'unknown-component': '表单里没有这一栏，可能已被删除或改了编号。请恢复它，或改用别的栏目。',
  'outcome-values': '表单里可选的决定与流程要求的不一致。',
  'form-uncovered': '这张表单没有可以走的流程，填了也没有人办理。',
  'private-field': '公示里有个人隐私栏目，不允许公开。请从公示栏目里去掉。',
  'stage-fixed': '方案的学段不能更改。请改回原来的学段。',
} as const satisfies Record<PlanRule | 'stage-fixed', string>;

const formRules = {
  'not-a-form': '内容不是一张表单。请撤销刚才的修改。',
  display: '表单只能整页显示或分步显示。',
  components: '表单的组件太多。请拆成几张表单。',
  'component-type': '这种组件不能用在方案里。请删去或换一种。',
  depth: '组件套得太深。请减少分组的层次。',
  key: '字段编号只能用字母、数字和下划线，并以字母开头。',
  'duplicate-key': '两个组件的字段编号相同。请改成不同的编号。',
  children: '这种组件里面不能放别的组件。',
  script: '这里写了程序代码。方案里不允许代码，请改用条件设置。',
  template: '文字里写了程序代码。文字只能引用字段的值。',
  markup: '文字里有不允许的网页代码。请改用普通文字。',
  pattern: '格式规则写得不对，或者可能使系统变慢。请改写。',
  number: '这里要填数字。',
  date: '这里要填日期，例如 2026-09-01。',
  mask: '输入格式写得不对，例如应写成 999-9999。',
  unique: '不支持“不得重复”的检查。请关闭这一项。',
  'data-source': '选项和附件不能来自别的网站。请直接列出选项。',
  'condition-component': '显示条件用到的字段不在表单里。请另选字段。',
  'condition-operator': '显示条件的比较方式不对。请重新选择。',
} as const;

const processRules = {
  'xml-size': '流程文件太大。',
  'xml-encoding': '流程文件的编码不是 UTF-8。',
  'xml-doctype': '流程文件里有不允许的声明（DOCTYPE）。',
  'xml-entity': '流程文件里有不允许的实体。',
  'xml-malformed': '流程文件的格式有误，读不出来。',
  'xml-depth': '流程套得太深。请减少子流程的层次。',
  'xml-elements': '流程的元素太多。请拆成几个流程。',
  'xml-attributes': '流程元素的属性太多。',
  'duplicate-id': '两个流程元素的编号相同。请改成不同的编号。',
  'id-invalid': '流程元素的编号不合规定。只能用字母、数字和下划线，以字母开头。',
  'bpmn-read': '流程文件读不出来。请撤销刚才的修改。',
  'no-process': '文件里没有可以执行的流程。',
  'unsupported-element': '系统不能执行这种元素。请换一种。',
  'unsupported-event': '系统不能执行这种事件。请换一种。',
  'unsupported-attribute': '系统不支持这项设置。请去掉它。',
  'unsupported-extension': '系统不支持这项扩展设置。请去掉它。',
  'unsupported-multi-instance': '系统还不支持这样的多人办理。',
  'expression-invalid': '表达式写得不对。',
  'value-invalid': '这里的取值不对。',
  'value-missing': '缺少取值。请补上。',
  'duration-invalid': '时长写得不对，例如 7 天应写成 P7D。',
  'date-invalid': '日期写得不对。',
  'timer-invalid': '定时事件没有写明时间。请填写时长或日期。',
  'mapping-invalid': '输入输出的对应关系写得不对。',
  'boundary-host': '边界事件没有附在任务上。',
  'flow-dangling': '连线的一端没有接上元素。',
  'flow-crosses-scope': '连线不能穿过子流程的边界。',
  'no-start': '没有开始事件。请添加一个。',
  'multiple-starts': '有几个开始事件。请只留一个。',
  'start-has-incoming': '开始事件前面不能再有连线。',
  'boundary-has-incoming': '边界事件前面不能有连线。',
  'no-end': '没有结束事件。请添加一个。',
  'end-has-outgoing': '结束事件后面不能再有连线。',
  'dead-end': '走到这里就停住了，后面没有连线。请接到下一步或结束事件。',
  unreachable: '没有路能走到这里。请接上连线或删去。',
  'gateway-no-default': '网关的条件都不满足时没有路可走。请设一条默认连线。',
  'gateway-no-condition': '网关后面的连线没有条件。请写明条件。',
  'gateway-single-condition': '网关只有一条带条件的连线，条件不满足时会停住。',
  'parallel-gateway-condition': '并行网关后面的连线不能有条件。',
  'default-flow-invalid': '默认连线不是从这个元素出发的。',
  'user-task-unassigned': '用户任务没有写明谁来办。请选择办理角色。',
} as const satisfies Record<FindingRule, string>;

/**
 * A sentence for each rule that findings carry: forms' as `form.…`, flows' as `process.…`. Chinese only: in English
 * the server's own message is shown, which names the thing.
 */
export const findingResources = {
  'zh-CN': { ...planRules, form: formRules, process: processRules },
  en: {},
} as const;
