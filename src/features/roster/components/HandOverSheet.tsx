import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { RosterMember } from '@domain/contract/roster'
import type { Named } from '@domain/contract/shared'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'
import { type HeldHousehold, householdName } from './MemberHouseholds'

const emptyText = (roster: ResponseOf<'roster.list'> | undefined): string => {
  if (!roster) return '正在读取名册'
  return roster.namesHidden ? '这个支部的名册不对外' : '这个支部没有别的同志'
}

interface Props {
  member: RosterMember
  household: HeldHousehold
  /** Branches to choose from first; absent: it stays within the branch. */
  branches?: readonly Named[]
  onClose: () => void
  onDone: () => void
}

/** 交接: to whom, of which branch where one keeps several; then one question. */
export function HandOverSheet({ member, household, branches, onClose, onDone }: Props) {
  const [branchId, setBranchId] = useState(branches ? undefined : member.branch.id)
  const roster = useCloudQuery(
    'roster.list',
    { branchId: branchId ?? '', query: '' },
    { enabled: branchId !== undefined },
  )
  const handing = useCloudAction('roster.handOver')
  const name = householdName(household)
  const handTo = async (toMemberId: string | undefined) => {
    const to = roster.data?.rows.find(({ memberId }) => memberId === toMemberId)
    if (!to) return
    const yes = await askFirst({
      title: `${name}交给${to.name}`,
      text: `从今天起由${to.name}联系，今天两人都可以上门。以前的走访仍记在${member.form.name}名下。`,
      yes: '交接',
    })
    if (!yes) return
    const { memberId } = member
    const done = await orTell(
      handing.runOnce({ memberId, householdId: household.id, toMemberId: to.memberId }),
    )
    if (!done) return
    await Taro.showToast({ title: '已交接', icon: 'success' })
    onDone()
  }
  if (branchId === undefined) {
    return (
      <ChooseSheet
        title={`${name}交给哪个支部的同志`}
        items={branches ?? []}
        value={[]}
        single
        leadsOn
        placeholder="输入支部名称里的几个字"
        onChange={([id]) => setBranchId(id)}
        onClose={onClose}
      />
    )
  }
  const others = (roster.data?.rows ?? []).filter(({ memberId }) => memberId !== member.memberId)
  return (
    <ChooseSheet
      key={branchId}
      title={`${name}交给谁`}
      items={others.map(({ memberId, name: title, group }) => ({
        id: memberId,
        name: title,
        ...(group && { sub: group.name }),
      }))}
      value={[]}
      single
      placeholder="输入姓名里的几个字"
      empty={emptyText(roster.data)}
      onChange={([id]) => void handTo(id)}
      onClose={onClose}
    />
  )
}
