export const sessionZhCN = {
  title: '登录',
  welcome: '学生综合素质评价',
  againHint: '登录已过期，页面上的内容都还在。输入密码后继续。',
  forgotten: '忘记密码请联系班主任或学校管理员。',
  demo: {
    title: '演示账户',
    hint: '这是演示系统，数据都是虚构的。选一个账户，再点登录。',
    password: '密码都是 {{password}}',
  },
} as const;
