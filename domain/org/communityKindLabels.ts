import type { CommunityKind } from '../contract/words'

/** `communityKindLabels.home // '居住地'` */
export const communityKindLabels: Record<CommunityKind, string> = { unit: '单位所在地', home: '居住地' }
