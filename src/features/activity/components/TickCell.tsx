import type { ReactNode } from 'react'
import { Cell } from '@/components/Cell/Cell'
import { CheckMark } from '@/components/CheckMark/CheckMark'

interface Props {
  id: string
  on: boolean
  title: ReactNode
  sub?: string | undefined
  onTap: () => void
}

/** A line of a plan that is chosen or not. */
export const TickCell = ({ on, ...cell }: Props) => (
  <Cell {...cell} leading={<CheckMark state={on ? 'all' : 'none'} />} />
)
