import { readStored, writeStored } from './storage'
import { createStore } from './store'

const key = 'elder'
const store = createStore<boolean>(readStored<boolean>(key) ?? false)

/** 大字模式, kept on this phone. */
export function useElder(): { elder: boolean; setElder: (on: boolean) => void } {
  const elder = store.use()
  return {
    elder,
    setElder: (on) => {
      writeStored(key, on)
      store.set(on)
    },
  }
}
