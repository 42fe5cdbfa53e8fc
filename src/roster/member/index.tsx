import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { MemberRow } from '@domain/contract/keptLists'
import type { RosterMember, ShownExemption } from '@domain/contract/roster'
import { formatYearDay } from '@domain/time/format'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Button } from '@/components/Button/Button'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { ExemptionSheet } from '@/features/roster/components/ExemptionSheet'
import { HandOverSheet } from '@/features/roster/components/HandOverSheet'
import { InviteSheet } from '@/features/roster/components/InviteSheet'
import { LeaveSheet } from '@/features/roster/components/LeaveSheet'
import { MemberChooser } from '@/features/roster/components/MemberChooser'
import { type MemberAct, MemberDoors } from '@/features/roster/components/MemberDoors'
import { MemberExemptions } from '@/features/roster/components/MemberExemptions'
import { MemberFields } from '@/features/roster/components/MemberFields'
import { type HeldHousehold, MemberHouseholds } from '@/features/roster/components/MemberHouseholds'
import { MemberHistory } from '@/features/roster/components/MemberHistory'
import { MemberRows } from '@/features/roster/components/MemberRows'
import { TransferSheet } from '@/features/roster/components/TransferSheet'
import { useMemberActs } from '@/features/roster/hooks/useMemberActs'
import { useMemberForm } from '@/features/roster/hooks/useMemberForm'
import type { Choices } from '@/features/roster/logic/memberDraft'
import { back, open } from '@/navigation/navigate'
import { tellWords } from '@/platform/showWords'
import { together } from '../../cloud/together'

/** One member of the register: to be added (`branchId`) or changed (`memberId`). */
export default page(function MemberPage() {
  const params = useRouter().params
  const { memberId = '' } = params
  const isNew = params.branchId !== undefined && memberId === ''
  const member = useCloudQuery('roster.member', { memberId }, { enabled: !isNew })
  const branchId = params.branchId ?? member.data?.branch.id ?? ''
  const choices = useCloudQuery('roster.choices', { branchId }, { enabled: branchId !== '' })
  if (member.data?.leftOn) return <GoneMember member={member.data} leftOn={member.data.leftOn} />
  if (choices.data && (memberId === '' || member.data)) {
    return <MemberEditor branchId={branchId} choices={choices.data} known={member.data} />
  }
  return (
    <Page id="member" title={isNew ? '添加党员' : '党员'} left="back">
      {!isNew && !member.data ? (
        <Loaded query={together(member, choices)} skeleton="list">
          {() => null}
        </Loaded>
      ) : (
        <Loaded query={choices} skeleton="list">
          {() => null}
        </Loaded>
      )}
    </Page>
  )
})

/** Off the register: to be read, and put back when it was a mistake. */
function GoneMember({ member, leftOn }: { member: RosterMember; leftOn: string }) {
  const acts = useMemberActs(member)
  const [household, setHousehold] = useState<HeldHousehold>()
  return (
    <Page
      id="member"
      title="党员"
      left="back"
      overlay={
        household && (
          <HandOver member={member} household={household} onClose={() => setHousehold(undefined)} />
        )
      }
      dock={
        <Button kind="outline" id="member-return" grow busy={acts.busy} onTap={() => void acts.comeBack()}>
          撤回，仍在名册
        </Button>
      }
    >
      <Note tone="info" icon="info">
        {`${member.form.name}在名册里到${formatYearDay(leftOn)}为止，此前的记录照旧`}
      </Note>
      <MemberHouseholds own={false} member={member} onHandOver={setHousehold} />
      <MemberRows memberId={member.memberId} onOpen={openRow} />
      <MemberHistory member={member} />
    </Page>
  )
}

const openRow = ({ list, organisationId, entryId }: MemberRow) =>
  open('listRow', { list, organisationId, entryId })

const askedWords = (who: string) => ({
  title: `已提交，等${who}同意`,
  text: '关系到您本人指标的几项，同意后才改；其余的已经保存',
  next: '答复在“我的”的“隐私中心”里看',
})

type Asked =
  | MemberAct
  | 'households'
  | 'contacts'
  | { exemption: ShownExemption | undefined }
  | { household: HeldHousehold }

interface Props {
  branchId: string
  choices: Choices
  known: RosterMember | undefined
}
function MemberEditor({ branchId, choices, known }: Props) {
  const edit = useMemberForm(branchId, known)
  const [asked, setAsked] = useState<Asked>()
  const acts = useMemberActs(known)
  const me = useCloudQuery('identity.me', {})
  const own = known !== undefined && me.data?.state === 'bound' && me.data.memberId === known.memberId
  const save = async () => {
    const saved = await edit.save()
    if (!saved) return
    const { waitsFor } = saved
    if (waitsFor !== undefined) await tellWords(askedWords(waitsFor))
    else await Taro.showToast({ title: known ? '已保存' : '已添加', icon: 'success' })
    back()
  }
  const act = (what: MemberAct) => {
    if (what === 'release') void acts.release()
    else if (what === 'take-back') void acts.takeBack()
    else if (what === 'year') open('span', { subjectId: known?.memberId, whose: 'member' })
    else if (what === 'talk') open('talks', { branchId, memberId: known?.memberId })
    else setAsked(what)
  }
  return (
    <Page
      id="member"
      title={known ? '党员' : '添加党员'}
      left="back"
      dock={
        <Button id="member-save" grow busy={edit.busy} onTap={() => void save()}>
          {known ? '保存' : '添加'}
        </Button>
      }
      overlay={
        asked === 'households' || asked === 'contacts' ? (
          <MemberChooser what={asked} edit={edit} choices={choices} onClose={() => setAsked(undefined)} />
        ) : asked && known ? (
          <MemberSheet asked={asked} known={known} choices={choices} onClose={() => setAsked(undefined)} />
        ) : null
      }
    >
      <MemberFields
        edit={edit}
        choices={choices}
        isNew={!known}
        own={own}
        askedAbove={known?.askedAbove ?? false}
        onChoose={setAsked}
      />
      <RefusalNote refusal={edit.refusal} onRead={edit.clearRefusal} />
      {known ? (
        <>
          <MemberHouseholds own={own} member={known} onHandOver={(household) => setAsked({ household })} />
          <MemberExemptions own={own} member={known} onOpen={(exemption) => setAsked({ exemption })} />
          <MemberDoors own={own} member={known} onAct={act} />
          <MemberRows memberId={known.memberId} onOpen={openRow} />
          <MemberHistory member={known} />
        </>
      ) : null}
    </Page>
  )
}

interface SheetProps {
  asked: Asked
  known: RosterMember
  choices: Choices
  onClose: () => void
}
function MemberSheet({ asked, known, choices, onClose }: SheetProps) {
  const { memberId, form } = known
  const whose = { memberId, name: form.name, onClose }
  if (typeof asked === 'object' && 'household' in asked)
    return <HandOver member={known} household={asked.household} onClose={onClose} />
  if (typeof asked === 'object') {
    const { exemption } = asked
    return (
      <ExemptionSheet
        {...whose}
        liftable={known.liftable}
        {...(exemption && { exemption })}
        asked={exemption?.state === 'asked'}
      />
    )
  }
  if (asked === 'invite') return <InviteSheet {...whose} />
  if (asked === 'leave') return <LeaveSheet {...whose} onLeft={back} />
  return <TransferSheet {...whose} branches={choices.branches.filter(({ id }) => id !== known.branch.id)} />
}

interface HandOverProps {
  member: RosterMember
  household: HeldHousehold
  onClose: () => void
}

/** Across branches only by the work committee, which keeps the register of all. */
function HandOver({ member, household, onClose }: HandOverProps) {
  const me = useCloudQuery('identity.me', {})
  const ofCounty = me.data?.state === 'bound' && me.data.roles.some(({ role }) => role === 'committee')
  const choices = useCloudQuery('roster.choices', { branchId: member.branch.id }, { enabled: ofCounty })
  return (
    <HandOverSheet
      {...{ member, household, onClose }}
      {...(ofCounty && { branches: choices.data?.branches ?? [] })}
      onDone={back}
    />
  )
}
