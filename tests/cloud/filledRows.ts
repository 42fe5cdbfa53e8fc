import type { Cell, ListField, ListForm } from '@domain/contract/keptLists'
import type { ListTemplate } from '@domain/keptLists/template'
import { unitOfficer } from './units'
import { secretary } from './world'

/** Something of each kind of field, the `n`-th of its kind (1 to 9): a row that may be kept, made for any list. */
export const filled = (field: ListField, { people, branches }: ListForm, n: number): Cell => {
  const { id } = field
  switch (field.is) {
    case 'day':
      return { field: id, on: field.past ? `2026-09-0${n}` : `2026-10-0${n}` }
    case 'person':
      return { field: id, pickedIds: people.slice(0, Math.min(field.most, n)).map((one) => one.id) }
    case 'branch':
      return { field: id, pickedIds: branches.slice(n - 1, n).map((one) => one.id) }
    case 'choice':
      return { field: id, pickedIds: field.choices.slice(-Math.min(field.most, n)).map((one) => one.id) }
    case 'number':
      return { field: id, number: field.min + n }
    case 'steps':
      return { field: id, steps: field.steps.slice(0, n).map(({ id: step }) => ({ step, on: '2026-08-01' })) }
    case 'text':
      return { field: id, text: `第${n}件，“该办的事”（含标点）` }
    case 'name':
      return { field: id, name: `新同志${'一二三'[n] ?? ''}` }
  }
}

type Kept = Pick<ListTemplate, 'id' | 'keptBy'>
const county = 'openid-county'

/** Who writes a list in a world with units: what is found at a branch the county. */
export const writerOf = ({ id, keptBy }: Kept): string =>
  id === 'inspections' ? county : { branch: secretary, unit: unitOfficer, county }[keptBy]

/** Whose list it is there. */
export const placeOf = ({ keptBy }: Kept): string =>
  ({ branch: 'branch1', unit: 'unit1', county: 'county' })[keptBy]
