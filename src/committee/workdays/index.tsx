import { useCloudQuery } from '@/cloud/useCloudQuery'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { NoticeCard } from '@/features/rules/components/NoticeCard'
import { WorkYearCard } from '@/features/rules/components/WorkYearCard'

/** 工作日和放假: the calendar every term is counted by; the work committee enters a year from its notice. */
export default page(function WorkdaysPage() {
  const query = useCloudQuery('workdays.list', {})
  return (
    <Page id="workdays" title="工作日和放假" left="back" onPullDown={query.refetch}>
      <Loaded query={query} skeleton="list">
        {({ years, mayEdit }) => (
          <>
            <Note tone="mute" icon="info">
              补登、党费登记、答复投诉建议的截止日都按工作日算，放假和调休以这里为准。
            </Note>
            {years.map((year) => (
              <WorkYearCard key={year.year} year={year} />
            ))}
            {mayEdit ? <NoticeCard years={years.map(({ year }) => year)} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  )
})
