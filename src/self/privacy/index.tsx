import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PrivacyCentre } from '@domain/contract/privacy'
import { formatDayTime, formatYearDay } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Counts } from '@/components/Counts/Counts'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { CorrectSheet } from '@/features/privacy/components/CorrectSheet'
import { DeleteSheet } from '@/features/privacy/components/DeleteSheet'
import { ExportSheet } from '@/features/privacy/components/ExportSheet'
import { KeptCard } from '@/features/privacy/components/KeptCard'
import { MyRights, type RightsSheet } from '@/features/privacy/components/MyRights'
import { Viewers } from '@/features/privacy/components/Viewers'
import { keptFor } from '@/features/privacy/logic/kept'
import './index.css'

/** What waits for somebody's word. */
function Asked({ asked }: { asked: PrivacyCentre['asked'] }) {
  if (asked.length === 0) return null
  return (
    <>
      <Section title="我申请的" />
      <Card className="privacy-cells" id="asked">
        {asked.map(({ id, what, text, at }) => (
          <Cell
            key={id}
            id={`asked-${id}`}
            title={what === 'correct' ? text : '注销并删除'}
            sub={`${formatDayTime(at)} ${what === 'correct' ? '申请更正' : '申请删除'}`}
            right={<Tag tone="info">等答复</Tag>}
          />
        ))}
      </Card>
    </>
  )
}

const sheets = { export: ExportSheet, correct: CorrectSheet, delete: DeleteSheet }

/** 隐私中心: what is kept of oneself, who looked, and one's rights over it. */
export default page(function PrivacyPage() {
  const centre = useCloudQuery('privacy.centre', {})
  const [sheet, setSheet] = useState<RightsSheet>()
  const Shown = sheet && sheets[sheet]
  return (
    <Page
      id="privacy"
      title="隐私中心"
      onPullDown={() => centre.refetch()}
      overlay={Shown && <Shown onClose={() => setSheet(undefined)} />}
    >
      <KeptCard />
      <View className="mt12">
        <Loaded query={centre} skeleton="list">
          {({ counts, viewers, asked, bound, version, agreedAt }) => (
            <>
              <Card pad id="kept-counts">
                <Counts
                  parts={[
                    { key: 'facts', label: '登记', count: counts.facts },
                    { key: 'messages', label: '消息', count: counts.messages },
                    { key: 'exemptions', label: '不要求', count: counts.exemptions },
                    { key: 'attempts', label: '没扫上', count: counts.attempts },
                  ]}
                />
              </Card>
              <Viewers viewers={viewers} />
              <Asked asked={asked} />
              <MyRights bound={bound} version={version} onSheet={setSheet} />
              <View className="privacy-foot">
                {keptFor}
                {agreedAt !== undefined &&
                  `您在${formatYearDay(agreedAt)}同意了第 ${version ?? 1} 版隐私说明。`}
              </View>
            </>
          )}
        </Loaded>
      </View>
    </Page>
  )
})
