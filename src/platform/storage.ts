import Taro from '@tarojs/taro'

/** Values kept on the phone under one prefix, so that wiping touches nothing else. */
const prefix = 'sg:'

/** The very text that is kept; empty: there is none. Throws where the phone cannot be read. */
export const textStored = (key: string): string => Taro.getStorageSync<string>(prefix + key)

// What was written under a key is what is read: the caller names its type.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function readStored<T>(key: string): T | undefined {
  try {
    const text = textStored(key)
    return text ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}

/** false: it is not on the phone, because the storage is full or broken. Whoever promises that something is kept has to look. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(prefix + key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function removeStored(key: string): void {
  try {
    Taro.removeStorageSync(prefix + key)
  } catch {
    // What cannot be removed is dropped when it is read: it has grown old by then.
  }
}

/** Keys beginning with `start`, without the prefix. */
export function storedKeys(start: string): string[] {
  try {
    return Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length))
  } catch {
    return []
  }
}
