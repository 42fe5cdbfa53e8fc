import { View } from '@tarojs/components'
import { Fragment, useState } from 'react'
import type { CountyWaits } from '@domain/contract/committee'
import { dayOf } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { type Door, Doors } from '@/components/Doors/Doors'
import { Dotted } from '@/components/Dotted/Dotted'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Sheet } from '@/components/Sheet/Sheet'
import {
  answeredAt,
  elsewhere,
  elsewhereFacts,
  sinceText,
  waitingTitle,
} from '@/features/committee/logic/waitsWords'
import { open } from '@/navigation/navigate'
import './index.css'

type Line = CountyWaits['lines'][number]

/** 等着办的: what waits in the county, the committee's own first, each with a way to where it is answered. */
export default page(function WaitsPage() {
  const query = useCloudQuery('committee.waits', {})
  const [line, setLine] = useState<Line>()
  return (
    <Page
      id="waits"
      title="等着办的"
      left="back"
      onPullDown={query.refetch}
      overlay={<PlacesSheet line={line} onClose={() => setLine(undefined)} />}
    >
      <Loaded query={query} skeleton="list">
        {(waits) => {
          const own = ownDoors(waits)
          const others = waits.lines.filter((one) => elsewhere(one) > 0)
          if (own.length + others.length === 0)
            return (
              <Empty
                image="none"
                icon="check"
                id="nothing-waits"
                title="没有等着办的"
                text="申请、确认、投诉建议都办了，运行正常"
              />
            )
          return (
            <>
              {own.length > 0 ? (
                <View id="waits-own">
                  <Section title="请工委办的" />
                  <Card>
                    <Doors doors={own} />
                  </Card>
                </View>
              ) : null}
              {others.length > 0 ? <Others lines={others} onLine={setLine} /> : null}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
})

function ownDoors({ lines, feedbackDue, years, troubles }: CountyWaits): Door[] {
  const due = feedbackDue === undefined ? '' : `最早的一件，${formatDay(dayOf(feedbackDue - 1))}以前答复`
  return [
    ...lines
      .filter(({ own }) => own > 0)
      .map(({ what, own, since }): Door => ({
        id: `own-${what}`,
        icon: 'msg',
        title: waitingTitle(what),
        sub: what === 'feedback' && due !== '' ? due : sinceText(since) || undefined,
        right: `${own} 件`,
        onTap: () => open(answeredAt[what]),
      })),
    ...years.map((year): Door => ({
      id: `own-year-${year}`,
      icon: 'cal',
      title: `${year}年放假安排待录入`,
      onTap: () => open('workdays'),
    })),
    ...(troubles > 0
      ? [
          {
            id: 'own-troubles',
            icon: 'info' as const,
            title: '运行情况',
            sub: '登记照常，不会丢；请看一下',
            right: `${troubles} 处`,
            onTap: () => open('health'),
          },
        ]
      : []),
  ]
}

function Others({ lines, onLine }: { lines: readonly Line[]; onLine: (line: Line) => void }) {
  return (
    <View id="waits-others">
      <Section title="在支部、社区和村里等着的" right="只有件数" />
      <Card>
        {lines.map((line, index) => (
          <Fragment key={line.what}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell
              id={`others-${line.what}`}
              title={waitingTitle(line.what)}
              sub={<Dotted parts={elsewhereFacts(line)} />}
              right={`${elsewhere(line)} 件`}
              chevron
              onTap={() => onLine(line)}
            />
          </Fragment>
        ))}
      </Card>
      <View className="waits-foot">各月还有几条待确认，看那个月的合计。</View>
    </View>
  )
}

/** Where they wait, in 组织序列; each place's page says who leads it. */
function PlacesSheet({ line, onClose }: { line: Line | undefined; onClose: () => void }) {
  return (
    <Sheet open={line !== undefined} onClose={onClose} title={line ? waitingTitle(line.what) : ''}>
      <View id="waits-places">
        {(line?.places ?? []).map(({ id, name, count, since }, index) => (
          <Fragment key={id}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell
              id={`place-${id}`}
              title={name}
              {...(since !== undefined && { sub: sinceText(since) })}
              right={`${count} 件`}
              chevron
              onTap={() => open('organisation', { id })}
            />
          </Fragment>
        ))}
      </View>
    </Sheet>
  )
}
