import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

type Change = { isConnected: boolean }

/** Calls back each time the phone finds a network again; returns how to stop. */
export function onNetworkReturn(callback: () => void): () => void {
  const listen = ({ isConnected }: Change) => {
    if (isConnected) callback()
  }
  Taro.onNetworkStatusChange(listen)
  return () => Taro.offNetworkStatusChange(listen)
}

/** Whether the phone believes it has a network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    const listen = ({ isConnected }: Change) => setOnline(isConnected)
    void Taro.getNetworkType({ success: ({ networkType }) => setOnline(networkType !== 'none') })
    Taro.onNetworkStatusChange(listen)
    return () => Taro.offNetworkStatusChange(listen)
  }, [])
  return online
}
