import type { OwnCommunities } from '@domain/contract/community'
import type { CommunityKind } from '@domain/contract/words'
import { communityKindLabels } from '@domain/org/communityKindLabels'

/** That of the unit first, as a unit files it. */
export const kinds: readonly CommunityKind[] = ['unit', 'home']

/** Beside the title of a kind. */
export const besideKind: Record<CommunityKind, string> = { unit: '单位在哪里就选哪里', home: '也可以不报' }

type Choice = OwnCommunities['communities'][number]

/** A community one may choose, or why not. */
export interface ShownChoice extends Choice {
  /** Under the name. */
  sub: string
  /** One is registered there, or has asked, as the other kind or this one. */
  known: boolean
}

/** `城关街道 · 联系人 田秀芝` in parts; where one is registered already that is said instead. */
export function choicesFor(
  { communities, registered, asked }: OwnCommunities,
  wanted: string,
): ShownChoice[] {
  const taken = new Map<string, string>([
    ...asked.flatMap(({ kind, community, declinedOn }): [string, string][] =>
      declinedOn === undefined ? [[community.id, `${communityKindLabels[kind]}正等它接收`]] : [],
    ),
    ...registered.map(({ kind, community }): [string, string] => [
      community.id,
      `${communityKindLabels[kind]}已报到，不用再报`,
    ]),
  ])
  const text = wanted.trim()
  return communities
    .filter(({ name, under = '' }) => `${under}${name}`.includes(text))
    .map((one) => {
      const { id, under, contact } = one
      const parts = [under, contact === undefined ? undefined : `联系人 ${contact}`]
      const plain = parts.filter((part) => part !== undefined).join(' · ')
      return { ...one, sub: taken.get(id) ?? plain, known: taken.has(id) }
    })
}

/** The kind that is still empty, the unit's first; undefined where neither is. */
export const emptyKind = ({ registered, asked }: OwnCommunities): CommunityKind | undefined =>
  kinds.find((kind) => ![...registered, ...asked].some((one) => one.kind === kind))

/** What was read of a list: how many it names, and what was of no use. */
export const listReadText = ({ people, leftOut }: { people: number; leftOut: number }): string =>
  `名单读好了，共 ${people} 人${leftOut > 0 ? `；有 ${leftOut} 行没有姓名或单位，没有用上` : ''}`
