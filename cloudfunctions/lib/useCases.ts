import type { ApiAction } from '@domain/contract/functionOf'
import { community } from './community/community'
import { counting } from './counting/counting'
import type { UseCasesOf } from './entry/dispatch'
import { keptLists } from './keptLists/keptLists'
import { meetings } from './meetings/meetings'
import { people } from './people/people'
import { telling } from './telling/telling'

/** What answers each action of the function `api`: one without an answer does not compile. */
export const useCases: UseCasesOf<ApiAction> = {
  ...people,
  ...meetings,
  ...community,
  ...keptLists,
  ...counting,
  ...telling,
}
