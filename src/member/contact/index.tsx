import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useNow } from '@/cloud/useNow'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { PeriodCard } from '@/features/progress/components/PeriodCard'
import { type WhyOf, WhySheet } from '@/features/progress/components/WhySheet'
import { PointCard } from './PointCard'
import './index.css'

const nothing: WhyOf = { dutyId: '', periodKey: '', subjectId: '' }

/** 联系点 of a county leader (DUTIES rows 8, 9, 26): the lectures of the year, each branch one is linked with, and what comes there. */
export default page(function ContactPage() {
  const now = useNow(60_000)
  const query = useCloudQuery('unit.contact', {})
  const [why, setWhy] = useState<WhyOf>()
  return (
    <Page
      id="contact"
      title="联系点"
      onPullDown={() => query.refetch()}
      overlay={<WhySheet {...(why ?? nothing)} open={why !== undefined} onClose={() => setWhy(undefined)} />}
    >
      <Loaded query={query} skeleton="list">
        {({ duties, points }) =>
          points.length === 0 ? (
            <Empty
              image="none"
              icon="pin"
              id="no-contact"
              title="还没有联系点"
              text="联系点由工委在名册里登记"
            />
          ) : (
            <>
              {duties.length > 0 && (
                <View id="contact-duties">
                  <Section title="今年讲党课" right={`${duties[0]?.period.key ?? ''}年`} />
                  <PeriodCard
                    duties={duties}
                    life={[]}
                    now={now}
                    onDuty={({ dutyId, period, subjectId }) =>
                      setWhy({ dutyId, periodKey: period.key, subjectId })
                    }
                    onLife={() => undefined}
                  />
                </View>
              )}
              {points.map((point) => (
                <PointCard key={point.branch.id} point={point} now={now} />
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  )
})
