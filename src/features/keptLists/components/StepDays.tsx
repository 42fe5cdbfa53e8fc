import { Fragment } from 'react'
import type { Cell, ListField } from '@domain/contract/keptLists'
import type { Day } from '@domain/time/day'
import { DayField } from '@/components/DayField/DayField'
import { Divider } from '@/components/Divider/Divider'

interface Props {
  field: Extract<ListField, { is: 'steps' }>
  taken: readonly { step: string; on: Day }[]
  today: Day
  onSet: (cell: Cell) => void
}

/** The day of each step, in their order. */
export const StepDays = ({ field: { id, steps }, taken, today, onSet }: Props) => (
  <>
    {steps.map((step, index) => (
      <Fragment key={step.id}>
        {index > 0 ? <Divider inset={16} /> : null}
        <DayField
          label={`${index + 1} ${step.label}`}
          id={`step-${step.id}`}
          value={taken.find((one) => one.step === step.id)?.on}
          end={today}
          placeholder="还没有"
          onChange={(on) =>
            onSet({
              field: id,
              steps: [...taken.filter((one) => one.step !== step.id), { step: step.id, on }],
            })
          }
        />
      </Fragment>
    ))}
  </>
)
