import type { Need } from '@domain/fact/need'
import type { Organisation } from '@domain/org/organisation'
import { at } from './calendar'
import type { demoPlaces } from './identities'
import { opaqueId } from './random'
import { staffName } from './staffNames'

type Written = Pick<Need, 'title' | 'contact' | 'until' | 'wanted' | 'at'>

/** What the demo's communities and its village ask for in the demo month; whom to ask is whoever wrote it, unless it says what is there. */
const written: Record<(typeof demoPlaces)[keyof typeof demoPlaces], Written[]> = {
  滨河社区党委: [
    { title: '教居民分清可回收物', until: '2026-10-10', wanted: 3, at: at('2026-09-14', 10, 20) },
    { title: '周末给孩子们讲一课', until: '2026-10-31', wanted: 1, at: at('2026-09-18', 16, 5) },
  ],
  凤凰社区党委: [
    { title: '帮几位老人学手机挂号', until: '2026-10-15', wanted: 1, at: at('2026-09-16', 9, 40) },
  ],
  青山村: [
    {
      ...{ title: '晒谷场边装一段护栏', contact: '村里出料' },
      ...{ until: '2026-10-20', wanted: 2, at: at('2026-09-17', 8, 30) },
    },
  ],
}

/** 需求 that are written by `now`. */
export const needsOf = (organisations: readonly Organisation[], now: number): Need[] =>
  organisations.flatMap((place) =>
    ((written as Partial<Record<string, Written[]>>)[place.name] ?? [])
      .filter((one) => one.at <= now)
      .map((one, index) => {
        const nonce = opaqueId('n', place._id, index)
        const base = { _id: nonce, placeId: place._id, contact: staffName(place), ...one }
        return { ...base, by: place._id, nonce, withdrawn: null, updatedAt: new Date(one.at) }
      }),
  )
