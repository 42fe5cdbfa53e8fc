import type { Cell, ListField } from '../contract/keptLists'
import { held } from './cell'

/** Names of members and branches by id, as the reader may read them. */
export type NameOf = (id: string) => string

const SEPARATOR = '、'

/** What a field of a row reads like: `李建国、周敏`, `7 学时`; '' where nothing stands there. Days as 2026-09-15. */
export function textOf(field: ListField, cells: readonly Cell[], nameOf: NameOf): string {
  const picked = held(cells, field.id, 'pickedIds') ?? []
  switch (field.is) {
    case 'day':
      return held(cells, field.id, 'on') ?? ''
    case 'person':
    case 'branch':
      return picked.map(nameOf).join(SEPARATOR)
    case 'choice':
      return picked
        .flatMap((id) => field.choices.find((choice) => choice.id === id)?.label ?? [])
        .join(SEPARATOR)
    case 'text':
      return held(cells, field.id, 'text') ?? ''
    case 'name':
      return held(cells, field.id, 'name') ?? ''
    case 'number': {
      const number = held(cells, field.id, 'number')
      return number === undefined ? '' : `${number} ${field.unit}`
    }
    case 'steps': {
      const taken = held(cells, field.id, 'steps') ?? []
      return field.steps
        .flatMap(({ id, label }) => {
          const on = taken.find(({ step }) => step === id)?.on
          return on === undefined ? [] : [`${label} ${on}`]
        })
        .join('；')
    }
  }
}
