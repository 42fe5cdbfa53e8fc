import { View } from '@tarojs/components'
import type { OrganisationNode } from '@domain/contract/organisation'
import type { BranchType } from '@domain/contract/words'
import { branchTypeLabels } from '@domain/org/branchTypeLabels'
import { addDays, dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { DayField } from '@/components/DayField/DayField'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { PickField } from '@/components/PickField/PickField'
import { Switch } from '@/components/Switch/Switch'
import { TextField } from '@/components/TextField/TextField'
import type { ChangeEdit } from '../hooks/useChange'
import { type ChangeFieldName, foundTypes, needsParent, type What } from '../logic/changes'
import './ChangeFields.css'

/** What is chosen on a sheet of its own. */
export type ChosenField = Extract<ChangeFieldName, 'parent' | 'chosen'>

interface Props {
  what: What
  edit: ChangeEdit
  node: OrganisationNode | undefined
  /** Name of the parent chosen. */
  parentName: string | undefined
  /** Name of the organisation it is merged into. */
  intoName: string | undefined
  onChoose: (what: ChosenField) => void
}

const branchTypes = (Object.keys(branchTypeLabels) as BranchType[]).map((id) => ({
  id,
  name: branchTypeLabels[id],
}))

/** What a change asks for, the day it begins last. */
export function ChangeFields({ what, edit, node, parentName, intoName, onChoose }: Props) {
  const { draft, change, wrong } = edit
  const isNamed = what === 'found' || what === 'edit' || what === 'split'
  const wantsParent =
    what === 'move' || (what === 'found' && needsParent(draft.type) && draft.type !== 'group')
  return (
    <>
      <Card className="change-fields">
        {what === 'found' && draft.type !== 'group' ? (
          <>
            <PickField
              label="类别"
              id="field-type"
              items={foundTypes}
              value={draft.type}
              onChange={(type) => change({ ...draft, type: type ?? draft.type, parentId: null })}
            />
            <Divider inset={16} />
          </>
        ) : null}
        {isNamed ? <Naming what={what} edit={edit} node={node} /> : null}
        {wantsParent ? (
          <>
            <Field
              label="上级"
              id="field-parent"
              chevron
              wrong={wrong('parent')}
              onTap={() => onChoose('parent')}
            >
              {parentName ?? <View className="ph">请选</View>}
            </Field>
            <Divider inset={16} />
          </>
        ) : null}
        {what === 'merge' || what === 'split' ? (
          <>
            <Field
              label={what === 'merge' ? '并入到' : '分出的'}
              id="field-chosen"
              chevron
              wrong={wrong('chosen')}
              onTap={() => onChoose('chosen')}
            >
              {what === 'merge' ? (
                (intoName ?? <View className="ph">请选</View>)
              ) : draft.chosen.length > 0 ? (
                `${draft.chosen.length} 名党员`
              ) : (
                <View className="ph">请选</View>
              )}
            </Field>
            <Divider inset={16} />
          </>
        ) : null}
        <DayField
          label="生效"
          id="field-on"
          value={draft.on}
          start={dayOf(now())}
          end={addDays(dayOf(now()), 365)}
          onChange={(on) => change({ ...draft, on })}
        />
      </Card>
      {isNamed ? <NoSecrets /> : null}
    </>
  )
}

function Naming({ what, edit, node }: Pick<Props, 'what' | 'edit' | 'node'>) {
  const { draft, change, wrong, isBranch } = edit
  return (
    <>
      <TextField
        label="名称"
        id="field-name"
        inputId="organisation-name"
        strong
        value={draft.name}
        maxlength={40}
        placeholder="组织全称"
        wrong={wrong('name')}
        onChange={(name) => change({ ...draft, name })}
      />
      <Divider inset={16} />
      {isBranch ? (
        <>
          <PickField
            label="单位性质"
            id="field-branch-type"
            items={branchTypes}
            value={draft.branchType}
            onChange={(branchType) => change({ ...draft, branchType })}
          />
          <Divider inset={16} />
          <Cell
            title="只报数字"
            sub="纪委监委、公安等，姓名不出支部"
            right={
              <Switch
                id="counts-only"
                label="只报数字"
                on={draft.countsOnly}
                onChange={(countsOnly) => change({ ...draft, countsOnly })}
              />
            }
          />
          <Divider inset={16} />
        </>
      ) : null}
      {what === 'edit' && node?.type === 'unit' ? (
        <>
          <TextField
            label="工作人员"
            id="field-headcount"
            inputId="organisation-headcount"
            digits
            value={draft.headcount}
            maxlength={5}
            placeholder="总数，可以不填"
            wrong={wrong('headcount')}
            onChange={(headcount) => change({ ...draft, headcount })}
          />
          <Divider inset={16} />
        </>
      ) : null}
    </>
  )
}
