import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatDay } from '@domain/time/format'
import { CheckList } from '@/components/CheckList/CheckList'
import type { Ticked } from '@/components/CheckList/useTicked'
import { LinkText } from '@/components/LinkText/LinkText'
import { Section } from '@/components/Section/Section'
import type { WaitingReport } from './WaitingReports'
import './waiting.css'

/** Of more the first are shown; the others are ticked as well, and stand there at a tap. */
const FIRST = 4

/** Those who stand on the community's list: ticked beforehand. */
export function ListedReports({ reports, ticked }: { reports: readonly WaitingReport[]; ticked: Ticked }) {
  const [all, setAll] = useState(false)
  const isCut = !all && reports.length > FIRST + 1
  const shown = isCut ? reports.slice(0, FIRST) : reports
  return (
    <>
      <Section title={`和名单对得上 ${reports.length} 人`} right="已替您选好" />
      <CheckList
        id="listed-reports"
        ticked={ticked}
        rows={shown.map(({ reportId, name, unit, branch, askedOn }) => ({
          ...{ id: reportId, name, from: unit ?? branch, note: formatDay(askedOn) },
        }))}
      />
      {isCut ? (
        <View className="report-more">
          <LinkText id="all-listed" arrow="down" onTap={() => setAll(true)}>
            {`还有 ${reports.length - FIRST} 人`}
          </LinkText>
        </View>
      ) : null}
    </>
  )
}
