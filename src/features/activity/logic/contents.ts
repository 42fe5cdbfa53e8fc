import { contentTexts } from '@domain/activity/minutesLabels'
import type { ActivityForm } from '@domain/contract/activity'
import type { ActivityTag } from '@domain/contract/words'
import { linesOf } from './recordFields'

const halves = Array.from({ length: 16 }, (_, index) => (index + 1) / 2)
const days = [12, 16, 20, 24, 32, 40, 48, 56, 64, 80]

/** 学时 to choose from: by halves up to a day, then what a training lasts. */
export const classHours = [...halves, ...days].map((hours) => ({ id: `${hours}`, name: `${hours} 学时` }))

export const toggleTag = (tags: readonly ActivityTag[], tag: ActivityTag): ActivityTag[] =>
  tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag]

/** 重温入党誓词，1.5 学时; empty where nothing is said. */
export const contentsText = (contents: Pick<ActivityForm, 'tags' | 'hours'>): string =>
  contentTexts(contents).join('，')

/** Titles as typed, one a line: twelve at most, of sixty characters. */
export const titlesOf = (text: string): string[] =>
  linesOf(text)
    .slice(0, 12)
    .map((line) => line.slice(0, 60))

const isEmpty = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)

/** A form as it is sent: without what was left empty, and without items of the agenda that say nothing. */
export function sentForm(form: ActivityForm): ActivityForm {
  const { topic, lecturerName, lecturerPost, tags, materials = [], ...rest } = form
  const optional = { topic, lecturerName, lecturerPost, tags, materials: titlesOf(materials.join('\n')) }
  const said = Object.entries(optional).filter(([, value]) => value !== undefined && !isEmpty(value))
  return { ...rest, ...Object.fromEntries(said), agenda: form.agenda.filter(({ text }) => text.trim()) }
}
