import { download } from './download.h5'

export const paperWays = (_fileName: string): { way: 'disk'; label: string }[] => [
  { way: 'disk', label: '保存到电脑' },
]

/** Saves a paper (base64) as a file of the browser. */
export function passPaper(_way: 'disk', content: string, fileName: string): Promise<void> {
  download(`data:application/octet-stream;base64,${content}`, fileName)
  return Promise.resolve()
}
