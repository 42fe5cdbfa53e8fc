import { kindLabels } from '@domain/activity/kindLabels'
import type { BookMeeting } from '@domain/contract/book'
import type { BookLack } from '@domain/contract/words'
import type { StandTone } from '@/components/Note/Note'

const lackWords: Record<BookLack, (meeting: BookMeeting) => string> = {
  not_opened: () => '没有登记',
  unsettled: ({ unsettled }) => `${unsettled} 人未定`,
  no_lecturer: () => '没写讲课人',
  no_topic: () => '没写主题',
  waits: () => '等确认',
  not_recorded: () => '未成册',
}

export interface BookTag {
  tone: StandTone
  text: string
}

/** What is put right first, or that nothing is left to do. One tag a meeting: its record says the rest. */
export function tagOf(meeting: BookMeeting): BookTag {
  const [first] = meeting.lacks
  if (first === undefined)
    return meeting.state === 'recorded' ? { tone: 'done', text: '已成册' } : { tone: 'mute', text: '进行中' }
  return { tone: first === 'waits' ? 'info' : 'miss', text: lackWords[first](meeting) }
}

/** 到 14/18, 李建国主持, 含集中学习, 补录: one idea each. */
export function factsOf({ expected, attended, chair, carries, late, state }: BookMeeting): string[] {
  return [
    state === 'published' ? `应到 ${expected} 人` : `到 ${attended}/${expected}`,
    chair ? `${chair}主持` : '',
    carries.length > 0 ? `含${carries.map((kind) => kindLabels[kind]).join('、')}` : '',
    late ? '补录' : '',
  ].filter((fact) => fact !== '')
}

/** 5 场，已成册 1 */
export function monthText(meetings: readonly BookMeeting[]): string {
  const recorded = meetings.filter((meeting) => meeting.state === 'recorded').length
  return `${meetings.length} 场，已成册 ${recorded}`
}
