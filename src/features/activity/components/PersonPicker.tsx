import type { ReactNode } from 'react'
import { Picker } from '@tarojs/components'
import type { Named } from '@domain/contract/shared'

interface Props {
  people: readonly Named[]
  value: string | undefined
  onChange: (memberId: string) => void
  children: ReactNode
}

/** One of the branch, in the order of the register. */
export function PersonPicker({ people, value, onChange, children }: Props) {
  return (
    <Picker
      mode="selector"
      range={people.map(({ name }) => name)}
      value={Math.max(
        0,
        people.findIndex(({ id }) => id === value),
      )}
      onChange={(event) => {
        const person = people[Number(event.detail.value)]
        if (person) onChange(person.id)
      }}
    >
      {children}
    </Picker>
  )
}
