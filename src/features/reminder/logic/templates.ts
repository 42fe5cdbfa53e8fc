import type { ResponseOf } from '@domain/contract/actions'
import type { Template } from '@domain/contract/reminder'

type Settings = ResponseOf<'reminder.settings'>

/** What each message is about, in the order shown. */
export const templateWords: Record<Template, { title: string; text: string }> = {
  meeting: { title: '会前提醒', text: '开会前一天告诉您' },
  month_gap: { title: '月底还差', text: '每月最多两条，几件事合成一条' },
}
export const templateOrder = Object.keys(templateWords) as Template[]

export const leftOf = ({ credits }: Pick<Settings, 'credits'>, template: Template): number =>
  credits.find((each) => each.template === template)?.left ?? 0

/** Those to ask for, in the order shown: the ones the owner has a template id for. WeChat's dialog takes three at a time; there are fewer. */
export const templatesToAsk = ({ templateIds }: Pick<Settings, 'templateIds'>): Template[] =>
  templateOrder.filter((each) => Boolean(templateIds[each]))
