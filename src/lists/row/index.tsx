import { Fragment, useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Cell, ListField, ListForm, Move } from '@domain/contract/keptLists'
import { textOf } from '@domain/keptLists/lines'
import { dayOf } from '@domain/time/day'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useNow } from '@/cloud/useNow'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Divider } from '@/components/Divider/Divider'
import { Field } from '@/components/Field/Field'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { ReasonSheet } from '@/features/activity/components/ReasonSheet'
import { RefusalNote } from '@/features/activity/components/RefusalNote'
import { AnswerSheet } from '@/features/keptLists/components/AnswerSheet'
import { RowField } from '@/features/keptLists/components/RowField'
import { type RowForm, useRowForm } from '@/features/keptLists/hooks/useRowForm'
import { back } from '@/navigation/navigate'

/** A row of a list: filled in, changed, done, taken out. */
export default page(function RowPage() {
  const { list = '', organisationId = '', entryId } = useRouter().params
  const query = useCloudQuery('list.form', { list, organisationId, ...(entryId && { entryId }) })
  const form = useRowForm({ list, organisationId }, query.data, back)
  const [asked, setAsked] = useState<Move | 'remove'>()
  const close = () => setAsked(undefined)
  const { data } = query
  const onMove = (move: Move) => {
    if (move.asks === undefined) void form.move(move)
    else setAsked(move)
  }
  return (
    <Page
      id="list-row"
      title={data?.shape.short ?? '台账'}
      left="back"
      onPullDown={query.refetch}
      dock={data ? <Dock data={data} form={form} onMove={onMove} /> : undefined}
      overlay={
        <>
          {asked === 'remove' ? (
            <ReasonSheet
              open
              title="删去这一条"
              text="记错了才删。删去后不再显示，删的时间和您的姓名会留存。"
              choices={[]}
              button="删去"
              busy={form.busy}
              onClose={close}
              onChoose={() => {
                close()
                void form.remove()
              }}
            />
          ) : null}
          {asked && asked !== 'remove' ? (
            <AnswerSheet
              move={asked}
              busy={form.busy}
              onClose={close}
              onSend={(answer) => {
                close()
                void form.move(asked, answer)
              }}
            />
          ) : null}
        </>
      }
    >
      <RefusalNote refusal={form.refusal} onRead={form.clear} />
      <Loaded query={query} skeleton="list">
        {(shown) => <Body data={shown} form={form} onRemove={() => setAsked('remove')} />}
      </Loaded>
    </Page>
  )
})

function Body({ data, form, onRemove }: { data: ListForm; form: RowForm; onRemove: () => void }) {
  const today = dayOf(useNow(60_000))
  const { shape, row, mayWrite } = data
  return (
    <>
      <View className="mb12">
        <Note tone="mute" icon="info">
          {shape.note}
        </Note>
      </View>
      <View id="row-fields">
        <Card>
          {shape.fields.map((field, index) => (
            <Fragment key={field.id}>
              {index > 0 ? <Divider inset={16} /> : null}
              {mayWrite ? (
                <RowField field={field} form={data} cells={form.cells} today={today} onSet={form.set} />
              ) : (
                <Field label={field.label}>{shownText(field, data)}</Field>
              )}
            </Fragment>
          ))}
          {row?.answer === undefined ? null : (
            <>
              <Divider inset={16} />
              <Field label="回复">{row.answer}</Field>
            </>
          )}
        </Card>
      </View>
      {mayWrite ? <NoSecrets /> : null}
      {row && mayWrite ? (
        <View className="list-moves">
          <Button id="remove-row" kind="outline" grow busy={form.busy} onTap={onRemove}>
            记错了，删去这一条
          </Button>
        </View>
      ) : null}
    </>
  )
}

const shownText = (field: ListField, { row, people, branches }: ListForm): string =>
  textOf(
    field,
    row?.cells ?? [],
    (id) => [...people, ...branches].find((one) => one.id === id)?.name ?? '',
  ) || '没有填'

/** 请填“谁来办” */
function lacking({ shape: { fields } }: ListForm, cells: readonly Cell[]): string | undefined {
  const missing = fields.find(
    ({ id, optional }) => optional !== true && !cells.some((cell) => cell.field === id),
  )
  return missing && `请填“${missing.label}”`
}

/** What was changed is saved first; where nothing was, what may become of the row stands there. */
function Dock({ data, form, onMove }: { data: ListForm; form: RowForm; onMove: (move: Move) => void }) {
  const { row, mayWrite } = data
  if (row && !form.isChanged)
    return (
      <>
        {row.moves.map((move, index) => (
          <Button
            key={move.to}
            id={`move-${move.to}`}
            kind={index === 0 ? 'primary' : 'outline'}
            grow
            busy={form.busy}
            onTap={() => onMove(move)}
          >
            {move.label}
          </Button>
        ))}
      </>
    )
  return mayWrite ? (
    <Button
      id="save-row"
      grow
      busy={form.busy}
      disabledBecause={lacking(data, form.cells)}
      onTap={() => void form.save()}
    >
      {row ? '保存修改' : '记下'}
    </Button>
  ) : null
}
