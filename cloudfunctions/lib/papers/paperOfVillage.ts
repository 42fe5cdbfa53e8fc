import { householdCode } from '@domain/checkin/staticCode'
import { done, refuse } from '@domain/contract/answer'
import type { Organisation } from '@domain/org/organisation'
import { CARD_TITLE, cardLine, ON_A_SHEET, type PaperCard } from '@domain/papers/cardPaper'
import { fileName } from '@domain/papers/fileName'
import { aboutVillage, isOwnCard, readHouseholdsOf } from '../community/doorCards'
import { audited, mark } from '../entry/audit/audited'
import { limit } from '../entry/limit'
import { printedCode } from '../entry/printedCode'
import { type Context, useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import type { Household } from '../store/collections/households'
import { oneOf } from '../store/conditions'
import { updateAll } from '../store/updateWhere'
import { drawPlain } from './write/drawPlain'
import { writeCards } from './write/writeCards'

/** Bytes of pictures after which a file ends with its sheet: in base64 an answer stays below 900 KB. */
const ENOUGH = 480 * 1024

async function draw({ doorCode, number }: Household, { name }: Organisation): Promise<PaperCard> {
  const printed = await printedCode(householdCode(doorCode))
  const picture = printed.is === 'wechat' ? printed.picture : drawPlain(printed.text)
  return { picture, line: cardLine(name, number) }
}

/** Sheet by sheet, so that no more is asked of WeChat at a time than six pictures, and nothing that no answer can hold. */
async function drawSheets(households: readonly Household[], village: Organisation): Promise<PaperCard[]> {
  const cards: PaperCard[] = []
  let bytes = 0
  while (cards.length < households.length && bytes < ENOUGH) {
    const sheet = households.slice(cards.length, cards.length + ON_A_SHEET)
    const drawn = await Promise.all(sheet.map((household) => draw(household, village)))
    bytes += drawn.reduce((sum, { picture }) => sum + picture.length, 0)
    cards.push(...drawn)
  }
  return cards
}

/** Told before the file leaves: whoever has it holds the codes. What was replaced meanwhile is not printed. */
async function notePrinted(households: readonly Household[], { caller, now }: Context): Promise<void> {
  const ids = households.map(({ _id }) => _id)
  const telling = {
    ...{ what: 'card' as const, by: nameForRecords(caller), at: now, result: 'printed' },
    ...(households[0] && { placeId: households[0].villageId }),
    to: { cards: ids.length },
    key: `${now} ${ids.join(' ')}`,
  }
  const where = { _id: oneOf(ids), doorCode: oneOf(households.map(({ doorCode }) => doorCode)) }
  await audited(telling, { name: 'households', ids }, async (id) => {
    const printed = await updateAll('households', where, { printedAt: now, ...mark(id) })
    return printed > 0
  })
}

/** 便民联系卡 of a village, for the work committee and the village's contact. */
export const paperOfVillage = useCase(
  'paper.ofVillage',
  ({ villageId }, context) => aboutVillage(villageId, context),
  async ({ afterId }, context, village) => {
    const { now, caller } = context
    const all = await readHouseholdsOf(village._id)
    const begins = all.findIndex(({ _id }) => _id === afterId) + 1
    const wanted = all
      .slice(begins)
      .filter((household) => household.stoppedAt === undefined && !isOwnCard(household, context))
    if (wanted.length === 0) return refuse('no_cards')
    const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
    if (tooMany) return tooMany
    const cards = await drawSheets(wanted, village)
    const printed = wanted.slice(0, cards.length)
    await notePrinted(printed, context)
    const last = printed[printed.length - 1]
    const name = fileName({
      organisation: village.name,
      when: now,
      ...(begins > 0 && { kind: `${printed[0]?.number ?? ''}起` }),
      paper: CARD_TITLE,
      ending: 'docx',
    })
    const content = Buffer.from(await writeCards(CARD_TITLE, cards, now)).toString('base64')
    return done({
      ...{ fileName: name, content, cards: cards.length },
      ...(cards.length < wanted.length && last && { next: last._id }),
    })
  },
)
