import type { PhoneReason } from '@/cloud/outcome'
import { unreachedReasons } from '@/cloud/unreached'

export interface Step {
  title: string
  text?: string
}

const showCode: Step = { title: '扫不上，就出示“我的码”', text: '请组织者扫您，效果一样' }
const rollCall: Step = { title: '没带手机，请组织者点名', text: '在名单上打勾，效果一样' }
const again: Step = { title: '对准现场正在显示的码，再扫一次', text: '组织者手机或会场屏幕上的都可以' }
const otherWays = [again, showCode, rollCall]

/** What can be done now for each refusal of a scan; always one way that needs no phone. Refusals without steps say it in their sentence. */
export const stepsFor: Partial<Record<PhoneReason, readonly Step[]>> = {
  code_expired: otherWays,
  code_foreign: otherWays,
  code_forged: otherWays,
  ticket_expired: otherWays,
  offline: [
    { title: '出示“我的码”', text: '没有网络也能用，请组织者扫您' },
    { title: '或请组织者点名', text: '在名单上打勾，效果一样' },
    { title: '有网络时再扫一次', text: '您的扫码没有存下来，不会重复' },
  ],
  slow: [{ title: '再试一次', text: '可能已经登记上了，再试不会重复' }, showCode, rollCall],
  unavailable: [{ title: '稍等一会儿，再试一次', text: '不会重复' }, showCode, rollCall],
  try_again: [{ title: '稍等几秒，再试一次' }, showCode, rollCall],
  too_early: [{ title: '届时再扫现场的码', text: '开始后每 15 秒换一张' }, rollCall],
  ended: [{ title: '到了会？请组织者补登', text: '下一个工作日结束前，凭纸质名单就行' }],
  struck_out: [{ title: '人在现场，请组织者恢复登记', text: '在到会名单里点“恢复”' }],
  activity_cancelled: [{ title: '如有疑问，请问一下组织者' }],
  member_already_bound: [{ title: '用本人微信再扫一次' }, rollCall],
  client_outdated: [{ title: '退出后重新打开“先锋双岗”' }, rollCall],
}

/** Refusals after which scanning again makes sense: the red button then is 重新扫码. */
const scanAgain: readonly PhoneReason[] = [
  'code_expired',
  'code_foreign',
  'code_forged',
  'ticket_expired',
  ...unreachedReasons,
  'try_again',
  'too_early',
]
export const mayScanAgain = (reason: PhoneReason): boolean => scanAgain.includes(reason)
