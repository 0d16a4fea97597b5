import type { ErrorCode } from '../../contracts/errors.ts';

/** What a person reads when the server says no: which thing, why, what to do. */
export const problemTextsZh = {
  'invalid-request': '这次操作的内容不完整，没有被接受。请刷新页面后再试一次。',
  'idempotency-key-missing': '这次提交缺少编号，没有被接受。请刷新页面后再提交一次。',
  'not-signed-in': '登录已过期，页面上的内容没有丢失。请重新登录后继续。',
  'sign-in-failed': '用户名或密码不对。请检查后重新输入。',
  forbidden: '你没有查看或办理这一项的权限。如果应该有，请联系学校管理员。',
  'csrf-token-invalid': '登录状态已变化，操作没有执行。请刷新页面后再试一次。',
  'not-found': '没有找到这一项，可能已被撤回或链接有误。请返回上一页重新选择。',
  'task-already-completed': '这条待办已经由{{by}}办理，你的决定没有记入。请继续办理下一条。',
  'task-not-open': '这条待办已关闭，不再需要办理。请返回待办列表。',
  'idempotency-key-reused': '同一编号下提交了不同内容，后一次没有记入。请刷新页面，核对后再提交。',
  'idempotency-key-in-use': '上一次提交还在处理中。请稍等几秒，不要重复填写。',
  'external-task-not-locked': '这项自动任务由另一程序占用，没有执行。请稍后再试。',
  'record-cap-reached':
    '本学期的突出表现已达 {{cap}} 条上限，这一条没有提交。请下学期再记，或请老师退回一条后修改。',
  'plan-not-published': '这一届学生的评价方案还没有发布，暂时不能填写。请等待学校通知。',
  'student-frozen': '该生学籍处于休学或转出状态，评价已冻结，暂时不能填写。请联系学校管理员。',
  'instance-suspended':
    '这条流程已暂停（冻结），暂时不能办理，已填内容没有记入。恢复后可继续办理；如有疑问请联系学校管理员。',
  conflict: '内容已被他人更改，你的更改没有保存。请刷新后在最新内容上再改。',
  'revision-stale': '这条记录刚刚有了新的版本，你的决定没有记入。请看过最新内容后再决定。',
  'payload-too-large': '内容太大（上限 {{limit}}），没有上传。请压缩或分开提交。',
  'media-type-not-allowed': '这种文件不能上传。请改用 {{allowed}} 格式。',
  'validation-failed': '有 {{count}} 处内容不符合要求，没有提交。请按下面的提示修改。',
  'plan-invalid': '方案中有不符合规则的内容，没有保存。请按检查结果修改。',
  'roster-invalid': '名册中有错误行，一行也没有导入。请按行号改正后重新上传。',
  'if-match-missing': '没有说明改的是哪一版，更改没有保存。请刷新页面后再改。',
  throttled: '尝试次数过多，已暂停登录。请 {{wait}} 后再试。',
  internal: '服务器出现错误，操作没有完成，已填写的内容仍在页面上。请稍后再试；多次出现请告诉管理员。',
  'engine-failed': '流程没有走下去，操作没有记入。请稍后再试；多次出现请告诉管理员。',
  'database-unsuitable': '服务器的数据库设置不正确，暂时不能使用。请告诉管理员。',
  unavailable: '系统暂时无法使用，操作没有记入。请过几分钟再试。',
} as const satisfies Record<ErrorCode, string>;

/** What happened before or beside an answer, and the words that fill gaps in the texts above. */
export const failureTextsZh = {
  network: '没有连上服务器，操作可能没有送达。请检查网络后重试，重试不会重复提交。',
  mismatch: '页面版本与服务器不一致。请刷新页面。',
  unknown: '页面出现错误。请刷新后再试；多次出现请告诉管理员。',
  someone: '他人',
  byAt: '{{name}}（{{at}}）',
  seconds: '{{count}} 秒',
  minutes: '{{count}} 分钟',
  allowedFiles: 'JPEG、PNG 或 PDF',
  someLimit: '5 MB',
  some: '若干',
} as const;
