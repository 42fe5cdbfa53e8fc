import { View } from '@tarojs/components'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { DayField } from '@/components/DayField/DayField'
import { Divider } from '@/components/Divider/Divider'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Note } from '@/components/Note/Note'
import { PickField } from '@/components/PickField/PickField'
import { Seg } from '@/components/Seg/Seg'
import { Switch } from '@/components/Switch/Switch'
import { TextField } from '@/components/TextField/TextField'
import type { MemberEdit } from '../hooks/useMemberForm'
import { type Choices, type LinkedField, withValue } from '../logic/memberDraft'
import { standings } from '../logic/rosterWords'
import { OwedFields } from './OwedFields'
import { OwnFields } from './OwnFields'
import './MemberFields.css'

interface Props {
  edit: MemberEdit
  choices: Choices
  /** Someone who is added. */
  isNew: boolean
  /** The own entry: what says how much one owes oneself is read here and changed by another. */
  own: boolean
  /** The own entry of who alone runs the branch: the same is changed here, and asked of the work committee by saving. */
  askedAbove: boolean
  onChoose: (what: LinkedField) => void
}

const owedWords = '正式或预备、党小组、领导职务、联系点和帮扶户'

/** Everything the register knows of a member; nothing else of a person has a field. */
export function MemberFields({ edit, choices, isNew, own, askedAbove, onChoose }: Props) {
  const { form, changeForm, wrong } = edit
  const readOnly = own && !askedAbove
  return (
    <>
      <Card className="member-fields">
        <TextField
          label="姓名"
          id="field-name"
          inputId="member-name"
          strong
          value={form.name}
          maxlength={20}
          placeholder="全名"
          wrong={wrong('name')}
          onChange={(name) => changeForm({ ...form, name })}
        />
        <Divider inset={16} />
        <TextField
          label="手机号"
          id="field-tail"
          inputId="member-tail"
          digits
          value={form.phoneTail}
          maxlength={11}
          placeholder="11 位或后四位，不存原文"
          wrong={wrong('phoneTail')}
          onChange={(phoneTail) => changeForm({ ...form, phoneTail })}
        />
        {readOnly ? null : (
          <View className="member-standing">
            <Seg
              items={standings}
              value={form.standing}
              onChange={(standing) => changeForm({ ...form, standing })}
            />
          </View>
        )}
      </Card>
      <NoSecrets />
      {isNew ? <SinceFields edit={edit} /> : null}
      {readOnly ? <OwnFields form={form} choices={choices} /> : null}
      {own && askedAbove ? (
        <View className="mt12" id="own-above">
          <Note tone="info" icon="info">
            {`${owedWords}关系到您本人的指标。在这里改好、保存，由县直机关工委同意后生效；姓名不出支部的，工委也只看到职务`}
          </Note>
        </View>
      ) : null}
      <Card className="member-fields mt12">
        {readOnly ? null : <OwedFields edit={edit} choices={choices} onChoose={onChoose} />}
        <PickField
          label="报到社区（单位所在地）"
          id="field-community"
          items={choices.communities}
          value={form.communityId}
          none="没有"
          onChange={(communityId) => changeForm(withValue(form, 'communityId', communityId))}
        />
      </Card>
    </>
  )
}

/** From when on a new member counts here. */
function SinceFields({ edit: { draft, change } }: { edit: MemberEdit }) {
  return (
    <Card className="member-fields mt12">
      <DayField
        label="从哪天起"
        id="field-since"
        value={draft.since}
        end={dayOf(now())}
        onChange={(since) => change({ ...draft, since })}
      />
      <Divider inset={16} />
      <Cell
        title="从外县转来"
        sub="当月次数按来的日子折算"
        right={
          <Switch
            id="from-outside"
            label="从外县转来"
            on={draft.fromOutside}
            onChange={(fromOutside) => change({ ...draft, fromOutside })}
          />
        }
      />
    </Card>
  )
}
