export const sessionZhCN = {
  title: '登录',
  welcome: '方案设计：表单、流程、发布',
  againHint: '登录已过期，没有保存的修改都还在。输入密码后继续。',
  demo: {
    title: '演示账户',
    hint: '这是演示系统，数据都是虚构的。选一个账户，再点登录。',
    password: '密码都是 {{password}}',
  },
  notDesigner: {
    title: '方案由教育局设计',
    hint: '市、区教育局的方案管理员在这里设计和发布方案；学校管理员和校长可以查看。你的账户不做这件事，请回到工作台。',
    action: '回到工作台',
  },
  role: {
    'city-admin': '市级管理员',
    'district-admin': '区级管理员',
    'school-admin': '学校管理员',
    principal: '校长',
    'class-teacher': '班主任',
    'grade-leader': '年级组长',
    'subject-teacher': '任课教师',
    'group-member': '工作组成员',
    pupil: '学生',
    guardian: '家长',
    inspector: '监察员',
    'system-auditor': '系统审计员',
  },
} as const;
