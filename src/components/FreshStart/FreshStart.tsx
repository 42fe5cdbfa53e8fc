import { View } from '@tarojs/components'
import { Component, type ComponentType, type ReactNode } from 'react'
import { wipeAnswers } from '@/cloud/cache'
import { queryClient } from '@/cloud/queryClient'
import { restart } from '@/navigation/navigate'
import { useElder } from '@/platform/useElder'
import { classes } from '../classes'
import { Empty } from '../Empty/Empty'
import { Nav } from '../Page/Nav'
import '../Page/Page.css'

/** Stands in for a page that could not be drawn. It asks nothing of the page: what broke that one must not break this. */
function Broken({ onFresh }: { onFresh: () => void }) {
  const { elder } = useElder()
  return (
    <View className={classes('page', elder && 'elder')} id="broken-page">
      <Nav left="brand" />
      <View className="in">
        <Empty
          image="none"
          icon="info"
          title="这一页没能显示出来"
          text="不是您的问题。重新开始后再看一遍；没有上传的登记都还在，不会丢。会上可请组织者点名"
          action={{ label: '重新开始', onTap: onFresh, id: 'fresh-start' }}
        />
      </View>
    </View>
  )
}

/** Catches what a page throws while it is drawn, and begins anew without the kept answers. What waits to be uploaded stays. */
class FreshStart extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  private readonly begin = () => {
    wipeAnswers()
    queryClient.clear()
    this.setState({ broken: false })
    restart('home')
  }

  override render() {
    return this.state.broken ? <Broken onFresh={this.begin} /> : this.props.children
  }
}

/** What every page exports: itself, with a fresh start where it would have stayed blank. */
export function page<P extends object>(Page: ComponentType<P>): ComponentType<P> {
  return function GuardedPage(props: P) {
    return (
      <FreshStart>
        <Page {...props} />
      </FreshStart>
    )
  }
}
