import { showWords } from './showRefusal'

/** Saves a document of the local cloud. What went wrong is said here. */
export async function openFile(url: string, name: string): Promise<void> {
  try {
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`the file answered ${answer.status}`)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await answer.blob())
    link.download = name
    link.click()
    URL.revokeObjectURL(link.href)
  } catch {
    showWords({ title: '文件没能打开', text: '可能网络慢，文件没有下载完', next: '稍等再导出一次，不会重复' })
  }
}
