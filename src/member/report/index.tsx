import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OwnCommunities } from '@domain/contract/community'
import type { CommunityKind } from '@domain/contract/words'
import { communityKindLabels } from '@domain/org/communityKindLabels'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Section } from '@/components/Section/Section'
import { Chooser } from '@/features/community/components/Chooser'
import { AskedSlot, HeldSlot, PastSlots } from '@/features/community/components/OwnSlots'
import { useReport } from '@/features/community/hooks/useReport'
import { besideKind, kinds } from '@/features/community/logic/reportWords'
import { entryCodeOf } from '@/navigation/entryCode'
import { open } from '@/navigation/navigate'

type Report = ReturnType<typeof useReport>

/** One kind: what holds, what waits, and the communities while one is being chosen. */
function Kind({ kind, mine, report }: { kind: CommunityKind; mine: OwnCommunities; report: Report }) {
  const held = mine.registered.find((one) => one.kind === kind)
  const asked = mine.asked.find((one) => one.kind === kind)
  const isChosen = report.kind === kind
  const isEmpty = !held && (!asked || asked.declinedOn !== undefined)
  return (
    <View id={`kind-${kind}`}>
      <Section title={communityKindLabels[kind]} right={besideKind[kind]} />
      {held ? (
        <HeldSlot
          held={held}
          onReceipt={() => open('receipt', { kind })}
          onChange={() => report.choose(isChosen ? null : kind)}
          onLeave={() => void report.leave(kind, held.community.name)}
        />
      ) : null}
      {asked ? (
        <AskedSlot asked={asked} busy={report.busy} onWithdraw={() => void report.withdraw(kind)} />
      ) : null}
      {isChosen ? (
        <View className="mt12">
          <Chooser
            mine={mine}
            chosenId={report.chosen?.id}
            onPick={report.pick}
            onScan={() => void report.scan()}
          />
        </View>
      ) : isEmpty ? (
        <Card className="mt8">
          <Cell id={`choose-${kind}`} title="选社区" chevron onTap={() => report.choose(kind)} />
        </Card>
      ) : null}
    </View>
  )
}

/** 到社区报到: with the community of the unit, of one's home, or both. */
export default page(function ReportPage() {
  const { params } = useRouter()
  const report = useReport(entryCodeOf(params)?.text)
  const { query, chosen, busy } = report
  return (
    <Page
      id="report-in"
      title="到社区报到"
      left="back"
      onPullDown={query.refetch}
      dock={
        chosen && (
          <Button id="report" grow busy={busy} onTap={() => void report.report()}>
            {`向${chosen.name}报到`}
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton="list">
        {(mine) => (
          <>
            {kinds.map((kind) => (
              <Kind key={kind} {...{ kind, mine, report }} />
            ))}
            {mine.past.length > 0 ? (
              <>
                <Section title="以前的" />
                <PastSlots past={mine.past} />
              </>
            ) : null}
            <View className="mt16">
              <Note tone="mute" icon="info">
                只告诉社区姓名、单位和所在支部。不填住址，不用照片。
              </Note>
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
})
