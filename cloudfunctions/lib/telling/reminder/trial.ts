import type { Template } from '@domain/contract/reminder'
import { trialFields } from '@domain/reminder/messageFields'
import { dayOf } from '@domain/time/day'
import { committeeOn } from '../../people/identity/unbind'
import type { TrialState } from '../../store/collections/settings'
import { atLeast, oneOf } from '../../store/conditions'
import { find, findByIds } from '../../store/find'
import { putSetting } from '../../store/putSetting'
import { updateWhere } from '../../store/updateWhere'
import { sendMessage } from '../../wx/sendMessage'
import { countyTemplates } from './countyTemplates'
import { spend } from './deliver'

const idOf = (template: Template) => `trial_${template}`

/** Puts a trial before the next run of the timer: only a run that WeChat's own trigger began shows whether messages go out. */
export const askTrial = (template: Template, now: number): Promise<void> =>
  putSetting({ _id: idOf(template), kind: 'trial', template, askedAt: now, outcome: null })

export const readTrials = async (): Promise<TrialState[]> =>
  (await find('settings', { kind: 'trial' }, { limit: 20 })) as TrialState[]

/** The administrators who have allowed a message of the template. */
async function receivers(template: Template, now: number): Promise<{ openId: string; memberId: string }[]> {
  const openIds = await committeeOn(dayOf(now))
  const identities = await findByIds('identities', openIds)
  const memberIds = identities.flatMap(({ memberId }) => memberId ?? [])
  const willing = await find(
    'credits',
    { _id: oneOf(memberIds), [template]: atLeast(1) },
    { fields: ['_id'] },
  )
  const have = new Set(willing.map(({ _id }) => _id))
  return identities.flatMap(({ _id, memberId }) =>
    memberId !== undefined && have.has(memberId) ? [{ openId: _id, memberId }] : [],
  )
}

async function sendOne({ template, askedAt }: TrialState, now: number): Promise<string> {
  const set = countyTemplates()[template]
  const [receiver] = set ? await receivers(template, now) : []
  if (!set || !receiver) return 'nobody'
  if (!(await spend({ _id: `${idOf(template)}_${askedAt}`, memberId: receiver.memberId, kind: template })))
    return 'nobody'
  const answer = await sendMessage({
    openId: receiver.openId,
    templateId: set.id,
    page: 'pages/home/index',
    data: trialFields(set, now),
  })
  return answer === 'sent' ? 'sent' : String(answer.code)
}

/** Sends what the operator has asked for, each once: a run that dies in between leaves it claimed, and it is asked for anew. */
export async function sendTrials(now: number): Promise<void> {
  for (const trial of await readTrials()) {
    const { _id, askedAt } = trial
    if (!(await updateWhere('settings', { _id, askedAt, outcome: null }, { outcome: 'claimed' }))) continue
    const outcome = await sendOne(trial, now)
    await updateWhere('settings', { _id, askedAt, outcome: 'claimed' }, { outcome })
  }
}
