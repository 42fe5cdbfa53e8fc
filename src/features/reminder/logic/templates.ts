import type { ResponseOf } from '@domain/contract/actions'
import type { Template } from '@domain/contract/reminder'

type Settings = ResponseOf<'reminder.settings'>

/** What each message is about, in the order shown. */
export const templateWords: Record<Template, { title: string; text: string }> = {
  meeting: { title: '会前提醒', text: '开会前一天告诉您' },
  month_gap: { title: '月底还差', text: '每月最多两条，几件事合成一条' },
  change: { title: '时间地点有变', text: '改期、换地点、取消' },
  confirmed: { title: '确认结果', text: '走访、服务、补登被确认' },
}
export const templateOrder = Object.keys(templateWords) as Template[]

/** WeChat's dialog takes three at a time. */
export const MOST_AT_ONCE = 3

export const leftOf = ({ credits }: Pick<Settings, 'credits'>, template: Template): number =>
  credits.find((each) => each.template === template)?.left ?? 0

/** Those to ask for now: the ones with the fewest left, at most three, only those the owner has a template id for. */
export function templatesToAsk(settings: Pick<Settings, 'credits' | 'templateIds'>): Template[] {
  const known = templateOrder.filter((each) => Boolean(settings.templateIds[each]))
  const fewest = [...known].sort((a, b) => leftOf(settings, a) - leftOf(settings, b)).slice(0, MOST_AT_ONCE)
  return known.filter((each) => fewest.includes(each))
}
