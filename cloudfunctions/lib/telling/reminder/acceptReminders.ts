import type { Template } from '@domain/contract/reminder'
import { done } from '@domain/contract/answer'
import { templatesFor } from '@domain/reminder/templatesFor'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { viewerIdOf } from '../../entry/whoIsCalling'
import { creditLines, type Credits, MOVES_KEPT } from '../../store/collections/credits'
import { keeping, not, plus } from '../../store/conditions'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'
import { isLongTerm, templateIds } from './countyTemplates'

interface Wallet {
  _id: string
  /** What this person may be told. */
  templates: Template[]
}

/** The caller's own credits; people outside the register who are asked for a yes have some too. */
const aboutWallet = (_request: unknown, { caller, today }: Context): Found<Wallet> => ({
  about: {},
  loaded: { _id: viewerIdOf(caller), templates: templatesFor(caller, today) },
})

/** One credit for each template WeChat's dialog was answered with yes for; exactly once however often it is sent. One given for good is one. */
export const acceptReminders = useCase(
  'reminder.accept',
  aboutWallet,
  async ({ accepted, nonce }, _context, { _id, templates }) => {
    const given = [...new Set(accepted)]
    const each = <T>(value: (template: Template) => T) =>
      Object.fromEntries(given.map((template) => [template, value(template)]))
    const add = () =>
      updateWhere(
        'credits',
        { _id, moves: not(nonce) },
        { ...each((one) => (isLongTerm(one) ? 1 : plus(1))), moves: keeping(nonce, MOVES_KEPT) },
      )
    // Nothing was added: this nonce was counted before, or there is no row yet. When the insert finds one, another call has just made it.
    if (!(await add())) {
      const isNew = await insertOnce('credits', { _id, ...each(() => 1), moves: [nonce] })
      if (isNew === 'duplicate') await add()
    }
    return done({ credits: creditLines(await findById('credits', _id), templates) })
  },
)

export const reminderSettings = useCase(
  'reminder.settings',
  aboutWallet,
  async (_request, _context, { _id, templates }) => {
    const credits = await findById('credits', _id)
    const ids = templateIds()
    return done({
      credits: creditLines(credits, templates),
      templateIds: Object.fromEntries(templates.map((template) => [template, ids[template]])),
      byLeader: credits?.byLeader ?? false,
      longTerm: templates.filter(isLongTerm),
      off: templates.filter((template) => credits?.off?.includes(template)),
    })
  },
)

/** Sets it in the row of somebody's credits, which stay; makes the row where there is none. */
async function keep(_id: string, change: Partial<Credits>): Promise<void> {
  const put = () => updateWhere('credits', { _id }, change)
  if (!(await put()) && (await insertOnce('credits', { _id, ...change, moves: [] })) === 'duplicate')
    await put()
}

/** 我不用微信提醒, or taking it back. */
export const setReminders = useCase('reminder.set', aboutWallet, async ({ byLeader }, _context, { _id }) => {
  await keep(_id, { byLeader })
  return done({ byLeader })
})

/** What WeChat's own settings let come: whoever has turned it off there is told by a person, and of what was turned on again by WeChat. */
export const reconcileReminders = useCase(
  'reminder.reconcile',
  aboutWallet,
  async ({ off }, _context, { _id }) => {
    await keep(_id, { off })
    return done({ off })
  },
)
