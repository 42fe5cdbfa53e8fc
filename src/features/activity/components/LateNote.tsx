import type { Late } from '@domain/contract/late'
import { Note } from '@/components/Note/Note'

interface Props {
  late: Late
  /** Of a community's service: nobody is expected there. */
  service?: boolean
}

/** Where a 补录 stands, for those who run it. */
export function LateNote({ late, service = false }: Props) {
  const { state, answeredBy = '', by, marked = [] } = late
  const names = marked.map(({ name }) => name).join('、')
  switch (state) {
    case 'waiting':
      return (
        <Note tone="info" icon="clock" id="late-note">
          {service
            ? `补录，由${by}录入。在“记名单”里记上到场的同志，再由另一位工作人员在“工作”里确认；没有别人的，由县直机关工委确认。确认以前，先不计入。`
            : `补录，由${by}录入。点齐到会的人，再由另一位同志在“工作”里确认；确认以前，先不计入。`}
        </Note>
      )
    case 'doubted':
      return (
        <Note tone="miss" icon="info" id="late-note">
          {`补录，${answeredBy}看过：${names ? `${names}有出入` : '有出入'}。请核对${service ? '到场' : '到会'}的人，改好后再请${answeredBy}确认。`}
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
