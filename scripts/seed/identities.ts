export interface DemoIdentity {
  openid: string
  label: string
  note: string
  group: string
  /** The number that WeChat knows of this phone. */
  phone?: string
}

/** Name of the branch that every page of the demo starts from, and of the one that guests come from. */
export const demoBranchName = '县农业农村局党支部'
export const guestBranchName = '县财政局第一党支部'
export const committeeBranchName = '县直机关工委第一党支部'
/** Where the documented county leader belongs, and the unit above the demo branch. */
export const countyLeaderBranchName = '县委办公室党支部'
export const demoUnitName = '县农业农村局党组'

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
  'demo-unit-officer': 630,
  'demo-county-leader': 1,
} as const

/** Communities and villages whose staff are documented; like all staff they stand on no register. */
export const demoPlaces = {
  'demo-community': '滨河社区党委',
  'demo-community-2': '凤凰社区党委',
  'demo-village': '青山村',
} as const

/** On the register of the demo branch, known to no WeChat identity. */
export const newcomerRegister = 650
/** Made up, not the one of the register but for its last digits: WeChat's number of the newcomer's phone, whose hash the seeded register has. */
export const newcomerPhone = '13800002684'
/** Has asked to be bound and waits for the secretary. */
export const waitingRegister = 642

const branch = '县农业农村局党支部'
const places = '社区和村'
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
  {
    openid: 'demo-unit-officer',
    label: '贾芬生 · 党组学习秘书',
    note: '县农业农村局党组中心组：本月还没有学习，去安排；7月缺一次。也是支部宣传委员',
    group: branch,
  },
  { openid: 'demo-all-done', label: '高刚 · 本月已齐', note: '9月各项都已完成', group: branch },
  {
    openid: 'demo-newcomer',
    phone: newcomerPhone,
    label: '姜松 · 尚未绑定',
    note: '在册，未绑定微信。绑定时填：县农业农村局党支部、姜松、手机尾号 2684',
    group: branch,
  },
  {
    openid: 'demo-community',
    label: '方晓云 · 滨河社区',
    note: '社区工作人员。今天 16:00 反诈宣传，19 日敬老助餐还有 7 人待确认；发布服务、确认实事',
    group: places,
  },
  {
    openid: 'demo-community-2',
    label: '潘玉兰 · 凤凰社区',
    note: '另一个社区的工作人员，看不到滨河社区的服务',
    group: places,
  },
  {
    openid: 'demo-village',
    label: '左明礼 · 青山村',
    note: '村级联络员，确认补登的走访和办结的实事',
    group: places,
  },
  {
    openid: 'demo-committee',
    label: '汪广立 · 县直机关工委',
    note: '工委工作人员，看全县各支部；组织关系在县直机关工委第一党支部',
    group: elsewhere,
  },
  {
    openid: 'demo-county-leader',
    label: '吴敏广 · 县级领导干部',
    note: '县委办公室党支部。联系点：县农业农村局党支部（5月讲过党课）、县财政局第一党支部',
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
