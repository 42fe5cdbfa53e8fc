import { templates } from '@domain/contract/lists'
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
  const set = countyTemplates()
  const ids = templates.map((template) => [template, set[template]?.id ?? ''] as const)
  return Object.fromEntries(ids) as Record<Template, string>
}
