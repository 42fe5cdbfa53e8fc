import { TabBar } from '@/components/TabBar/TabBar'
import '@/styles/tokens.css'
import '@/styles/base.css'

export default function CustomTabBar() {
  return <TabBar />
}
