import { Fragment } from 'react'
import { View } from '@tarojs/components'
import type { CommunityPage } from '@domain/contract/community'
import { communityKindLabels } from '@domain/org/communityKindLabels'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import './waiting.css'

export type WaitingReport = CommunityPage['waiting'][number]

interface Props {
  reports: readonly WaitingReport[]
  busy: boolean
  onAccept: (reportId: string) => void
  onDecline: (reportId: string, name: string) => void
}

/** Those that are looked at one by one. Rows carry the id `report-<id>`. */
export function WaitingReports({ reports, busy, onAccept, onDecline }: Props) {
  return (
    <Card className="waits-card">
      {reports.map(({ reportId, name, branch, kind, askedOn, own }, index) => (
        <Fragment key={reportId}>
          {index > 0 ? <Divider /> : null}
          <View className="report-row" id={`report-${reportId}`}>
            <View className="grow">
              <View className="waits-name">{name}</View>
              <View className="t-sub c2">{branch}</View>
              <View className="t-sub c2">{`${communityKindLabels[kind]}，${formatDay(askedOn)}报到`}</View>
            </View>
            {own ? (
              <View className="t-sub c2">请同事接收</View>
            ) : (
              <View className="report-buttons">
                <Button
                  kind="sunk"
                  small
                  busy={busy}
                  id={`no-${reportId}`}
                  onTap={() => onDecline(reportId, name)}
                >
                  不是本社区
                </Button>
                <Button
                  kind="outline"
                  small
                  busy={busy}
                  id={`yes-${reportId}`}
                  onTap={() => onAccept(reportId)}
                >
                  接收
                </Button>
              </View>
            )}
          </View>
        </Fragment>
      ))}
    </Card>
  )
}
