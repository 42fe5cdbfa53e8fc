import type { ChangePart, ChangePreview } from '@domain/contract/organisation'
import { shortPostLabels } from '@domain/registry/labels'
import { addDays, type Day } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import type { What } from './changes'
import { endingParts } from './changeSentences'

/** stays: nothing is lost by it · heed: somebody should know. */
export interface ChangeLine {
  tone: 'stays' | 'heed'
  text: string
}

const stays = (text: string): ChangeLine => ({ tone: 'stays', text })
const heed = (text: string): ChangeLine => ({ tone: 'heed', text })

/** Posts told one by one; more than this many are counted. */
const MOST = 6

const posts: Record<ChangePreview['ending'][number]['post'], string> = {
  ...shortPostLabels,
  group_leader: '组长',
}

const leads = ({ type }: ChangePart) => (type === 'group' ? '组长' : '书记')

function endingLines({ ending }: ChangePreview): ChangeLine[] {
  const told = ending
    .slice(0, MOST)
    .map(({ name, post, of }) => heed(`${name ?? '一名同志'}不再任${of}${posts[post]}`))
  return ending.length > MOST ? [...told, heed(`另有 ${ending.length - MOST} 个职务一并结束`)] : told
}

/** Whoever leads what goes on, where that is not as it was. */
function leaderLines({ before, after }: ChangePreview, what: What): ChangeLine[] {
  return after.flatMap((part) => {
    if (part.type !== 'branch' && part.type !== 'group') return []
    const was = before.find(({ id }) => id === part.id)
    if (part.isLed)
      return what === 'merge' ? [stays(`${part.leader ?? leads(part)}接着任${part.name}${leads(part)}`)] : []
    if (was?.isLed) return [heed(`${part.name}这天起没有${leads(part)}，请及时补选`)]
    return was && what !== 'merge' ? [] : [heed(`${part.name}还没有${leads(part)}，请及时选出`)]
  })
}

const along = (text: string, counted: number) => (counted > 0 ? [stays(`${counted} ${text}`)] : [])

/** What stays, what ends, and who should know, beside the sentence of the change. */
export function changeLines(what: What, on: Day, preview: ChangePreview): ChangeLine[] {
  const until = formatDay(addDays(on, -1))
  const [was] = preview.before
  const over = endingParts(preview)
  const credits = stays(`${preview.movingCount} 人的登记一条不少，跟着人走`)
  const led = leaderLines(preview, what)
  const ended = endingLines(preview)
  switch (what) {
    case 'found':
      return [stays('按期的次数从成立后还剩一半以上天数的那一期算起'), ...led]
    case 'edit':
      return [stays('此前的页面仍是原来的样子')]
    case 'move':
      return [stays('党员、职务、党小组都不变'), stays(`此前的数字仍算在${was?.parentName ?? '原来的上级'}`)]
    case 'merge':
      return [
        credits,
        ...over.map(({ name }) => stays(`${name}到${until}为止，旧记录都在`)),
        ...along(
          '个党小组一起过来',
          over.reduce((sum, { groups }) => sum + groups, 0),
        ),
        ...along('场已安排的会转过来', preview.plans),
        ...ended,
        ...led,
      ]
    case 'split':
      return [credits, stays(`此前的记录仍在${was?.name ?? ''}`), ...ended, ...led]
    case 'dissolve':
      return [
        stays(`${until}为最后一天，旧记录都在`),
        ...(was && was.groups > 0 ? [heed(`${was.groups} 个党小组一并撤销`)] : []),
        ...(preview.movingCount > 0 ? [heed(`${preview.movingCount} 人留在支部，暂不编组`)] : []),
        ...ended,
      ]
  }
}
