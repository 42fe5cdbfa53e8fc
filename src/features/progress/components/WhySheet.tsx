import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Loaded } from '@/components/Loaded/Loaded'
import { Sheet } from '@/components/Sheet/Sheet'
import { openEntry } from '@/navigation/dutyPage'
import { WhyHead } from './WhyHead'
import { WhyNext } from './WhyNext'
import { WhyRecords } from './WhyRecords'
import { WhyRule } from './WhyRule'
import './WhySheet.css'

export interface WhyOf {
  /** A duty's, or `life:<kind>` for a kind without a minimum. */
  dutyId: string
  periodKey: string
  /** A member, a branch or group, or a unit. */
  subjectId: string
}

interface Props extends WhyOf {
  open: boolean
  onClose: () => void
  /** The branch page offers a way to tell the member; nobody else does. */
  onTell?: () => void
  /** Ways to where the duty is done. */
  ways?: ReactNode
  /** Above the number: the other numbers one came for. */
  children?: ReactNode
}

/** Why a number is what it is: number, rule with its basis, what counts, what does not and why, what would complete it. */
export function WhySheet({ open, onClose, onTell, ways, children, dutyId, periodKey, subjectId }: Props) {
  const why = useCloudQuery(
    'progress.why',
    { dutyId, periodKey, subjectId },
    { enabled: open && dutyId !== '' },
  )
  const tell = onTell && why.data && why.data.line.missing > 0
  const { line, enterIn } = why.data ?? {}
  const enter =
    line && enterIn !== undefined
      ? () => {
          onClose()
          openEntry(line, enterIn)
        }
      : undefined
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="为什么是这个数"
      footer={
        tell || enter ? (
          <>
            {enter ? (
              <Button id="why-enter" {...(tell ? { kind: 'outline' } : { grow: true })} onTap={enter}>
                去登记
              </Button>
            ) : null}
            {tell ? (
              <Button id="why-tell" grow onTap={onTell}>
                看看怎么告知
              </Button>
            ) : null}
          </>
        ) : (
          ways
        )
      }
    >
      <View id="why-sheet" className="why">
        {children}
        <Loaded query={why} skeleton="list">
          {(data) => (
            <>
              <WhyHead why={data} />
              <WhyRule why={data} />
              <WhyRecords why={data} />
              <WhyNext key={`${dutyId} ${periodKey} ${subjectId}`} why={data} />
            </>
          )}
        </Loaded>
      </View>
    </Sheet>
  )
}
