import type { Late } from '@domain/contract/late'
import { Note } from '@/components/Note/Note'

/** Where a 补录 stands, for those who run it. */
export function LateNote({ late: { state, answeredBy = '', by } }: { late: Late }) {
  switch (state) {
    case 'waiting':
      return (
        <Note tone="info" icon="clock" id="late-note">
          {`补录，由${by}录入。点齐到会的人，再由另一位同志在“工作”里确认；确认以前，先不计入。`}
        </Note>
      )
    case 'doubted':
      return (
        <Note tone="miss" icon="info" id="late-note">
          {`补录，${answeredBy}看过：有出入。请核对到会的人，改好后再请${answeredBy}确认。`}
        </Note>
      )
    case 'confirmed':
      return (
        <Note tone="done" icon="check" id="late-note">
          {`补录，${answeredBy}已确认，计入。`}
        </Note>
      )
  }
}
