import type { FactKind, Way } from '@domain/progress/fact'

/** How the export of one's own data names what was recorded and how it came in. */
export const factLabels: Record<FactKind, string> = {
  attendance: '签到',
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
