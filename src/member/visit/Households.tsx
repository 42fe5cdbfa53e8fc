import { View } from '@tarojs/components'
import { Fragment, useState } from 'react'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Steps } from '@/components/Steps/Steps'
import { BackfillSheet } from '@/features/household/components/BackfillSheet'
import { WaitingVisits } from '@/features/household/components/WaitingVisits'
import { useHouseholds } from '@/features/household/hooks/useHouseholds'
import { open } from '@/navigation/navigate'
import { scanToCheckIn } from '@/navigation/scanToCheckIn'

const steps = [
  { title: '到户后扫联系卡', text: '卡片在屋里，请主人家拿给您扫' },
  { title: '点一下帮了什么', text: '不写文字、不拍照、不记位置' },
  { title: '没扫上，事后补登', text: '村里确认后计入，效果一样' },
]

/** The way to a visit: scan at the door, or enter it afterwards. */
export function Households({ backfill }: { backfill: boolean }) {
  const { me, households, earlier, enterFrom, isVisited } = useHouseholds()
  const [entering, setEntering] = useState(backfill)
  const [waitsFor, setWaitsFor] = useState<string | null>(null)
  const offered = [...households, ...earlier]
  const scan = (
    <Button grow icon="scan" id="scan-door" onTap={() => void scanToCheckIn('visit')}>
      扫联系卡登记
    </Button>
  )
  return (
    <Page
      id="visit"
      title="入户走访"
      dock={households.length > 0 && scan}
      onPullDown={() => me.refetch()}
      overlay={
        offered.length > 0 && (
          <BackfillSheet
            open={entering}
            households={offered}
            enterFrom={enterFrom}
            onClose={() => setEntering(false)}
            onDone={(name) => {
              setEntering(false)
              setWaitsFor(name)
            }}
          />
        )
      }
    >
      <Loaded query={me} skeleton="list">
        {() => (
          <>
            <WaitingVisits />
            {waitsFor !== null && (
              <View className="mb8">
                <Note tone="done" icon="check" id="backfill-done">
                  已补登，{waitsFor}确认后计入
                </Note>
              </View>
            )}
            {households.length === 0 ? (
              <Empty
                image="house"
                title={earlier.length === 0 ? '还没有联系的帮扶户' : '现在没有联系的帮扶户'}
                text={earlier.length === 0 ? '安排了以后，会显示在这里' : '以前走访过、没登记的，可以补登'}
                id="no-household"
              />
            ) : (
              <>
                <Section title="您联系的帮扶户" right={`${households.length} 户`} />
                <Card>
                  {households.map(({ id, number, village }, index) => (
                    <Fragment key={id}>
                      {index > 0 && <Divider inset={52} />}
                      <Cell
                        leading={<Icon name="visit" tone="pine" />}
                        title={number}
                        sub={isVisited(id) ? `${village}，本月已有同志来过` : village}
                      />
                    </Fragment>
                  ))}
                </Card>
                <Section title="怎么登记" />
                <Card pad>
                  <Steps items={steps} />
                </Card>
              </>
            )}
            {offered.length > 0 && <Afterwards onEnter={() => setEntering(true)} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** What is entered later, and what stands. */
const Afterwards = ({ onEnter }: { onEnter: () => void }) => (
  <Card className="mt12">
    <Cell
      id="backfill"
      leading={<Icon name="edit" tone="ink2" />}
      title="补登走访"
      sub="走访过、当时没扫码的"
      chevron
      onTap={onEnter}
    />
    <Divider inset={52} />
    <Cell
      id="visit-records"
      leading={<Icon name="list" tone="ink2" />}
      title="走访记录"
      chevron
      onTap={() => open('records')}
    />
  </Card>
)
