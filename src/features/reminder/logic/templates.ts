import type { ResponseOf } from '@domain/contract/actions'
import type { Template } from '@domain/contract/reminder'

type Settings = ResponseOf<'reminder.settings'>

/** What each message is about, in the order shown. */
export const templateWords: Record<Template, { title: string; text: string }> = {
  meeting: { title: '会前提醒', text: '开会前一天告诉您' },
  month_gap: { title: '月底还差', text: '每月最多两条，几件事合成一条' },
  waiting: { title: '等您确认', text: '等了一个工作日、三个工作日各说一次，几件合成一条' },
}
export const templateOrder = Object.keys(templateWords) as Template[]

export const leftOf = ({ credits }: Pick<Settings, 'credits'>, template: Template): number =>
  credits.find((each) => each.template === template)?.left ?? 0

/** Those this person may be told about, in the order shown. */
export const templatesShown = ({ credits }: Pick<Settings, 'credits'>): Template[] =>
  templateOrder.filter((each) => credits.some(({ template }) => template === each))

/** Allowed once for good: nobody is asked for it again. */
export const isForGood = (settings: Pick<Settings, 'credits' | 'longTerm'>, template: Template): boolean =>
  (settings.longTerm?.includes(template) ?? false) && leftOf(settings, template) > 0

/** Those to ask for, in the order shown: the ones the owner has a template id for. WeChat's dialog takes three at a time; there are no more. */
export const templatesToAsk = (
  settings: Pick<Settings, 'templateIds' | 'credits' | 'longTerm'>,
): Template[] => templateOrder.filter((each) => settings.templateIds[each] && !isForGood(settings, each))

/** 还能收到 3 次 · 一直能收到 · 已用完 · 微信里关着 */
export function leftText(
  settings: Pick<Settings, 'credits' | 'longTerm' | 'off'>,
  template: Template,
): string {
  if (settings.off?.includes(template)) return '微信里关着'
  if (isForGood(settings, template)) return '一直能收到'
  const left = leftOf(settings, template)
  return left > 0 ? `还能收到 ${left} 次` : '已用完'
}
