import type { HeadInvitation } from '@domain/contract/setup'
import { postLabels } from '@domain/registry/labels'

/** How the papers are laid out: eight on a sheet to be cut apart, or a sheet for each unit to be sent there. */
export type PaperLayout = 'eight' | 'unit'

export interface PaperCard {
  code: Pick<HeadInvitation, 'token' | 'codePrefix'>
  /** 县水利局党支部 */
  place: string
  /** 孙丽华; where names stay in the branch the post stands here. */
  title: string
  /** 党支部书记; absent where it is the title already. */
  post?: string
}
export interface PaperPage {
  heading: string
  cards: readonly PaperCard[]
  /** Good until (ms, exclusive): of its cards the first to run out. */
  until: number
}

const ON_A_SHEET = 8

const cardOf = ({ token, codePrefix, branch, head, post }: HeadInvitation): PaperCard => ({
  code: { token, codePrefix },
  place: branch.name,
  title: head ?? postLabels[post],
  ...(head !== undefined && { post: postLabels[post] }),
})

const pageOf = (heading: string, of: readonly HeadInvitation[]): PaperPage => ({
  heading,
  cards: of.map(cardOf),
  until: Math.min(...of.map(({ until }) => until)),
})

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))

/** The sheets, in the order in which the invitations come. A branch without a unit has a sheet of its own. */
export function paperPages(invitations: readonly HeadInvitation[], layout: PaperLayout): PaperPage[] {
  if (layout === 'eight') return chunks(invitations, ON_A_SHEET).map((of) => pageOf('党支部书记邀请单', of))
  const byUnit = new Map<string, HeadInvitation[]>()
  for (const one of invitations) {
    const { id } = one.unit ?? one.branch
    byUnit.set(id, [...(byUnit.get(id) ?? []), one])
  }
  return [...byUnit.values()].flatMap((of) =>
    chunks(of, ON_A_SHEET).map((some) => pageOf((some[0]?.unit ?? some[0]?.branch)?.name ?? '', some)),
  )
}
