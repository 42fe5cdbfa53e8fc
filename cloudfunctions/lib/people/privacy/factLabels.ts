import type { Way, FactKind } from '@domain/contract/words'

/** How the export of one's own data names what was recorded and how it came in. */
export const factLabels: Record<FactKind, string> = {
  attendance: '到会登记',
  leave: '请假',
  enrolment: '报名',
  excuse: '说明不能参加服务',
  visit: '入户走访',
  deed: '办实事',
  talk: '谈心谈话',
  tick: '党费等登记',
  make_up: '补学',
}

export const wayLabels: Record<Way, string> = {
  scan: '扫码',
  poster: '扫张贴的码',
  member_code: '出示我的码',
  roll_call: '点名',
  paper: '纸质名单',
  backfill: '补登',
  self: '本人填报',
  demo: '演示数据',
}

/** Reasons chosen from a list; every other one was typed and is shown as it is. */
export const reasonLabels: Partial<Record<string, string>> = {
  public_duty: '公务外出',
  health: '身体原因',
  private_matter: '个人事务',
  other: '其他原因',
}
