import type { ListField } from '../contract/keptLists'
import { asksWhatIsPrivate } from './privateText'
import type { ListTemplate } from './template'

/** What a county has made of a template: whether it is kept, what it and its fields are called, which choices there are besides ours. */
export interface CountyWords {
  isOn: boolean
  name?: string
  labels: readonly { field: string; label: string }[]
  more: readonly { field: string; id: string; label: string }[]
}

function worded(field: ListField, { labels, more }: CountyWords): ListField {
  const label = labels.find((own) => own.field === field.id)?.label ?? field.label
  if (field.is !== 'choice') return { ...field, label }
  const own = more.filter((choice) => choice.field === field.id)
  return {
    ...field,
    label,
    choices: [...field.choices, ...own.map(({ id, label: said }) => ({ id, label: said }))],
  }
}

/** A template in the county's words. What a field may hold, and who reads it, is no county's to change. */
export const inCounty = (template: ListTemplate, own: CountyWords | undefined): ListTemplate =>
  own === undefined
    ? template
    : {
        ...template,
        name: own.name ?? template.name,
        fields: template.fields.map((field) => worded(field, own)),
      }

/** Whether these words are for fields and choices that there are: choices are added where there is one to choose from, under ids of their own. */
export const fitsTemplate = (
  { fields }: Pick<ListTemplate, 'fields'>,
  { labels, more }: CountyWords,
): boolean =>
  labels.every(({ field }) => fields.some(({ id }) => id === field)) &&
  new Set(more.map(({ field, id }) => `${field} ${id}`)).size === more.length &&
  more.every(({ field, id }) =>
    fields.some(
      (one) => one.id === field && one.is === 'choice' && !one.choices.some((ours) => ours.id === id),
    ),
  )

/** Whether a county's words ask for what no list may hold: what a field is called is what people write into it. */
export const asksPrivately = ({ name = '', labels, more }: CountyWords): boolean =>
  [name, ...[...labels, ...more].map(({ label }) => label)].some(asksWhatIsPrivate)
