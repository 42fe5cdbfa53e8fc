import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { readNotice } from '@domain/time/readNotice'
import { wrongWorkdays } from '@domain/time/wrongWorkdays'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Field } from '@/components/Field/Field'
import { NoSecrets } from '@/components/NoSecrets/NoSecrets'
import { PickField } from '@/components/PickField/PickField'
import { Section } from '@/components/Section/Section'
import { orTell } from '@/words/orTell'
import { GrowingText } from './GrowingText'
import { YearDays } from './YearDays'

/** A year's notice has some five hundred characters. */
const MOST = 2000

const lackOf = (text: string, year: number, { off, worked }: ReturnType<typeof readNotice>) => {
  if (text.trim() === '') return '先粘贴通知全文'
  if (off.length === 0) return `没有找到${year}年的放假日期`
  return wrongWorkdays({ year, off, worked }) ? '有的日期不对，请核对原文' : undefined
}

/** A year's notice is pasted as it is; what was read of it is shown before it is kept. */
export function NoticeCard({ years }: { years: readonly number[] }) {
  const [year, setYear] = useState(years[years.length - 1] ?? 0)
  const [text, setText] = useState('')
  const { runOnce, busy } = useCloudAction('workdays.save')
  const read = readNotice(text, year)
  const save = async () => {
    if (!(await orTell(runOnce({ year, ...read })))) return
    setText('')
    await Taro.showToast({ title: '已录入', icon: 'success' })
  }
  return (
    <View id="workdays-notice">
      <Section title="录入放假通知" right="国务院办公厅通知原文" />
      <Card>
        <PickField
          label="哪一年"
          id="notice-year"
          items={years.map((one) => ({ id: `${one}`, name: `${one}年` }))}
          value={`${year}`}
          onChange={(one) => setYear(Number(one))}
        />
        <Field label="通知" id="field-notice">
          <GrowingText
            id="notice-text"
            value={text}
            maxlength={MOST}
            placeholder="粘贴全文，或照样子写：元旦：1月1日至3日放假，1月4日上班。"
            onChange={(next) => setText(next)}
          />
        </Field>
      </Card>
      <NoSecrets />
      {read.off.length > 0 ? (
        <Card pad className="mt12">
          <View id="notice-read">
            <YearDays days={read} />
          </View>
        </Card>
      ) : null}
      <View className="mt12 mb12">
        <Button
          id="notice-save"
          grow
          busy={busy}
          disabledBecause={lackOf(text, year, read)}
          onTap={() => void save()}
        >
          {`录入${year}年`}
        </Button>
      </View>
    </View>
  )
}
