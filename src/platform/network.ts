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
