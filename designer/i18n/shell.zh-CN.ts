export const shellZhCN = {
  product: '一案通',
  studio: '方案设计',
  titled: '{{title}} · 一案通方案设计',
  skip: '跳到内容',
  loading: '正在打开…',
  account: '我的账户：',
  portal: '工作台',
  signOut: '退出登录',
  notFound: { title: '没有这一页', hint: '链接可能有误，或者它已经被移走。', action: '回到方案列表' },
  broken: {
    title: '页面出现错误',
    hint: '已保存的内容没有丢失。请刷新页面；多次出现请告诉管理员。',
    action: '刷新页面',
  },
  offline: { title: '网络没有连上', hint: '没有连上服务器。请检查网络后再试一次。' },
  forbidden: '这一层方案不归你查看。如果应该归你，请联系上级教育局。',
} as const;
