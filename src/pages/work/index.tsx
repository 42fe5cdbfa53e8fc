import type { ResponseOf } from '@domain/contract/actions'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Refused } from '@/components/Refused/Refused'
import { BindRequests } from '@/features/activity/components/BindRequests'
import { useOrganiserQueue } from '@/platform/organiserQueue'
import { useCloudQuery } from '@/platform/useCloudQuery'
import { useVisible } from '@/platform/useVisible'
import { County } from './County'
import { Meetings } from './Meetings'
import { Places } from './Places'
import { Witness } from './Witness'
import './index.css'

type Work = ResponseOf<'identity.work'>

/** What a secretary with ten minutes wants: today's meeting, what waits for a word, and where the branch stands. */
export default function WorkPage() {
  const work = useCloudQuery('identity.work', {})
  const { queue } = useOrganiserQueue()
  // What was ticked without network goes up whenever the organiser comes by here.
  useVisible(() => void queue.flush())
  return (
    <Page id="work" title="工作" left="title" tab="work" onPullDown={work.refetch}>
      <Loaded query={work} skeleton="list">
        {(data) => <WorkBody work={data} />}
      </Loaded>
    </Page>
  )
}

function WorkBody({ work }: { work: Work }) {
  const nothing =
    work.places.length + work.meetings.length + work.bindRequests.length + work.witness.length === 0 &&
    !work.county
  const committee = work.places.find(({ role }) => role === 'committee')
  if (nothing) return <Refused refusal={{ ok: false, reason: 'forbidden' }} />
  return (
    <>
      <Meetings meetings={work.meetings} />
      <Places places={work.places.filter(({ role }) => role !== 'committee')} />
      <BindRequests requests={work.bindRequests} shownBy="identity.work" />
      <Witness items={work.witness} />
      {work.county ? <County county={work.county} name={committee?.organisation.name ?? '全县'} /> : null}
    </>
  )
}
