import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OneOrganisation } from '@domain/contract/organisation'
import { hasTerm } from '@domain/org/termOf'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { ComingChanges } from '@/features/organisation/components/ComingChanges'
import { Committee } from '@/features/organisation/components/Committee'
import { ChangeDoors, type Door, Doors } from '@/features/organisation/components/OrganisationDoors'
import { OrganisationFacts } from '@/features/organisation/components/OrganisationFacts'
import { open } from '@/navigation/navigate'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'

const nobody = 'nobody'

/** One organisation: what it is and was, who leads it, what stands below it, what may change. */
export default page(function OrganisationPage() {
  const { id = '' } = useRouter().params
  const query = useCloudQuery('organisation.one', { organisationId: id })
  const [choosing, setChoosing] = useState(false)
  const leader = useCloudAction('organisation.leader')
  const one = query.data
  const appoint = async (memberId = nobody) => {
    if (!one || memberId === (one.leader?.id ?? nobody)) return
    const next = one.people.find((person) => person.id === memberId)
    const was = one.leader ? `${one.leader.name}不再任组长，` : ''
    const text = `今天起，${was}${next ? `${next.name}任组长` : '暂时没有组长'}。选错了，可以再选。`
    if (await askFirst({ title: `${one.node.name}组长`, text, yes: '确定' }))
      await orTell(leader.runOnce({ groupId: id, memberId: next?.id ?? null }))
  }
  return (
    <Page
      id="organisation"
      title="组织"
      left="back"
      onPullDown={query.refetch}
      overlay={
        choosing && one ? (
          <ChooseSheet
            single
            title="党小组长"
            items={[...one.people, { id: nobody, name: '暂时没有组长' }]}
            value={[one.leader?.id ?? nobody]}
            onChange={([memberId]) => void appoint(memberId)}
            onClose={() => setChoosing(false)}
          />
        ) : null
      }
    >
      <Loaded query={query} skeleton="list">
        {(data) => (
          <>
            <OrganisationFacts one={data} />
            {data.mayEdit ? null : <ComingChanges coming={data.coming} />}
            {hasTerm(data.node) ? <Committee one={data} onElect={() => open('elect', { id })} /> : null}
            <Doors id="organisation-doors" title="查看" doors={doorsOf(data, () => setChoosing(true))} />
            <Doors
              id="organisation-children"
              title={data.node.type === 'branch' ? '党小组' : '下级组织'}
              doors={childrenOf(data)}
            />
            {data.mayEdit ? <ComingChanges coming={data.coming} /> : null}
            <ChangeDoors one={data} onChange={(what) => open('changeOrganisation', { what, id })} />
          </>
        )}
      </Loaded>
    </Page>
  )
})

function doorsOf({ node, leader, mayEdit, mayElect }: OneOrganisation, onLeader: () => void): Door[] {
  const { id, type } = node
  const doors: Door[] = []
  if (type === 'branch') {
    doors.push({
      id: 'open-roster',
      icon: 'users',
      title: '党员名册',
      onTap: () => open('roster', { branchId: id }),
    })
  }
  if (type === 'group' && mayElect) {
    doors.push({
      id: 'group-leader',
      icon: 'user',
      title: '党小组长',
      sub: leader?.name ?? '还没有',
      onTap: onLeader,
    })
  }
  if (mayEdit && (type === 'unit' || type === 'work_committee')) {
    doors.push({
      id: 'open-registered',
      icon: 'heart',
      title: '社区报到',
      sub: '各支部报到了多少人',
      onTap: () => open('registered', { organisationId: id }),
    })
  }
  if (mayEdit && type !== 'branch' && type !== 'group') {
    doors.push({
      id: 'open-grants',
      icon: 'shield',
      title: '授权',
      sub: '谁有什么权限，给和收回',
      onTap: () => open('grants', { id }),
    })
  }
  return doors
}

function childrenOf({ node, children, mayElect }: OneOrganisation): Door[] {
  const doors = children.map((child): Door => ({
    id: `child-${child.id}`,
    icon: node.type === 'branch' ? 'users' : 'bld',
    title: child.name,
    onTap: () => open('organisation', { id: child.id }),
  }))
  if (node.type === 'branch' && mayElect) {
    doors.push({
      id: 'found-group',
      icon: 'plus',
      title: '新建党小组',
      onTap: () => open('changeOrganisation', { what: 'found', type: 'group', id: node.id }),
    })
  }
  return doors
}
