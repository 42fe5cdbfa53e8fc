import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { roleLabels } from '@domain/access/roleLabels'
import type { GrantList } from '@domain/contract/grants'
import { formatDayTime, formatYearDay } from '@domain/time/format'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Avatar } from '@/components/Avatar/Avatar'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Empty } from '@/components/Empty/Empty'
import { page } from '@/components/FreshStart/FreshStart'
import { LinkText } from '@/components/LinkText/LinkText'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { SearchField } from '@/components/SearchField/SearchField'
import { Section } from '@/components/Section/Section'
import { GrantSheet } from '@/features/grants/components/GrantSheet'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'

/** 授权: who has which right here and below, given and taken back with one's name. */
export default page(function GrantsPage() {
  const { id = '' } = useRouter().params
  const query = useCloudQuery('grants.list', { organisationId: id })
  const revoke = useCloudAction('grants.revoke')
  const withdraw = useCloudAction('binding.withdraw')
  const [giving, setGiving] = useState(false)
  const [sought, setSought] = useState('')
  const mayGive = query.data?.mayGive ?? []
  const takeBack = async ({ grantId, name, role, organisation }: GrantList['grants'][number]) => {
    const title = `收回${name}的权限`
    const text = `${organisation.name}，${roleLabels[role]}。从今天起收回，此前做过的照旧。`
    if (await askFirst({ title, text, yes: '收回' })) {
      await orTell(revoke.run({ organisationId: organisation.id, grantId }))
    }
  }
  return (
    <Page
      id="grants"
      title="授权"
      left="back"
      onPullDown={query.refetch}
      dock={
        mayGive.length > 0 ? (
          <Button id="grant-add" grow onTap={() => setGiving(true)}>
            给一项权限
          </Button>
        ) : undefined
      }
      overlay={
        giving ? <GrantSheet organisationId={id} mayGive={mayGive} onClose={() => setGiving(false)} /> : null
      }
    >
      <Loaded query={query} skeleton="list">
        {({ grants, open }) => (
          <>
            <OpenInvitations
              open={open}
              onWithdraw={(invitationId) => void orTell(withdraw.run({ invitationId }))}
            />
            {grants.length > FEW ? (
              <View className="mt12">
                <SearchField
                  id="grant-search"
                  value={sought}
                  placeholder="姓名或组织里的几个字"
                  onChange={setSought}
                />
              </View>
            ) : null}
            <Grants
              grants={grants.filter((grant) => matches(grant, sought.trim()))}
              isNarrowed={sought.trim() !== ''}
              onRevoke={(grant) => void takeBack(grant)}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
})

/** So many stand on one screen: nothing needs to be looked for. */
const FEW = 8
const matches = ({ name, organisation, role }: GrantList['grants'][number], sought: string): boolean =>
  [name, organisation.name, roleLabels[role]].some((text) => text.includes(sought))

interface GrantsProps {
  grants: GrantList['grants']
  /** Some are left out, since they were not looked for. */
  isNarrowed: boolean
  onRevoke: (grant: GrantList['grants'][number]) => void
}
function Grants({ grants, isNarrowed, onRevoke }: GrantsProps) {
  if (grants.length === 0) {
    return isNarrowed ? (
      <Empty image="none" icon="shield" title="没有找到" text="换几个字试试" />
    ) : (
      <Empty
        image="none"
        icon="shield"
        title="还没有给过权限"
        text="书记、委员和组长的权限随职务，不用另给"
      />
    )
  }
  return (
    <>
      <Section title="有权限的同志" right={`${grants.length} 项`} />
      <Card id="grant-rows" className="roster-list">
        {grants.map((grant, index) => (
          <View key={grant.grantId}>
            {index > 0 ? <Divider inset={68} /> : null}
            <Cell
              id={`grant-${grant.grantId}`}
              leading={<Avatar name={grant.name} />}
              title={grant.name}
              sub={
                <>
                  <View>{`${grant.organisation.name}，${roleLabels[grant.role]}`}</View>
                  <View className="num">
                    {`${formatYearDay(grant.from)}起${grant.to ? `，到${formatYearDay(grant.to)}` : ''}`}
                  </View>
                </>
              }
              right={
                <LinkText id={`revoke-${grant.grantId}`} onTap={() => onRevoke(grant)}>
                  收回
                </LinkText>
              }
            />
          </View>
        ))}
      </Card>
    </>
  )
}

interface OpenProps {
  open: GrantList['open']
  onWithdraw: (invitationId: string) => void
}
function OpenInvitations({ open, onWithdraw }: OpenProps) {
  if (open.length === 0) return null
  return (
    <>
      <Section title="还没有人用的邀请码" />
      <Card id="open-invitations" className="roster-list">
        {open.map(({ invitationId, name, role, until }, index) => (
          <View key={invitationId}>
            {index > 0 ? <Divider inset={16} /> : null}
            <Cell
              title={`${name}，${roleLabels[role]}`}
              sub={`${formatDayTime(until)} 前有效`}
              right={
                <LinkText id={`withdraw-${invitationId}`} onTap={() => onWithdraw(invitationId)}>
                  作废
                </LinkText>
              }
            />
          </View>
        ))}
      </Card>
    </>
  )
}
