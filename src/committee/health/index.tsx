import { now } from '@/cloud/clock'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { page } from '@/components/FreshStart/FreshStart'
import { Icon } from '@/components/Icon/Icon'
import { Loaded } from '@/components/Loaded/Loaded'
import { Note } from '@/components/Note/Note'
import { Page } from '@/components/Page/Page'
import { healthLines } from '@/features/health/healthLines'

const well = <Icon name="check" tone="pine" size={20} />
const look = <Icon name="info" tone="ochre" size={20} />

/** 运行情况: whether the county's own work goes on by itself, and what is to be looked at. */
export default page(function HealthPage() {
  const query = useCloudQuery('committee.health', {})
  return (
    <Page id="health" title="运行情况" onPullDown={() => query.refetch()}>
      <Loaded query={query} skeleton="list">
        {(health) => {
          const lines = healthLines(health, now())
          const open = lines.filter(({ isWell }) => isWell === false).length
          return (
            <>
              <Note tone={open === 0 ? 'done' : 'miss'} icon={open === 0 ? 'check' : 'info'} id="health-sum">
                {open === 0
                  ? '都正常，不用做什么。'
                  : `有 ${open} 处要看一下。登记照常，不会丢；请负责信息化的同志照部署说明核对。`}
              </Note>
              <Card className="work-list mt12">
                {lines.map(({ id, title, text, isWell }) => (
                  <Cell
                    key={id}
                    id={`health-${id}`}
                    title={title}
                    sub={text}
                    {...(isWell !== undefined && { right: isWell ? well : look })}
                  />
                ))}
              </Card>
            </>
          )
        }}
      </Loaded>
    </Page>
  )
})
