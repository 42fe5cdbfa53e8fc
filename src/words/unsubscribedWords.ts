import type { RefusalWords } from '@/platform/showWords'
import type { Subscribed } from '@/platform/subscribed'

/** When WeChat's dialog brought no yes: what is so, and how one is told all the same. */
export const unsubscribedWords: Record<NonNullable<Subscribed['because']>, RefusalWords> = {
  refused: {
    title: '没有允许这次提醒',
    text: '不影响登记，要紧的事党小组长会告诉您。如果没有出现询问框，是以前选过“总是保持以上选择”',
    next: '想收微信提醒，请点右上角“…”，在“设置”的“订阅消息”里改',
  },
  switch_off: {
    title: '微信里关了服务通知',
    text: '这个小程序的订阅消息现在是关着的，允许了也收不到',
    next: '想收微信提醒，请点右上角“…”，在“设置”的“订阅消息”里打开，再回来点一次',
  },
  unavailable: {
    title: '微信没有打开询问框',
    text: '不是您的问题，没有扣次数，也不影响登记',
    next: '可以再点一次；还不行，由党小组长告诉您',
  },
}
