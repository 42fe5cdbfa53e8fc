import { View } from '@tarojs/components'
import { Fragment } from 'react'
import type { ServiceBoard } from '@domain/contract/service'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Section } from '@/components/Section/Section'

/** Who means to come. It obliges to nothing: nobody is ticked off here, and nobody is missed. */
export function Enrolments({ enrolments }: Pick<ServiceBoard, 'enrolments'>) {
  if (enrolments.length === 0) return null
  return (
    <View id="enrolments">
      <Section title={`报名 ${enrolments.length} 人`} right="没报名的也可以来" />
      <Card>
        {enrolments.map(({ memberId, name, branchName }, index) => (
          <Fragment key={memberId}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell id={`enrolled-${memberId}`} title={name} sub={branchName} />
          </Fragment>
        ))}
      </Card>
    </View>
  )
}
