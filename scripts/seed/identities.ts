export interface DemoIdentity {
  openid: string
  label: string
  note: string
  group: string
}

/** Name of the branch that every page of the demo starts from, and of the one that guests come from. */
export const demoBranchName = '县农业农村局党支部'
export const guestBranchName = '县财政局第一党支部'
export const committeeBranchName = '县直机关工委第一党支部'

/** 序号 of the member behind each documented identity. */
export const demoRegisters = {
  'demo-secretary': 628,
  'demo-organisation-officer': 629,
  'demo-leader': 632,
  'demo-member': 638,
  'demo-elder': 643,
  'demo-all-done': 646,
  'demo-committee': 200,
  'demo-guest': 512,
} as const

/** On the register of the demo branch, known to no WeChat identity. */
export const newcomerRegister = 650
/** Has asked to be bound and waits for the secretary. */
export const waitingRegister = 642

const branch = '县农业农村局党支部'
const elsewhere = '其他人'

/** The identities that documents and tests name; their OPENIDs never change. */
export const demoIdentities: DemoIdentity[] = [
  {
    openid: 'demo-member',
    label: '胡淑 · 党员',
    note: '第二党小组。9月走访 1/2、社区服务 0/1、集中学习已完成，今天 15:00 主题党日',
    group: branch,
  },
  {
    openid: 'demo-secretary',
    label: '宋秀国 · 党支部书记',
    note: '开 9月主题党日的登记码，看支部进度，同意绑定申请',
    group: branch,
  },
  {
    openid: 'demo-organisation-officer',
    label: '马梅 · 组织委员',
    note: '点名、补登，把 9月集中学习确认成册',
    group: branch,
  },
  {
    openid: 'demo-leader',
    label: '郑梅丽 · 第二党小组组长',
    note: '只看本组；24 日召集党小组会',
    group: branch,
  },
  {
    openid: 'demo-elder',
    label: '宋小 · 老党员',
    note: '六十岁以上，可试大字；走访 1/2、社区服务 0/1',
    group: branch,
  },
  { openid: 'demo-all-done', label: '高刚 · 本月已齐', note: '9月各项都已完成', group: branch },
  {
    openid: 'demo-newcomer',
    label: '姜松 · 尚未绑定',
    note: '在册，未绑定微信。绑定时填：县农业农村局党支部、姜松、手机尾号 2684',
    group: branch,
  },
  {
    openid: 'demo-committee',
    label: '汪广立 · 县直机关工委',
    note: '工委工作人员，看全县各支部；组织关系在县直机关工委第一党支部',
    group: elsewhere,
  },
  {
    openid: 'demo-guest',
    label: '张敏 · 外支部党员',
    note: '县财政局第一党支部。扫农业农村局的码，登记为列席',
    group: elsewhere,
  },
  { openid: 'demo-stranger', label: '陌生人', note: '不在任何名册上', group: elsewhere },
]
