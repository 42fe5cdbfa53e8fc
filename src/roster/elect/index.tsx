import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OneOrganisation } from '@domain/contract/organisation'
import type { ElectionKind } from '@domain/contract/words'
import { usualTermEnd } from '@domain/org/termNotice'
import { termOf } from '@domain/org/termOf'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { DayField } from '@/components/DayField/DayField'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { Seg } from '@/components/Seg/Seg'
import { ElectionSheet } from '@/features/organisation/components/ElectionSheet'
import {
  type ElectedPost,
  hindrance,
  postsOf,
  type Slate,
  slateOf,
  slatePosts,
} from '@/features/organisation/logic/election'
import { electedLabels, electionWords } from '@/features/organisation/logic/electionWords'
import { back } from '@/navigation/navigate'
import { orTell } from '@/words/orTell'
import './index.css'

type Kind = ElectionKind
const kinds: readonly { key: Kind; label: string }[] = [
  { key: 'election', label: '改选（换届）' },
  { key: 'by_election', label: '补选' },
]
const noteOf = (kind: Kind, isUnit: boolean): string => {
  if (kind === 'by_election') return '只填有变动的职务，其他的照旧，届满日期不变。'
  const note = '原来的职务到前一天为止，从这天起是新一届。没有变动的同志也要选上。'
  return isUnit ? `${note}不在本县名册上的可以不选，届满日期照样记下。这里的职务不带权限。` : note
}

/** 改选 and 补选: who holds which post from a day on. */
export default page(function ElectPage() {
  const { id = '' } = useRouter().params
  const query = useCloudQuery('organisation.one', { organisationId: id, forElection: true })
  if (query.data) return <Election one={query.data} />
  return (
    <Page id="elect-page" title="改选、补选" left="back">
      <Loaded query={query} skeleton="list">
        {() => null}
      </Loaded>
    </Page>
  )
})

function Election({ one }: { one: OneOrganisation }) {
  const [kind, setKind] = useState<Kind>('election')
  const [slate, setSlate] = useState<Slate>(() => slateOf(one))
  const [on, setOn] = useState(() => dayOf(now()))
  const [termEnd, setTermEnd] = useState<string>()
  const [choosing, setChoosing] = useState<ReturnType<typeof slatePosts>[number]>()
  const [checking, setChecking] = useState(false)
  const elect = useCloudAction('organisation.elect')
  const offered = slatePosts(one)
  const posts = postsOf(slate, offered)
  const isElection = kind === 'election'
  const termEndsOn = termEnd ?? usualTermEnd(on, termOf(one.node).years)
  const save = async () => {
    const end = isElection ? { termEndsOn } : {}
    const isSaved = await orTell(elect.runOnce({ branchId: one.node.id, kind, on, posts, ...end }))
    setChecking(false)
    if (!isSaved) return
    await Taro.showToast({ title: '已保存', icon: 'success' })
    back()
  }
  return (
    <Page
      id="elect-page"
      title="改选、补选"
      left="back"
      dock={
        <Button
          id="elect-save"
          grow
          disabledBecause={hindrance(one, kind, posts)}
          onTap={() => setChecking(true)}
        >
          下一步
        </Button>
      }
      overlay={
        checking ? (
          <ElectionSheet
            words={electionWords(one, { kind, on, posts, today: dayOf(now()) })}
            busy={elect.busy}
            onClose={() => setChecking(false)}
            onConfirm={() => void save()}
          />
        ) : choosing ? (
          <ChooseSheet
            single={choosing.single}
            title={electedLabels[choosing.post]}
            items={one.people.map(({ of, ...person }) => ({ ...person, ...(of && { sub: of }) }))}
            value={slate[choosing.post] ?? []}
            most={6}
            placeholder="输入姓名里的字"
            onChange={(ids) => setSlate({ ...slate, [choosing.post]: ids })}
            onClose={() => setChoosing(undefined)}
          />
        ) : null
      }
    >
      <Seg
        items={kinds}
        value={kind}
        onChange={(next) => {
          setKind(next)
          setSlate(next === 'election' ? slateOf(one) : {})
        }}
      />
      <View className="elect-note">
        <Note tone="info" icon="info">
          {noteOf(kind, one.node.type === 'unit')}
        </Note>
      </View>
      <Card className="elect-fields">
        <DayField label="从哪天起" id="elect-on" value={on} onChange={setOn} />
        {isElection ? (
          <>
            <Divider inset={16} />
            <DayField label="届满" id="elect-end" value={termEndsOn} start={on} onChange={setTermEnd} />
          </>
        ) : null}
      </Card>
      <Card className="elect-fields">
        {offered.map((each, index) => (
          <View key={each.post}>
            {index > 0 ? <Divider inset={16} /> : null}
            <PostField post={each.post} one={one} slate={slate} onTap={() => setChoosing(each)} />
          </View>
        ))}
      </Card>
    </Page>
  )
}

interface PostProps {
  post: ElectedPost
  one: OneOrganisation
  slate: Slate
  onTap: () => void
}
function PostField({ post, one, slate, onTap }: PostProps) {
  const names = (slate[post] ?? []).map((id) => one.people.find((person) => person.id === id)?.name ?? '')
  return (
    <Field
      label={post === 'secretary' ? '书记' : post === 'committee_member' ? '委员' : electedLabels[post]}
      id={`elect-${post}`}
      chevron
      onTap={onTap}
    >
      {names.length > 0 ? names.join('、') : <View className="ph">没有</View>}
    </Field>
  )
}
