import { execFileSync } from 'node:child_process'

const line = /^\s*(\d+)\s+(\d+)\s+(.*)$/

/** Largest resident size (MB) of the processes of a function while `work` runs, as the system sees it. */
export async function peakOf<T>(
  functionName: string,
  work: () => Promise<T>,
): Promise<{ value: T; peak: number }> {
  let peak = 0
  const look = setInterval(() => {
    for (const each of execFileSync('ps', ['-eo', 'ppid=,rss=,args='], { encoding: 'utf8' }).split('\n')) {
      const [, ppid, rss, args = ''] = line.exec(each) ?? []
      if (Number(ppid) === process.pid && args.includes('runner.cjs') && args.includes(functionName))
        peak = Math.max(peak, Number(rss) / 1024)
    }
  }, 100)
  try {
    return { value: await work(), peak }
  } finally {
    clearInterval(look)
  }
}
