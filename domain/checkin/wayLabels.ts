import type { Way } from '../contract/words'

/** How a registration was entered. All ways are equal; the way is kept and shown. */
export const wayLabels: Record<Way, string> = {
  scan: '扫码',
  poster: '扫海报上的码',
  member_code: '扫党员的码',
  roll_call: '点名',
  paper: '纸质名单',
  backfill: '补登',
  self: '本人填报',
  demo: '演示数据',
}
