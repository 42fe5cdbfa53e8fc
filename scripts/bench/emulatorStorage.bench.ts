import { cleanUp, runScript, startTestEmulator } from '../../emulator/testing/startTestEmulator'
import { type Figure, figure, quantile } from '../lib/figure'

/** Files through the SDK of a function: 100 KB, as a roster has, each synced to disk. */
export default async function* emulatorStorage(): AsyncGenerator<Figure> {
  const emulator = await startTestEmulator()
  try {
    const { up, down } = await runScript<{ up: number[]; down: number[] }>(
      emulator,
      `const fileContent = Buffer.alloc(100 * 1024, 7)
      const timed = async (list, work) => { const began = performance.now(); const answer = await work(); list.push(performance.now() - began); return answer }
      const [up, down] = [[], []]
      for (let i = 0; i < 60; i += 1) {
        const { fileID } = await timed(up, () => cloud.uploadFile({ cloudPath: 'bench/' + i, fileContent }))
        await timed(down, () => cloud.downloadFile({ fileID }))
      }
      return { up: up.slice(10), down: down.slice(10) }`,
    )
    yield figure('upload of 100 KB through the SDK, median', quantile(up, 0.5), 'ms')
    yield figure('download of 100 KB through the SDK, median', quantile(down, 0.5), 'ms')
  } finally {
    await cleanUp()
  }
}
