import type { ListField } from '@domain/contract/keptLists'

type ChoiceField = Extract<ListField, { is: 'choice' }>

/** An id no choice of the field has yet: `own_1`. */
export function choiceId({ choices }: Pick<ChoiceField, 'choices'>): string {
  const taken = new Set(choices.map(({ id }) => id))
  for (let n = 1; ; n += 1) if (!taken.has(`own_${n}`)) return `own_${n}`
}
