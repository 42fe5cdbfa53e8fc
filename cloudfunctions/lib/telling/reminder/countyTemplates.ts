import type { Template } from '@domain/contract/reminder'
import { readTemplates, type Templates } from '@domain/contract/templates'

/**
 * The templates the county has set (function variable TEMPLATES). What cannot be read is none at all: nobody is asked to allow a message that
 * cannot be sent.
 */
export const countyTemplates = (): Templates => readTemplates(process.env.TEMPLATES) ?? {}

/** Allowed once for good (长期订阅). */
export const isLongTerm = (template: Template): boolean => countyTemplates()[template]?.longTerm ?? false

/** Their ids; empty where there is none, then nobody is asked for it. */
export function templateIds(): Record<Template, string> {
  const { meeting, month_gap, waiting } = countyTemplates()
  return { meeting: meeting?.id ?? '', month_gap: month_gap?.id ?? '', waiting: waiting?.id ?? '' }
}
