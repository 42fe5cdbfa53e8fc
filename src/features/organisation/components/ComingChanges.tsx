import { View } from '@tarojs/components'
import type { ComingChange } from '@domain/contract/organisation'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Note } from '@/components/Note/Note'
import { Section } from '@/components/Section/Section'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'
import { wordsFor } from '@/words/refusals'
import { comingSentence } from '../logic/changeSentences'

/** Changes that wait for their day, to be taken back until then; and what could not be carried out, with the reason. */
export function ComingChanges({ coming }: { coming: readonly ComingChange[] }) {
  const { run } = useCloudAction('organisation.cancelChange')
  if (coming.length === 0) return null
  const today = dayOf(now())
  const cancel = async ({ changeId }: ComingChange, sentence: string) => {
    const text = `${sentence}。不办了，就当作没有提过。`
    if (await askFirst({ title: '不办这项变动了', text, yes: '不办了' })) await orTell(run({ changeId }))
  }
  return (
    <View id="coming-changes">
      <Section title="等着生效的变动" />
      {coming.map((each) => {
        const sentence = comingSentence(each, today)
        const why =
          each.refused === undefined ? undefined : wordsFor({ ok: false, reason: each.refused }).text
        const act = {
          label: '不办了',
          id: `cancel-${each.changeId}`,
          onTap: () => void cancel(each, sentence),
        }
        return (
          <View className="mb8" key={each.changeId} id={`coming-${each.changeId}`}>
            <Note
              tone={why === undefined ? 'info' : 'miss'}
              icon={why === undefined ? 'clock' : 'info'}
              {...(each.mayCancel && { action: act })}
            >
              {why === undefined ? sentence : `${sentence}，没有办成：${why}`}
            </Note>
          </View>
        )
      })}
    </View>
  )
}
