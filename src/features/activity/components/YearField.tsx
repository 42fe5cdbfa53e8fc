import { PickField } from '@/components/PickField/PickField'

interface Props {
  choices: readonly number[]
  value: number
  onChange: (year: number) => void
}

/** 所属年度 of a meeting that is held for a year; only asked for where two may be meant: in January to March. */
export const YearField = ({ choices, value, onChange }: Props) => (
  <PickField
    label="所属年度"
    id="field-year"
    items={choices.map((year) => ({ id: `${year}`, name: `${year}年度` }))}
    value={`${value}`}
    onChange={(year) => onChange(Number(year))}
  />
)
