import type { Template } from '@domain/contract/reminder'

/** The ids the owner was given for the templates; empty where there is none yet, then nobody is asked for it. */
export const templateIds = (): Record<Template, string> => ({
  meeting: process.env.TEMPLATE_MEETING ?? '',
  month_gap: process.env.TEMPLATE_MONTH_GAP ?? '',
})
