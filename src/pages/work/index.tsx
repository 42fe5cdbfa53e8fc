import type { ResponseOf } from '@domain/contract/actions'
import { useOrganiserQueue } from '@/cloud/organiserQueue'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { Refused } from '@/components/Refused/Refused'
import { BindRequests } from '@/features/activity/components/BindRequests'
import { useBoardsAhead } from '@/features/activity/hooks/useBoardsAhead'
import { useVisible } from '@/platform/useVisible'
import { Above } from './Above'
import { Communities } from './Communities'
import { County } from './County'
import { Meetings } from './Meetings'
import { Places } from './Places'
import { Villages } from './Villages'
import { Witness } from './Witness'
import './index.css'

type Work = ResponseOf<'identity.work'>

/** What a secretary with ten minutes wants: today's meeting, what waits for a word, and where the branch stands. */
export default page(function WorkPage() {
  const work = useCloudQuery('identity.work', {})
  const { queue } = useOrganiserQueue()
  useBoardsAhead(work.unreached ? undefined : work.data?.meetings)
  // What was ticked without network goes up whenever the organiser comes by here.
  useVisible(() => void queue.flush())
  return (
    <Page id="work" title="工作" left="title" tab="work" onPullDown={work.refetch}>
      <Loaded query={work} skeleton="list">
        {(data) => <WorkBody work={data} />}
      </Loaded>
    </Page>
  )
})

function WorkBody({ work }: { work: Work }) {
  const {
    places,
    meetings,
    late = [],
    bindRequests,
    above = [],
    witness,
    communities,
    villages,
    county,
    office,
  } = work
  const lists = [places, meetings, late, bindRequests, above, witness, communities, villages]
  const nothing = lists.every(({ length }) => length === 0) && !county
  if (nothing) return <Refused refusal={{ ok: false, reason: 'forbidden' }} />
  return (
    <>
      <Meetings meetings={meetings} late={late} />
      <Communities communities={communities} late={late} />
      <Villages villages={villages} />
      <Places places={places} county={county} />
      <BindRequests requests={bindRequests} />
      <Above items={above} />
      <Witness items={witness} />
      {county ? (
        <County
          mayEdit={places.some(({ role }) => role === 'committee')}
          countyId={places.find(({ role }) => role === 'committee')?.organisation.id}
          office={office}
        />
      ) : null}
    </>
  )
}
