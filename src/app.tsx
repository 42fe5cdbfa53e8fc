import type { ReactNode } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import './app.css'

const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })

if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({})

export default function App({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
