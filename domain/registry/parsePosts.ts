import { harmless, withoutSpaces } from './cell'
import type { RegisterPost } from './entry'
import { plainName } from './plainName'

export interface PostsRead {
  /** Posts of the row's own branch, each once. */
  posts: RegisterPost[]
  /** Everything else that stands there. */
  others: string[]
}

const duties =
  '组织|宣传|纪检|纪律检查|统战|群团|群众|青年|青工|妇女|妇工|生活|保密|学习|文体|文娱|安全|保卫|宣教|群工|老干|老龄|监察|组宣|宣统|党建'

/** Whole words alone: 组织部部长 has 组织 in it, and 党组书记 has 书记. */
const own: [RegExp, RegisterPost][] = [
  [/^书记$/, 'secretary'],
  [/^副书记$/, 'deputy_secretary'],
  [/^组织委员$/, 'organisation_officer'],
  [/^宣传委员$/, 'publicity_officer'],
  [/^(纪检|纪律检查)(工作)?委员$/, 'discipline_officer'],
  [new RegExp(`^(支委|委员|(${duties})(工作)?委员)$`), 'committee_member'],
]
const leader = /^(第?[一二三四五六七八九十\d]{1,3})?(党小组|小组|组)?组?长$/
const isLeader = (word: string) => leader.test(word) && word.includes('组')

/** What may stand before a post of the branch itself: 支部书记, 党支部书记, 支委会委员. */
const itself = /^(党?支部委员会|党?支部|支委会?)(?=.)/

/** A post without the branch it is of; null where it is one of another: 团支部书记, 第二党支部书记 in the first branch. */
function withoutBranch(word: string, branch: string | undefined): string | null {
  if (itself.test(word)) return word.replace(itself, '')
  const [, place = '', post = ''] = /^(.+支部)(?:委员会)?(.+)$/.exec(word) ?? []
  if (place === '') return word
  if (branch === undefined || place.endsWith('团支部')) return null
  return plainName(branch).endsWith(plainName(place)) ? post : null
}

function postOf(word: string, branch: string | undefined): RegisterPost | undefined {
  const bare = withoutBranch(word, branch)
  if (bare === null) return undefined
  return isLeader(bare) ? 'group_leader' : own.find(([pattern]) => pattern.test(bare))?.[1]
}

/**
 * Posts of a cell, e.g. `parsePosts('书记兼组织委员、党组书记') // { posts: ['secretary', 'organisation_officer'], others: ['党组书记'] }`.
 * Only words that are surely posts of a branch give any; `branch` as the row calls it, for one who writes it before the post.
 */
export function parsePosts(text: string, branch?: string): PostsRead {
  const posts = new Set<RegisterPost>()
  const others: string[] = []
  for (const part of withoutSpaces(text).split(/[、,，;；/和兼及]/)) {
    if (part === '' || /^(普通)?(中共)?(正式|预备)?党员$|^普通群众$/.test(part)) continue
    const post = postOf(part, branch)
    if (post) posts.add(post)
    else others.push(harmless(part, 20))
  }
  return { posts: [...posts], others }
}
